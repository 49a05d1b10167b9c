import { rateLimit } from '../../../src/governance/signoff/limit';
import { feedWords } from '../../../src/publishing/calendar/feed-words';
import { icalOf } from '../../../src/publishing/calendar/ical';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import type { FeedView } from '../../../src/publishing/calendar/views';
import type { Actor } from '../../../src/shared/actor';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { Tokens } from '../../../src/shared/token';
import type { CalendarFeedsStore } from '../../stores/calendar-feeds';
import type { Audit } from '../audit';

export interface FeedDeps {
  readonly store: CalendarFeedsStore;
  readonly tokens: Tokens;
  /** The language of an admin user who can sign in and may see publications; null where they may not. */
  readonly reader: (user: string) => Promise<{ readonly language: string } | null>;
  readonly items: (from: number, to: number, limit: number) => Promise<readonly CalendarItem[]>;
  /** Where `/api/presence` is reached from outside. */
  readonly publicBase: () => Promise<string>;
  /** Of the admin panel; empty where it has no address. */
  readonly adminUrl: () => string;
  readonly audit: Pick<Audit, 'record'>;
  readonly uuid: () => string;
  readonly now: () => number;
}

const purpose = 'calendar.v1';
const day = 86_400_000;
const hour = 3_600_000;
const mostEvents = 2_000;

const unknown = {
  code: 'calendar.feed-unknown',
  message: 'There is no calendar behind this address. Copy the link anew from the calendar page.',
} as const;

export type CalendarFeedService = ReturnType<typeof calendarFeed>;

/**
 * The calendar for other programs, behind a link that only its owner knows. What is no link of ours, was revoked, or belongs to
 * somebody who may not look any more is answered alike.
 */
export function calendarFeed(deps: FeedDeps) {
  const { store, tokens, now } = deps;
  const visits = rateLimit({ times: 120, within: hour });
  const strays = rateLimit({ times: 30, within: hour });

  async function view(user: string): Promise<FeedView> {
    const feed = await store.of(user);
    if (!feed) return { link: null };
    const url = `${await deps.publicBase()}/calendar/${tokens.sign(purpose, [feed.key])}.ics`;
    return { link: { url, createdAt: feed.createdAt, usedAt: feed.usedAt } };
  }

  const person = (actor: Actor): Result<string> =>
    actor.kind === 'user'
      ? ok(actor.id)
      : fail({
          code: 'calendar.feed-needs-person',
          message: 'Only somebody who is signed in to the admin panel has a calendar link.',
        });

  return {
    async get(actor: Actor): Promise<Result<FeedView>> {
      const user = person(actor);
      return user.ok ? ok(await view(user.value)) : user;
    },

    /** Makes a link, or a new one that ends the one before. */
    async renew(actor: Actor): Promise<Result<FeedView>> {
      const user = person(actor);
      if (!user.ok) return user;
      await store.put(user.value, deps.uuid(), now());
      await deps.audit.record({ kind: 'calendar-feed.make', actor });
      return ok(await view(user.value));
    },

    async revoke(actor: Actor): Promise<Result<FeedView>> {
      const user = person(actor);
      if (!user.ok) return user;
      if (await store.remove(user.value)) await deps.audit.record({ kind: 'calendar-feed.revoke', actor });
      return ok({ link: null });
    },

    /** The calendar as text. `caller` is a keyed hash of an address; it is counted and forgotten. */
    async read(token: string, caller: string): Promise<Result<string>> {
      const busy = {
        code: 'calendar.feed-busy',
        message: 'This calendar was asked for too often. Once an hour is enough.',
      } as const;
      if (!strays.allows(caller, now())) return fail(busy);
      const [key = ''] = tokens.read(purpose, token) ?? [];
      const feed = key === '' ? null : await store.byKey(key);
      const reader = feed && (await deps.reader(feed.user));
      if (!feed || !reader) {
        strays.take(caller, now());
        return fail(unknown);
      }
      if (!visits.take(key, now())) return fail(busy);
      await store.used(key, now());
      return ok(await textFor(reader.language));
    },
  };

  async function textFor(language: string): Promise<string> {
    const words = feedWords(language);
    const admin = deps.adminUrl();
    const items = await deps.items(now() - 31 * day, now() + 366 * day, mostEvents);
    return icalOf({
      name: words.name,
      language: words.language,
      now: now(),
      events: items.map((item) => ({
        uid: `${item.key}@presence`,
        at: item.dueAt,
        summary: `${item.entryTitle || item.campaignName} · ${item.channelName}`,
        description: [`${words.states[item.state]} · ${item.campaignName}`, item.words]
          .filter(Boolean)
          .join('\n'),
        url: admin === '' ? '' : `${admin}/plugins/presence/campaigns/${item.campaign}`,
        category: item.channelName,
        state: item.state,
      })),
    });
  }
}
