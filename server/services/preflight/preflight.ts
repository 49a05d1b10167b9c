import { monthOf, monthSum } from '../../../src/publishing/preflight/cost';
import type { PreflightFacts } from '../../../src/publishing/preflight/facts';
import { isAsked, preflightOf, verdictOf } from '../../../src/publishing/preflight/preflight';
import type { PreflightCost, PreflightOfOne, PreflightView } from '../../../src/publishing/preflight/schema';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { CampaignsStore } from '../../stores/campaigns';
import type { PublicationRow } from '../../stores/publication-row';
import type { PublicationsStore } from '../../stores/publications';
import type { GatherFacts } from './facts';
import { noCampaign, noPublication } from '../publishing-refusals';

export interface PreflightDeps {
  readonly store: Pick<PublicationsStore, 'byKeys' | 'ofCampaign' | 'planned'>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly gather: GatherFacts;
  readonly now: () => number;
}

const day = 86_400_000;
/** So many publications are looked at in one answer, the next ones first. */
const most = 500;

export type Preflight = ReturnType<typeof preflight>;

/** Will it go out? For a publication, a campaign, and the days to come. */
export function preflight({ store, campaigns, gather, now }: PreflightDeps) {
  async function of(rows: readonly PublicationRow[]): Promise<PreflightView> {
    const asked = rows.filter(({ state }) => isAsked(state));
    const facts = await gather(asked);
    const names = new Map(
      (await campaigns.byKeys([...new Set(asked.map(({ campaign }) => campaign))])).map((one) => [
        one.key,
        one.name,
      ]),
    );
    const publications = asked.flatMap((row, index) => {
      const own = facts[index];
      return own ? [ofOne(row, own, names.get(row.campaign) ?? '')] : [];
    });
    return {
      verdict: verdictOf(publications.map(({ verdict }) => verdict)),
      at: now(),
      publications,
      costs: costsOf(asked, facts),
    };
  }

  return {
    of,

    async publication(key: string): Promise<Result<PreflightView>> {
      const rows = await store.byKeys([key]);
      return rows.length > 0 ? ok(await of(rows)) : fail(noPublication);
    },

    async campaign(key: string): Promise<Result<PreflightView>> {
      if ((await campaigns.byKeys([key])).length === 0) return fail(noCampaign);
      return ok(await of(await store.ofCampaign(key)));
    },

    /** What goes out in the days to come, and what should have gone out by now. */
    async ahead(days: number): Promise<PreflightView> {
      return of(await store.planned({ from: 0, to: now() + days * day }, most));
    },
  };
}

function ofOne(row: PublicationRow, facts: PreflightFacts, campaignName: string): PreflightOfOne {
  const items = preflightOf(facts);
  return {
    publication: row.key,
    campaign: row.campaign,
    campaignName,
    channelName: facts.publication.channelName,
    dueAt: row.dueAt,
    verdict: verdictOf(items.map(({ severity }) => severity)),
    items,
  };
}

/** One line for a channel and month, whatever many of its posts were looked at. */
function costsOf(rows: readonly PublicationRow[], facts: readonly PreflightFacts[]): PreflightCost[] {
  const lines = new Map<string, PreflightCost>();
  rows.forEach(({ channel, dueAt }, index) => {
    const { cost, zone, publication } = facts[index] ?? { cost: null };
    if (!cost || dueAt === null || zone === undefined || publication === undefined) return;
    const month = monthOf(dueAt, zone).first;
    lines.set(`${channel} ${month}`, {
      ...{ channel, channelName: publication.channelName, month, posts: cost.posts },
      ...{ sum: monthSum(cost), cap: cost.cap, currency: cost.price.currency },
    });
  });
  return [...lines.values()];
}
