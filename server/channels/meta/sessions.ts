import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Delivery, Lasting } from '../../../src/channels/channel';
import { copySealOf } from '../../../src/channels/copy-seal';
import type { Outgoing } from '../../http/outgoing';
import type { SessionStore } from '../bluesky-session';
import { graphCall, type GraphAccess } from './graph';

const session = z.object({
  /** Tells what was kept for an earlier token apart: a new one starts anew. */
  madeFrom: z.string(),
  accessToken: z.string().min(1),
  /** Milliseconds since 1970; null: the token has never been extended. */
  expiresAt: z.number().nullable(),
  triedAt: z.number(),
  /** Containers by publication and copy: what was prepared and perhaps published. */
  containers: z.record(z.string(), z.object({ id: z.string(), at: z.number() })),
});
type Session = z.output<typeof session>;

/** A profile and what it is called with. */
export interface MetaProfile extends GraphAccess {
  readonly key: string;
  /** Its number, or `me`. */
  readonly user: string;
  /** Tells the token that was entered from earlier ones. */
  readonly mark: string;
  /** How its token is extended; null: it is not. */
  readonly grant: 'th_refresh_token' | 'ig_refresh_token' | null;
  /** Whose log-in it is, where there are two. */
  readonly login?: 'instagram' | 'facebook';
  /** When a person allowed the access at the network; null: the token was entered by hand. */
  readonly connectedAt: number | null;
}

const day = 86_400_000;
/** Extended from so long before its end on, at most once a day. */
const early = 30 * day;

/** `expires_in` in seconds. An answer without a token changes nothing. */
const extended = z.object({ access_token: z.string().min(1), expires_in: z.int().min(1) });

/** With the mark of what was entered. */
export function metaProfile(entered: Omit<MetaProfile, 'mark'>): MetaProfile {
  const { server, user, accessToken, connectedAt } = entered;
  // What was connected is renewed in its place: another token of the same connection starts nothing anew.
  const mark = createHash('sha256')
    .update(JSON.stringify([server, user, connectedAt ?? accessToken]))
    .digest('hex');
  return { ...entered, mark };
}

/** A copy of a publication: what was prepared of another text is never published in its place. */
export type Slot = Pick<Delivery, 'publication' | 'copy'>;

const nameOf = ({ publication, copy }: Slot): string => `${publication} ${copySealOf(copy)}`;

/** What outlives the process of each profile: its extended token, and its containers. */
export function metaSessions(http: Outgoing, store: SessionStore, now: () => number) {
  const known = new Map<string, Session>();
  const renewals = new Map<string, Promise<Session>>();

  async function current(profile: MetaProfile): Promise<Session> {
    const held = session.safeParse(await store.load(profile.key)).data ?? known.get(profile.key);
    const own =
      held?.madeFrom === profile.mark
        ? held
        : {
            madeFrom: profile.mark,
            accessToken: profile.accessToken,
            expiresAt: null,
            triedAt: 0,
            containers: {},
          };
    known.set(profile.key, own);
    return own;
  }

  async function keep(profile: MetaProfile, next: Session): Promise<Session> {
    known.set(profile.key, next);
    await store.save(profile.key, next);
    return next;
  }

  /** Goes on with the token as it is where it cannot be extended: one younger than a day never can. */
  async function renew(profile: MetaProfile, old: Session, grant: string): Promise<Session> {
    const answer = await graphCall(
      http,
      { ...profile, accessToken: old.accessToken, version: '' },
      { path: '/refresh_access_token', query: { grant_type: grant }, answer: extended },
      now,
    );
    if (!answer.ok && 'noAnswer' in answer) return old;
    const latest = { ...(await current(profile)), triedAt: now() };
    return keep(
      profile,
      answer.ok
        ? {
            ...latest,
            accessToken: answer.value.access_token,
            expiresAt: now() + answer.value.expires_in * 1_000,
          }
        : latest,
    );
  }

  return {
    /** The profile with the token that holds now; callers at the same time share one extension. */
    async ready(profile: MetaProfile): Promise<MetaProfile> {
      const { key, grant } = profile;
      if (grant === null) return profile;
      const held = await current(profile);
      const isDue = held.expiresAt === null || held.expiresAt - now() < early;
      if (!isDue || now() - held.triedAt < day) return { ...profile, accessToken: held.accessToken };
      const running = renewals.get(key) ?? renew(profile, held, grant).finally(() => renewals.delete(key));
      renewals.set(key, running);
      return { ...profile, accessToken: (await running).accessToken };
    },

    /** What was prepared of this very copy. */
    async container(profile: MetaProfile, slot: Slot): Promise<string | null> {
      return (await current(profile)).containers[nameOf(slot)]?.id ?? null;
    },

    /** Everything that was prepared for a publication, also of copies that were changed since. */
    async containersOf(profile: MetaProfile, { publication }: Slot): Promise<readonly string[]> {
      const { containers } = await current(profile);
      return Object.entries(containers).flatMap(([name, { id }]) =>
        name.split(' ', 1)[0] === publication ? [id] : [],
      );
    },

    async keepContainer(profile: MetaProfile, slot: Slot, id: string): Promise<void> {
      const held = await current(profile);
      // A container lives a day; a publication that is tried for longer is looked for among the posts.
      const fresh = Object.entries(held.containers).filter(([, { at }]) => now() - at < 2 * day);
      await keep(profile, {
        ...held,
        containers: { ...Object.fromEntries(fresh), [nameOf(slot)]: { id, at: now() } },
      });
    },

    /** From what is stored. A token that is due and could not be extended ends by itself. */
    async lasting(profile: MetaProfile): Promise<Lasting> {
      const { expiresAt } = await current(profile);
      const isExtended = profile.grant !== null && expiresAt !== null && expiresAt - now() >= early;
      return { endsAt: expiresAt, renewsItself: isExtended, missingRights: [] };
    },

    /** As far as this process has learnt it. */
    validUntil: (key: string): number | null => known.get(key)?.expiresAt ?? null,
  };
}
