import { z } from 'zod';
import { countsOf } from '../../../src/channels/counted/figures';
import type { Told } from '../../../src/channels/counted/told';
import { isAboutRights, isUnknownThing } from '../../../src/channels/outcomes/meta/outcome';
import type { Counts } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { graphCall, graphValue, type GraphAccess, type GraphAnswer } from './graph';

/** A number; or several by what somebody did, as reactions by their type, which are added up. */
const figure = z
  .object({
    value: z.union([
      z.number(),
      z
        .record(z.string(), z.number())
        .transform((parts) => Object.values(parts).reduce((sum, part) => sum + part, 0)),
    ]),
  })
  .optional()
  .catch(undefined);
const figures = z
  .object({
    data: z.array(
      z.object({
        name: z.string(),
        values: z.tuple([figure]).rest(z.unknown()).optional().catch(undefined),
        total_value: figure,
      }),
    ),
  })
  .transform(({ data }): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      data.map(({ name, values, total_value }) => [name, (values?.[0] ?? total_value)?.value]),
    ),
  );
type Figures = z.output<typeof figures>;

/** Asks for metrics of one post, by their names. */
export const insightsOf = (
  http: Outgoing,
  access: GraphAccess,
  id: string,
  names: readonly string[],
  now: () => number,
): Promise<GraphAnswer<Figures>> => {
  const path = `/${encodeURIComponent(id)}/insights`;
  return graphCall(http, access, { path, query: { metric: names.join(',') }, answer: figures }, now);
};

/** A refusal that may be about one metric of several: one that the network does not know (100), or could not reckon just now (1, 2). */
const mayBeOfOne: ReadonlySet<number> = new Set([1, 2, 100]);

interface CountedBy {
  /** Insights by the count that they fill. */
  readonly metrics: Told;
  /** Fields of the post itself, for where there are no insights; left out: it has none. */
  readonly fields?: Told;
}

/**
 * Counts by post (developers.facebook.com/docs/threads/insights and docs/instagram-platform/reference/instagram-media/insights). Meta answers
 * with an empty set where it has no figures yet, and refuses where too few people have seen a post or the right to read insights is
 * missing: then the fields of the post tell what they can. A post of which nothing is known is left out: nothing is not zero. Throws
 * where all of them are refused.
 */
export async function insightCounts(
  http: Outgoing,
  access: GraphAccess,
  { metrics, fields }: CountedBy,
  ids: readonly string[],
  now: () => number,
): Promise<ReadonlyMap<string, Counts>> {
  const all = new Map<string, Counts>();
  const refused: GraphAnswer<unknown>[] = [];
  const unknown = new Set<string>();
  for (const id of ids) {
    const counts = (await byInsights(id)) ?? {};
    const known = Object.keys(counts).length > 0 ? counts : await byFields(id);
    if (Object.keys(known).length > 0) all.set(id, known);
  }
  const [first] = refused;
  if (first && all.size === 0) graphValue(first, 'read', now());
  return all;

  /** Null: none of this post can be told. */
  async function byInsights(id: string): Promise<Counts | null> {
    const names = Object.values(metrics).filter((name) => !unknown.has(name));
    const answer = await insightsOf(http, access, id, names, now);
    if (!answer.ok && 'refusal' in answer) {
      const { refusal } = answer;
      if (isUnknownThing(refusal)) return null;
      if (isAboutRights(refusal)) {
        refused.push(answer);
        return null;
      }
      if (mayBeOfOne.has(refusal.code) && names.length > 1) return oneByOne(id, names, answer);
    }
    return countsOf(metrics, graphValue(answer, 'read', now()));
  }

  async function oneByOne(
    id: string,
    names: readonly string[],
    together: GraphAnswer<Figures>,
  ): Promise<Counts> {
    const told: Figures[] = [];
    for (const name of names) {
      const answer = await insightsOf(http, access, id, [name], now);
      if (answer.ok) told.push(answer.value);
      else if ('refusal' in answer && answer.refusal.code === 100) unknown.add(name);
    }
    if (told.length === 0) graphValue(together, 'read', now());
    return told.reduce<Counts>((all, one) => ({ ...all, ...countsOf(metrics, one) }), {});
  }

  async function byFields(id: string): Promise<Counts> {
    if (!fields) return {};
    const query = { fields: Object.values(fields).join(',') };
    const path = `/${encodeURIComponent(id)}`;
    const answer = await graphCall(http, access, { path, query, answer: z.looseObject({}) }, now);
    return answer.ok ? countsOf(fields, answer.value) : {};
  }
}
