import { allowed, type AdminRoute } from '../route';

export const channelRoutes: readonly AdminRoute[] = [
  // Whoever writes a campaign has to see where it can go.
  allowed('GET', '/channels', 'channels.list', 'read'),
  allowed('POST', '/channels', 'channels.create', 'channels.manage'),
  allowed('PUT', '/channels/:key', 'channels.update', 'channels.manage'),
  allowed('DELETE', '/channels/:key', 'channels.remove', 'channels.manage'),
  allowed('POST', '/channels/:key/test', 'channels.test', 'channels.manage'),
];
