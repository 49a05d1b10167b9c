import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap';
import { controllers } from './controllers';
import { pluginConfig } from './config';
import { destroy } from './destroy';
import { register } from './register';
import { routes } from './routes';
import { wired } from './wire';
import { ownChannelsOf } from './wire-own-channels';

// What the plugin gives Strapi, and nothing else. The annotation keeps paths of our own files out of the declarations.
const plugin: {
  register: (args: { strapi: Core.Strapi }) => void;
  bootstrap: (args: { strapi: Core.Strapi }) => Promise<void>;
  destroy: (args: { strapi: Core.Strapi }) => Promise<void>;
  config: { default: object; validator: (config: unknown) => void };
  routes: object;
  controllers: object;
  services: object;
} = {
  register,
  bootstrap,
  destroy,
  config: pluginConfig,
  routes,
  controllers,
  // For the `presence` command, which runs outside of the built server.
  services: {
    record: ({ strapi }: { strapi: Core.Strapi }) => wired(strapi).record,
    /** For types of channels that an app brings as code. */
    'own-channels': ({ strapi }: { strapi: Core.Strapi }) => ({
      register: ownChannelsOf(strapi).types.register,
    }),
    /** For rules that an app brings as code. */
    brand: ({ strapi }: { strapi: Core.Strapi }) => ({
      register: wired(strapi).catalogue.register,
      /** Checks every entry again, now, and says how many: after rules changed in a way that nobody could see. */
      recheck: wired(strapi).brand.recheck,
    }),
  },
};

export default plugin;
