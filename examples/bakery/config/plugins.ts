import path from 'node:path';
import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  presence: {
    enabled: true,
    // An app of your own installs strapi-plugin-presence and leaves this line out. The path is absolute because Strapi looks
    // for a bare '../..' beside its own files first, finds something there, and then starts without the plugin and without a word.
    resolve: path.resolve(process.cwd(), '../..'),
    // Addresses on this computer that channels and the site hook may call; public ones need no entry.
    config: {
      outgoing: { allow: env.array('OUTGOING_ALLOW', []) },
      // The board in a picture says what the offer is, so its text is read. The packages are those of the repository.
      brand: { ocr: { enabled: true } },
    },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET', '') } },
  // One step between the thumbnail and the original is enough for the bakery's pages.
  upload: { config: { breakpoints: { medium: 800 } } },
});
