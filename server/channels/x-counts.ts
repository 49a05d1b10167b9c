import { z } from 'zod';
import { countsOf } from '../../src/channels/counted/figures';
import { told } from '../../src/channels/counted/told';
import type { Counts } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { xCall, xValue, type XAccount } from './x-api';

const group = z.record(z.string(), z.unknown()).optional().catch(undefined);
const posts = z.object({
  data: z.array(z.object({ id: z.string(), public_metrics: group, non_public_metrics: group })).default([]),
  errors: z
    .array(z.object({ type: z.string().catch('') }))
    .optional()
    .catch(undefined),
});

const mostIds = 100;
/** Private metrics end after 30 days; an hour less, so that none of a call is refused for one that just became older. */
const privateFor = 30 * 86_400_000 - 3_600_000;
/** An id of X begins with the time at which it was made. */
const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + 1_288_834_974_657n);

/**
 * Counts by post (docs.x.com/x-api/fundamentals/metrics). Clicks on links are private: X tells them to the account that posted, for 30
 * days. A post of which it does not tell them is asked for once more without.
 */
export async function xCounts(
  http: Outgoing,
  account: XAccount,
  ids: readonly string[],
  now: () => number,
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>();
  const young = ids.filter((id) => now() - madeAt(id) < privateFor);
  const hidden = await ask(young, 'public_metrics,non_public_metrics');
  const old = ids.filter((id) => !young.includes(id));
  await ask([...old, ...hidden], 'public_metrics');
  return found;

  /** Ids that X kept back because of a field. */
  async function ask(all: readonly string[], fields: string): Promise<string[]> {
    const kept: string[] = [];
    for (let start = 0; start < all.length; start += mostIds) {
      const part = all.slice(start, start + mostIds);
      const query = { ids: part.join(','), 'tweet.fields': fields };
      const answer = await xCall(http, account, { path: '/tweets', query, answer: posts }, now);
      const { data, errors = [] } = xValue(answer, 'read', now());
      for (const { id, public_metrics, non_public_metrics } of data) {
        const counts = countsOf(told.x, { ...non_public_metrics, ...public_metrics });
        if (Object.keys(counts).length > 0) found.set(id, counts);
      }
      if (errors.some(({ type }) => type.endsWith('/not-authorized-for-field')))
        kept.push(...part.filter((id) => !data.some((one) => one.id === id)));
    }
    return kept;
  }
}
