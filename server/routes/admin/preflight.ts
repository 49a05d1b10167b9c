import { allowed, type AdminRoute } from '../route';

export const preflightRoutes: readonly AdminRoute[] = [
  allowed('GET', '/campaigns/:key/preflight', 'preflight.campaign', 'read'),
  allowed('GET', '/publications/:key/preflight', 'preflight.publication', 'read'),
  allowed('GET', '/publishing/preflight', 'preflight.ahead', 'read'),
];
