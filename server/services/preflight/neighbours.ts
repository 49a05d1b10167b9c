import { nearestPost } from '../../../src/brand/posts/nearest';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { ChannelPrice } from '../../../src/channels/settings/fields';
import type { CopyFacts } from '../../../src/publishing/preflight/facts';
import type { ClashFacts } from '../../../src/publishing/preflight/clash';
import { monthOf, type CostFacts } from '../../../src/publishing/preflight/cost';
import { distanceOf } from '../../../src/publishing/time/clashes';
import { closedAt, closedOf, type PlanFacts } from '../../../src/publishing/time/closed';
import type { CampaignsStore } from '../../stores/campaigns';
import type { CorrectionsStore } from '../../stores/corrections';
import type { RepeatsAmong } from '../repeats-among';
import type { PublicationRow } from '../../stores/publication-row';
import type { PublicationsStore } from '../../stores/publications';

export interface NeighbourDeps {
  readonly store: Pick<PublicationsStore, 'planned' | 'lastOn' | 'countIn' | 'copiesIn'>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly corrections: Pick<CorrectionsStore, 'copiesIn'>;
  readonly repeatsAmong: RepeatsAmong;
  readonly now: () => number;
  /** The rules of what goes to a channel. */
  readonly rules: () => Promise<(row: Pick<PublicationRow, 'kind' | 'channel'>) => ChannelRules>;
  /** When the channels of the business are used. */
  readonly planOf: () => Promise<PlanFacts>;
}

interface Around {
  readonly clash: (row: PublicationRow) => ClashFacts;
  readonly cost: (row: PublicationRow) => CostFacts;
  readonly alike: (row: PublicationRow) => CopyFacts['alike'];
}

const day = 86_400_000;
/** Posts so far apart are compared and counted together; no minimum distance is longer. */
const reach = 30 * day;
const mostPlanned = 1_000;
/** So many of the posts that went out last are compared with. */
const postsBack = 30;

/** What else goes out, and went out, on the channels of these publications. */
export function neighbours({
  store,
  campaigns,
  corrections,
  repeatsAmong,
  now,
  rules,
  planOf,
}: NeighbourDeps) {
  /** `prices`: what channels bill, by their keys, as somebody entered it. */
  return async (
    rows: readonly PublicationRow[],
    zone: string,
    prices: ReadonlyMap<string, ChannelPrice>,
  ): Promise<Around> => {
    const times = rows.map(({ dueAt }) => dueAt).filter((at) => at !== null);
    const channels = [...new Set(rows.map(({ channel }) => channel))];
    const [from, to] = [Math.min(...times) - reach, Math.max(...times) + reach];
    const planned = times.length > 0 ? await store.planned({ from, to, channels }, mostPlanned) : [];
    const sent: PublicationRow[] = [];
    for (const channel of channels) sent.push(...(await store.lastOn(channel, postsBack)));
    const others = [...planned, ...sent];
    const names = await namesOf(others);
    const isRepeat = await repeatsAmong([...rows, ...others].map(({ campaign }) => campaign));
    const besides = (row: PublicationRow): readonly PublicationRow[] =>
      others.filter(({ key, channel }) => channel === row.channel && key !== row.key);
    const plan = await planOf();
    const rulesOf = await rules();
    const costs = new Map<string, CostFacts>();
    for (const row of rows)
      costs.set(row.key, await costOf(row, zone, rulesOf(row), prices.get(row.channel)));

    return {
      clash: (row) => ({
        distance: distanceOf(plan.plan, row.channel) || null,
        blackouts: closedNames(plan, row),
        quota: rulesOf(row).quota ?? null,
        others: besides(row).flatMap((one) => {
          const at = one.deliveredAt ?? one.dueAt;
          return at === null ? [] : [{ name: `“${names.get(one.campaign) ?? ''}”`, at }];
        }),
      }),
      cost: (row) => costs.get(row.key) ?? null,
      alike: (row) => {
        if (row.kind === 'website') return null;
        const at = row.dueAt ?? now();
        const posts = besides(row)
          .filter(
            ({ campaign, deliveredAt, dueAt }) =>
              !isRepeat({ campaign: row.campaign, at }, { campaign, at: deliveredAt ?? dueAt }),
          )
          .map((one) => ({ text: one.copy.text, campaign: one.campaign }));
        const near = nearestPost(row.copy.text, posts);
        return (
          near && { label: `“${names.get(near.post.campaign) ?? ''}”`, percent: Math.round(near.share * 100) }
        );
      },
    };
  };

  async function namesOf(list: readonly PublicationRow[]): Promise<ReadonlyMap<string, string>> {
    const found = await campaigns.byKeys([...new Set(list.map(({ campaign }) => campaign))]);
    return new Map(found.map(({ key, name }) => [key, name]));
  }

  async function costOf(
    { channel, dueAt }: PublicationRow,
    zone: string,
    rules: ChannelRules,
    entered: ChannelPrice | undefined,
  ): Promise<CostFacts> {
    const price = entered ?? rules.price;
    if (price === undefined || dueAt === null) return null;
    const { from, to } = monthOf(dueAt, zone);
    const { perPost, withLink, currency } = price;
    const cap = entered?.cap ?? null;
    const { isLinked } = rules;
    if (withLink === undefined || !isLinked)
      return { price: { perPost, currency }, posts: await store.countIn(channel, from, to), cap };
    const copies = await store.copiesIn(channel, from, to);
    const edits = rules.price?.billsCorrections ? await corrections.copiesIn(channel, from, to) : [];
    // Each post of a thread is billed like one of its own.
    const posts = [
      ...copies.flatMap(({ text, link, replies = [] }) => [
        { text, link },
        ...replies.map((reply) => ({ ...reply, link: null })),
      ]),
      ...edits,
    ];
    const linked = posts.filter(({ text, link }) => isLinked(text, link)).length;
    return { price: { perPost, withLink, currency }, posts: posts.length, linked, cap };
  }
}

const closedNames = (plan: PlanFacts, { channel, dueAt }: PublicationRow): ClashFacts['blackouts'] =>
  dueAt === null
    ? []
    : closedAt(closedOf(plan, channel), dueAt).map(({ code, name }) => ({
        name,
        kind: code === 'time.holiday' ? 'holiday' : 'own',
      }));
