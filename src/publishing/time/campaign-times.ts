import type { ChannelKind } from '../../channels/schema';
import { fail, ok, type Result } from '../../shared/result';
import { dueOf, type Due } from '../due';
import type { When } from './when';
import type { PlanFacts } from './closed';
import { nextFreeSlot } from './free-slot';
import { clockOf, settled, shownAt, type LocalTime } from './zone';

const minute = 60_000;

/** The time of a publication; `afterMinutes` where it is only expected until the website is live. */
export interface Planned extends Due {
  readonly afterMinutes: number | null;
}

/** What a copy is to go out at; `settled` is a clock time that comes again and again, so nobody is asked about it. */
export type Wish = When | ({ readonly kind: 'settled' } & LocalTime);

export interface Member {
  readonly key: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly wish: Wish;
  /** Whether its copy points to the page, so that it goes out after the website whatever its time is. */
  readonly hasLink: boolean;
  /** Where the wish stands in the request, for a refusal. */
  readonly path: string;
}

/** When the page of a campaign is up: known where it is, expected where it is scheduled. */
export interface SiteTime {
  readonly at: number;
  readonly isLive: boolean;
}

export interface CampaignFacts extends PlanFacts {
  /** The website's publication that has its time already; null where there is none that will come. */
  readonly site: SiteTime | null;
  /** Channel → the instants that its other publications use. */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  readonly now: number;
  /** No slot before this instant; left out, from now on. */
  readonly from?: number;
}

/**
 * The times of a campaign's copies by key, the website first: what waits for it takes its slot after it, or so many minutes
 * after it. All of them, or the refusal of the first that has none.
 */
export function plannedTimes(
  members: readonly Member[],
  facts: CampaignFacts,
): Result<ReadonlyMap<string, Planned>> {
  const times = new Map<string, Planned>();
  let { site } = facts;
  for (const member of [...members].sort((a, b) => Number(isSite(b)) - Number(isSite(a)))) {
    const planned = timeOf(member, site, facts);
    if (!planned.ok) return fail({ ...planned.error, path: member.path });
    times.set(member.key, planned.value);
    if (isSite(member)) site = { at: planned.value.dueAt, isLive: false };
  }
  return ok(times);
}

const isSite = ({ kind }: Pick<Member, 'kind'>): boolean => kind === 'website';

function timeOf(member: Member, site: SiteTime | null, facts: CampaignFacts): Result<Planned> {
  const { wish, channel } = member;
  const { now, from = now, taken } = facts;
  switch (wish.kind) {
    case 'now':
    case 'at':
      return fixed(dueOf(wish, now));
    case 'settled':
      return ok({ ...settledDue(wish, now), afterMinutes: null });
    case 'slot': {
      const first = Math.max(from, now, site && member.hasLink ? site.at : 0);
      const free = nextFreeSlot({ ...facts, channel, from: first, taken: taken.get(channel) ?? [] });
      if (!free.ok) return free;
      const { dueAt, local, zone } = free.value;
      return ok({ dueAt, localTime: local, zone, afterMinutes: null });
    }
    case 'after':
      return isSite(member) || !site ? noWebsite() : ok(afterSite(wish.minutes, site, now));
    default:
      return wish satisfies never;
  }
}

const fixed = (due: Result<Due>): Result<Planned> =>
  due.ok ? ok({ ...due.value, afterMinutes: null }) : due;

function settledDue({ local, zone }: LocalTime, now: number): Due {
  const clock = clockOf(local);
  if (!clock) throw new RangeError(`${local} is not a date and time of the calendar`);
  const dueAt = Math.max(now, settled(clock, zone));
  return { dueAt, localTime: shownAt(dueAt, zone), zone };
}

/** So many minutes after the website is live; where it is live already, the time is known. */
function afterSite(minutes: number, { at, isLive }: SiteTime, now: number): Planned {
  const dueAt = at + minutes * minute;
  return isLive
    ? { dueAt: Math.max(now, dueAt), localTime: '', zone: '', afterMinutes: null }
    : { dueAt, localTime: '', zone: '', afterMinutes: minutes };
}

const noWebsite = (): Result<never> =>
  fail({
    code: 'time.no-website',
    message:
      'This campaign publishes nothing on the website that this could follow. Tick the website, or choose another time.',
    path: 'when',
  });
