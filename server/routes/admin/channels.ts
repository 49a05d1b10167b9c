import { allowed, type AdminRoute } from '../route';

export const channelRoutes: readonly AdminRoute[] = [
  // Whoever writes a campaign has to see where it can go.
  allowed('GET', '/channels', 'channels.list', 'read'),
  // Types of channels that the code of the app brings.
  allowed('GET', '/channel-types', 'channels.types', 'channels.manage'),
  allowed('GET', '/channels/health', 'channels.health', 'read'),
  allowed('POST', '/channels', 'channels.create', 'channels.manage'),
  allowed('PUT', '/channels/:key', 'channels.update', 'channels.manage'),
  allowed('DELETE', '/channels/:key', 'channels.remove', 'channels.manage'),
  allowed('POST', '/channels/:key/test', 'channels.test', 'channels.manage'),
  allowed('POST', '/channels/:key/connect', 'connecting.begin', 'channels.manage'),
  allowed('GET', '/channels/:key/places', 'connecting.places', 'channels.manage'),
  allowed('PUT', '/channels/:key/place', 'connecting.pick', 'channels.manage'),
  allowed('GET', '/connect-apps', 'connectApps.list', 'channels.manage'),
  allowed('PUT', '/connect-apps/:name', 'connectApps.save', 'channels.manage'),
  allowed('DELETE', '/connect-apps/:name', 'connectApps.remove', 'channels.manage'),
  allowed('POST', '/connects/:attempt', 'connecting.finish', 'channels.manage'),
];
