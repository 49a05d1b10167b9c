import { z } from 'zod';
import { isGoneOnPinterest } from '../../../src/channels/outcomes/pins/pinterest';
import { countsOf } from '../../../src/channels/counted/figures';
import { told } from '../../../src/channels/counted/told';
import type { Counts } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { pinterestCall, pinterestValue, type PinterestAccount } from './api';

const figures = z.record(z.string(), z.unknown()).optional().catch(undefined);
const analytics = z
  .object({ all: z.object({ summary_metrics: figures, lifetime_metrics: figures }) })
  .transform(({ all: { summary_metrics = {}, lifetime_metrics = {} } }): Counts => ({
    ...countsOf(told.pinterest, summary_metrics),
    ...countsOf(told.pinterest, lifetime_metrics),
  }));

const day = 86_400_000;
/** Pinterest tells nothing of earlier days; comments and reactions it counts from the beginning. */
const daysBack = 89;

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Counts by pin (developers.pinterest.com/docs/api/v5/pins-analytics): one that is gone, or has no figures yet, is left out. */
export async function pinterestCounts(
  http: Outgoing,
  account: PinterestAccount,
  ids: readonly string[],
  now: () => number,
): Promise<ReadonlyMap<string, Counts>> {
  const found = new Map<string, Counts>();
  const days = `start_date=${dateOf(now() - daysBack * day)}&end_date=${dateOf(now())}`;
  const unknown = new Set<string>();
  const ask = (id: string, names: readonly string[]) => {
    const path = `/pins/${encodeURIComponent(id)}/analytics?${days}&metric_types=${names.join(',')}`;
    return pinterestCall(http, account, { path, answer: analytics }, now);
  };
  for (const id of ids) {
    const names = Object.values(told.pinterest).filter((name) => !unknown.has(name));
    const answer = await ask(id, names);
    const refusal = !answer.ok && 'refusal' in answer ? answer.refusal : null;
    if (refusal && isGoneOnPinterest(refusal)) continue;
    const counts = (refusal?.status === 400 && (await oneByOne(id, names))) || pinterestValue(answer, now());
    if (Object.keys(counts).length > 0) found.set(id, counts);
  }
  return found;

  /** Pinterest refuses all of a call for one metric that it does not know. Null: it takes none of them. */
  async function oneByOne(id: string, names: readonly string[]): Promise<Counts | null> {
    const told: Counts[] = [];
    for (const name of names) {
      const answer = await ask(id, [name]);
      if (answer.ok) told.push(answer.value);
      else if ('refusal' in answer && answer.refusal.status === 400) unknown.add(name);
    }
    return told.length === 0 ? null : told.reduce((all, one) => ({ ...all, ...one }));
  }
}
