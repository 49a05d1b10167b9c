import type { Core } from '@strapi/strapi';

export type OptionsStore = ReturnType<typeof optionsStore>;

/** Single values of the plugin, in Strapi's own store of settings. What comes out is to be parsed. */
export function optionsStore(strapi: Core.Strapi) {
  const store = strapi.store({ type: 'plugin', name: 'presence' });
  return {
    get: (key: string): Promise<unknown> => store.get({ key }),
    set: async (key: string, value: unknown): Promise<void> => {
      await store.set({ key, value });
    },
    remove: async (key: string): Promise<void> => {
      await store.delete({ key });
    },
  };
}
