import { allowed, type AdminRoute } from '../route';

export const driftRoutes: readonly AdminRoute[] = [
  allowed('GET', '/drift', 'drift.list', 'drift.manage'),
  allowed('POST', '/drift/scan', 'drift.scan', 'drift.manage'),
  allowed('POST', '/drift/adopt', 'drift.adopt', 'drift.manage'),
  allowed('POST', '/drift/take-down', 'drift.takeDown', 'drift.manage'),
];
