import { z } from 'zod';
import { countsOf } from '../../src/channels/counted/figures';
import { told as names } from '../../src/channels/counted/told';
import { metrics, type Counts, type Metric } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { xCall, xValue, type XAccount } from './x-api';

const group = z.record(z.string(), z.unknown()).optional().catch(undefined);
const posts = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        edit_history_tweet_ids: z.array(z.string()).default([]).catch([]),
        public_metrics: group,
        non_public_metrics: group,
      }),
    )
    .default([]),
  errors: z
    .array(z.object({ type: z.string().catch(''), resource_id: z.string().catch('') }))
    .optional()
    .catch(undefined),
});

const mostIds = 100;
/** Private metrics end after 30 days; an hour less, so that none of a call is refused for one that just became older. */
const privateFor = 30 * 86_400_000 - 3_600_000;
/** An id of X begins with the time at which it was made. */
const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + 1_288_834_974_657n);

/** What X tells of one version of a post. */
interface Told {
  readonly counts: Counts;
  /** All versions of its post, the oldest first. */
  readonly versions: readonly string[];
}

/**
 * Counts by post (docs.x.com/x-api/fundamentals/metrics), those of all its versions together: X counts for each version what happened
 * while it was shown (docs.x.com/x-api/fundamentals/edit-posts). Clicks on links are private: X tells them to the account that posted, for
 * 30 days. A post of which it does not tell them is asked for once more without.
 */
export async function xCounts(
  http: Outgoing,
  account: XAccount,
  ids: readonly string[],
  now: () => number,
): Promise<Map<string, Counts>> {
  const told = new Map<string, Told>();
  const missing = new Set<string>();
  await look(ids);
  // By any of its ids: X may answer with the newest version whichever was asked for.
  const versionsOf = (id: string): readonly string[] =>
    (told.get(id) ?? [...told.values()].find(({ versions }) => versions.includes(id)))?.versions ?? [];
  await look([...new Set(ids.flatMap(versionsOf))].filter((id) => !told.has(id)));
  return new Map(
    ids.flatMap((id) => {
      const versions = versionsOf(id);
      const all = (versions.length > 0 ? versions : [id]).flatMap((one) => told.get(one)?.counts ?? []);
      // Without one of them the sum would be too small, as if people had taken something back.
      const counts = versions.some((one) => missing.has(one)) ? {} : together(all);
      return Object.keys(counts).length > 0 ? [[id, counts] as const] : [];
    }),
  );

  async function look(some: readonly string[]): Promise<void> {
    const young = some.filter((id) => now() - madeAt(id) < privateFor);
    const hidden = await ask(young, 'public_metrics,non_public_metrics');
    const old = some.filter((id) => !young.includes(id));
    await ask([...old, ...hidden], 'public_metrics');
  }

  /** Ids that X kept back because of a field. */
  async function ask(all: readonly string[], fields: string): Promise<string[]> {
    const kept: string[] = [];
    for (let start = 0; start < all.length; start += mostIds) {
      const part = all.slice(start, start + mostIds);
      const query = { ids: part.join(','), 'tweet.fields': fields };
      const answer = await xCall(http, account, { path: '/tweets', query, answer: posts }, now);
      const { data, errors = [] } = xValue(answer, 'read', now());
      for (const { id, edit_history_tweet_ids: versions, public_metrics, non_public_metrics } of data)
        told.set(id, {
          counts: countsOf(names.x, { ...non_public_metrics, ...public_metrics }),
          versions,
        });
      const isKept = ({ type }: { type: string }) => type.endsWith('/not-authorized-for-field');
      for (const error of errors) if (!isKept(error)) missing.add(error.resource_id);
      if (errors.some(isKept)) kept.push(...part.filter((id) => !data.some((one) => one.id === id)));
    }
    return kept;
  }
}

/** The sum; what X does not tell of each of them it does not tell of the post. */
function together(all: readonly Counts[]): Counts {
  const sum = (metric: Metric): number | undefined =>
    all.reduce<number | undefined>((total, one) => {
      const count = one[metric];
      return total === undefined || count === undefined ? undefined : total + count;
    }, 0);
  const sums = metrics.map((metric) => [metric, sum(metric)] as const);
  return all.length === 0 ? {} : Object.fromEntries(sums.filter(([, count]) => count !== undefined));
}
