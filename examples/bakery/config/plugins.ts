import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  presence: {
    enabled: env('PRESENCE', 'on') === 'on',
    // An app of your own installs strapi-plugin-presence and leaves this line out.
    resolve: '../..',
    config: {},
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET', '') } },
  // One step between the thumbnail and the original is enough for the bakery's pages.
  upload: { config: { breakpoints: { medium: 800 } } },
});
