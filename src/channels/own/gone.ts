import { ownSettings } from './settings';

/** Why nothing goes out on a channel whose type nobody registers. */
export const typeGone = (settings: unknown): string =>
  `No code on this server knows channels of the type “${ownSettings.safeParse(settings).data?.type ?? '?'}” any more. Install the plugin or the code that brings it and restart Strapi; what waits then goes on by itself.`;
