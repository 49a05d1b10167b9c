import { allowed, type Route } from '../route';

export const driftRoutes: readonly Route[] = [
  allowed('GET', '/drift', 'drift.list', 'drift.manage'),
  allowed('POST', '/drift/scan', 'drift.scan', 'drift.manage'),
  allowed('POST', '/drift/adopt', 'drift.adopt', 'drift.manage'),
  allowed('POST', '/drift/take-down', 'drift.takeDown', 'drift.manage'),
];
