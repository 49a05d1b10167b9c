import { waiting } from '../../src/publishing/order';
import {
  plannedTimes,
  type Member,
  type Planned,
  type SiteTime,
} from '../../src/publishing/time/campaign-times';
import type { PlanFacts } from '../../src/publishing/time/closed';
import type { Result } from '../../src/shared/result';
import type { PublicationRow } from '../stores/publication-row';
import type { SlotsStore, Taken } from '../stores/slots';

/** The longest distance that a plan can ask for, in milliseconds: what was before it is near nothing any more. */
const longestDistance = 7 * 24 * 3_600_000;

interface Deps {
  readonly plan: () => Promise<PlanFacts>;
  readonly slots: SlotsStore;
  readonly now: () => number;
}

export type PublishingTimes = ReturnType<typeof publishingTimes>;

/** Gives copies their times by the plan of the channels and what is planned on them already. */
export const publishingTimes = ({ plan, slots, now }: Deps) => ({
  /** Read before the transaction begins: on some databases the first look fixes what it sees of everything else. */
  plan,

  /**
   * The times of some copies of a campaign, whose rows (all of them) are `rows`. Stands first in the transaction that writes
   * them: where one of them takes a slot, its channel is locked until that ends.
   */
  async planned(
    facts: PlanFacts,
    members: readonly Member[],
    rows: readonly PublicationRow[],
    from?: number,
  ): Promise<Result<ReadonlyMap<string, Planned>>> {
    const own = new Set(members.map(({ key }) => key));
    const channels = members.filter(({ wish }) => wish.kind === 'slot').map(({ channel }) => channel);
    if (channels.length > 0) await slots.lock(channels);
    const used = channels.length > 0 ? await slots.takenOn(channels, now() - longestDistance) : [];
    const others = used.filter(({ key }) => !own.has(key));
    const site = siteOf(rows.filter(({ key }) => !own.has(key)));
    const at = { now: now(), ...(from === undefined ? {} : { from }) };
    return plannedTimes(members, { ...facts, ...at, site, taken: takenByChannel(others) });
  },

  /** What is planned on these channels, and what went out so lately that it is near. */
  takenOn: (channels: readonly string[]): Promise<readonly Taken[]> =>
    slots.takenOn(channels, now() - longestDistance),
});

/** When the page of a campaign is up or will be; null where nothing will bring it. */
export function siteOf(rows: readonly PublicationRow[]): SiteTime | null {
  const site = rows.find(({ kind, state }) => kind === 'website' && state !== 'draft');
  if (!site) return null;
  switch (waiting(site.state)) {
    case 'go':
      return { at: site.deliveredAt ?? site.createdAt, isLive: true };
    case 'wait':
      return { at: site.dueAt ?? site.createdAt, isLive: false };
    case 'hold':
      return null;
  }
}

/** The instants by channel. */
export function takenByChannel(taken: readonly Taken[]): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  for (const { channel, dueAt } of taken) {
    const list = map.get(channel) ?? [];
    list.push(dueAt);
    map.set(channel, list);
  }
  return map;
}
