import { z } from 'zod';
import { countsOf } from '../../../src/channels/counted/figures';
import { told, type Told } from '../../../src/channels/counted/told';
import { isAboutRights, isUnknownThing } from '../../../src/channels/outcomes/meta/outcome';
import type { Counts } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import type { FacebookPage } from './facebook-page';
import { graphCall, graphValue, type GraphAnswer } from './graph';
import { insightsOf } from './insights';

const fields = 'shares,comments.limit(0).summary(true),reactions.limit(0).summary(true)';
const summary = z
  .object({ summary: z.object({ total_count: z.number() }) })
  .transform((one) => one.summary.total_count)
  .optional()
  .catch(undefined);
const shown = z
  .object({
    id: z.string(),
    shares: z
      .object({ count: z.number() })
      .transform(({ count }) => count)
      .optional()
      .catch(undefined),
    comments: summary,
    reactions: summary,
  })
  .transform((one) => countsOf(told.facebook, one));

const { views, reach, clicks } = told.facebook;
const insights: Told = { views, reach, clicks };
/** Where the post itself does not tell its reactions. */
const reactions: Told = { likes: 'post_reactions_by_type_total' };

/**
 * Counts by post of a Page: what the post itself shows, and its insights, one metric a call, because Facebook refuses all of a call for
 * one metric that it does not know (docs/graph-api/reference/insights). What it does not tell is left out; insights that are refused
 * leave the rest as it is.
 */
export async function pageCounts(
  http: Outgoing,
  page: FacebookPage,
  ids: readonly string[],
  now: () => number,
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>();
  const refused: GraphAnswer<unknown>[] = [];
  const unknown = new Set<string>();
  /** Until insights are refused as such, or the line breaks. */
  let hasInsights = true;
  for (const id of ids) {
    const call = { path: `/${encodeURIComponent(id)}`, query: { fields }, answer: shown };
    const answer = await graphCall(http, page, call, now);
    const refusal = !answer.ok && 'refusal' in answer ? answer.refusal : null;
    if (refusal && isUnknownThing(refusal)) continue;
    const isClosed = refusal !== null && isAboutRights(refusal);
    if (isClosed) refused.push(answer);
    const own = isClosed ? {} : graphValue(answer, 'read', now());
    const counts = { ...own, ...(await insightsFor(id, own.likes === undefined)) };
    if (Object.keys(counts).length > 0) found.set(id, counts);
  }
  const [first] = refused;
  if (first && found.size === 0) graphValue(first, 'read', now());
  return found;

  async function insightsFor(id: string, withReactions: boolean): Promise<Counts> {
    const wanted: Told = withReactions ? { ...reactions, ...insights } : insights;
    let figures: Readonly<Record<string, unknown>> = {};
    for (const name of Object.values(wanted)) {
      if (!hasInsights) break;
      if (unknown.has(name)) continue;
      const answer = await insightsOf(http, page, id, [name], now);
      if (answer.ok) figures = { ...figures, ...answer.value };
      else if ('refusal' in answer && answer.refusal.code === 100) unknown.add(name);
      else hasInsights = 'refusal' in answer && [1, 2].includes(answer.refusal.code);
    }
    return countsOf(wanted, figures);
  }
}
