import { allowed, type AdminRoute } from '../route';

export const governanceRoutes: readonly AdminRoute[] = [
  allowed('GET', '/entry', 'review.panel', 'read'),
  // The decision's own permission stands in the workflow, and the service asks for it.
  allowed('POST', '/entry/decision', 'review.decide', 'read'),
  allowed('GET', '/settings', 'settings.show', 'read'),
  allowed('PUT', '/settings', 'settings.save', 'settings.manage'),
  allowed('GET', '/content-types', 'settings.contentTypes', 'read'),
  allowed('GET', '/audit', 'audit.list', 'audit.read'),
  allowed('GET', '/audit/verify', 'audit.verify', 'audit.read'),
  allowed('GET', '/audit/export', 'audit.export', 'audit.read'),
];
