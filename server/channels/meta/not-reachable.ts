import type { Outcome } from '../../../src/channels/channel';

/** How a try ends where a network would load something from here, and nobody outside reaches this address of ours. */
export const notReachable = (
  { kind, label }: { readonly kind: string; readonly label: string },
  what: 'pictures' | 'videos',
  atHome: string,
): Outcome => ({
  kind: 'rejected',
  code: `${kind}.not-reachable`,
  message: `${label} loads ${what} from this server, and nobody outside reaches ${atHome}. Set the public address of Strapi in the settings of Presence, and schedule the post again.`,
});
