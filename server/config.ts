import { parseConfig } from '../config/schema';

/**
 * What Strapi asks of a plugin's config. The defaults live in the schema, not here: Strapi merges these by array
 * index. The validator's result is ignored, so it throws, and `wire.ts` parses again for the filled value.
 */
export const pluginConfig = {
  default: {},
  validator: (config: unknown): void => {
    parseConfig(config);
  },
};
