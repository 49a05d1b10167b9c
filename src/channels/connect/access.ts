import { z } from 'zod';
import type { ChannelKind } from '../schema';

/**
 * What became of the access that a channel had:
 *
 * - `none`: it had none;
 * - `ended`: the network takes it no more;
 * - `unreached`: the network did not answer in time; `refused`: it would not;
 * - `shared`: another channel lives by the same access, which would end with it;
 * - `signed-out`: its session has ended, but what it was made from, such as an app password, serves still: only a person can remove that;
 * - `by-hand`: the network has no call for it.
 */
export const accessOutcome = z.enum([
  'none',
  'ended',
  'unreached',
  'refused',
  'shared',
  'signed-out',
  'by-hand',
]);
export type AccessOutcome = z.output<typeof accessOutcome>;

/** `where`: the page on which a person ends it by hand; null: there is none, or nothing is left to do. */
export const accessEnd = z.object({ outcome: accessOutcome, where: z.url().nullable() });
export type AccessEnd = z.output<typeof accessEnd>;

/** Answer of `DELETE /channels/:key`. */
export const channelRemoved = z.object({ access: accessEnd });
export type ChannelRemoved = z.output<typeof channelRemoved>;

/** Where people see which apps have access to their account, and take it away. */
const pages: Partial<Record<ChannelKind, string>> = {
  bluesky: 'https://bsky.app/settings/app-passwords',
  facebook: 'https://www.facebook.com/settings/?tab=business_tools',
  instagram: 'https://www.instagram.com/accounts/manage_access/',
  threads: 'https://www.threads.net/settings/account',
  x: 'https://x.com/settings/connected_apps',
  linkedin: 'https://www.linkedin.com/mypreferences/d/data-sharing-for-permitted-services',
  'google-business': 'https://myaccount.google.com/connections',
  pinterest: 'https://www.pinterest.com/settings/apps',
  slack: 'https://slack.com/apps/manage',
};

const ofMastodon = z.object({ instance: z.url() });

/** Null where the network has no such page, or nobody knows its address. */
function accessPage(kind: ChannelKind, settings: unknown): string | null {
  const home = kind === 'mastodon' ? ofMastodon.safeParse(settings).data?.instance : undefined;
  if (home !== undefined) return `${home.replace(/\/+$/, '')}/oauth/authorized_applications`;
  return pages[kind] ?? null;
}

/** An outcome with the page on which a person goes on, where something is left to do. */
export const accessEndOf = (outcome: AccessOutcome, kind: ChannelKind, settings: unknown): AccessEnd => ({
  outcome,
  where: outcome === 'none' || outcome === 'ended' ? null : accessPage(kind, settings),
});
