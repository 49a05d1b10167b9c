import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Partial<Core.Config.Server> => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  app: { keys: env.array('APP_KEYS', []) },
  // The demo keeps its database and its uploads in a folder that it removes again.
  dirs: { public: env('PUBLIC_DIR', './public') },
});
