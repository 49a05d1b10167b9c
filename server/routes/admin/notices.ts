import { allowed, type AdminRoute } from '../route';

export const noticesRoutes: readonly AdminRoute[] = [
  allowed('GET', '/notices', 'notices.list', 'read'),
  allowed('GET', '/notices/count', 'notices.count', 'read'),
  allowed('POST', '/notices/read', 'notices.read', 'read'),
  allowed('GET', '/notices/preferences', 'notices.preferences', 'read'),
  allowed('PUT', '/notices/preferences', 'notices.savePreferences', 'read'),
  allowed('GET', '/webhooks', 'webhooks.list', 'settings.manage'),
  allowed('POST', '/webhooks', 'webhooks.create', 'settings.manage'),
  allowed('PUT', '/webhooks/:key', 'webhooks.update', 'settings.manage'),
  allowed('DELETE', '/webhooks/:key', 'webhooks.remove', 'settings.manage'),
  allowed('POST', '/webhooks/:key/secret', 'webhooks.renewSecret', 'settings.manage'),
  allowed('POST', '/webhooks/:key/test', 'webhooks.test', 'settings.manage'),
  allowed('GET', '/webhooks/:key/deliveries', 'webhooks.deliveries', 'settings.manage'),
  allowed('POST', '/webhooks/:key/deliveries/:delivery/again', 'webhooks.redeliver', 'settings.manage'),
];
