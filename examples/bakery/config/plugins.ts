import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  presence: {
    enabled: true,
    // An app of your own installs strapi-plugin-presence and leaves this line out.
    resolve: '../..',
    // Addresses on this computer that channels and the site hook may call; public ones need no entry.
    config: { outgoing: { allow: env.array('OUTGOING_ALLOW', []) } },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET', '') } },
  // One step between the thumbnail and the original is enough for the bakery's pages.
  upload: { config: { breakpoints: { medium: 800 } } },
});
