import type { PreflightOfOne, PreflightView } from '../../../src/publishing/preflight/schema';
import type { CampaignsStore } from '../../stores/campaigns';
import type { PreflightsStore } from '../../stores/preflights';
import type { PublicationsStore } from '../../stores/publications';
import type { Notices } from '../notices';
import type { Preflight } from './preflight';

export interface LookAheadDeps {
  readonly store: PreflightsStore;
  readonly publications: Pick<PublicationsStore, 'byKeys'>;
  readonly campaigns: Pick<CampaignsStore, 'byKeys'>;
  readonly preflight: Pick<Preflight, 'of'>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly now: () => number;
}

const hour = 3_600_000;
const day = 24 * hour;
const rowsPerTurn = 50;
const mostTurns = 200;
/** What somebody was told about is looked at again after this time. */
const mostTold = 200;

const code = 'publication.will-not-go-out';

export type LookAhead = ReturnType<typeof lookAhead>;

/**
 * Looks at everything a day and an hour before it goes out, and tells the maker of the campaign what is in the way. Each look
 * happens once, however many instances run; a notice settles itself when nothing is in the way any more.
 */
export function lookAhead({ store, publications, campaigns, preflight, notices, now }: LookAheadDeps) {
  return {
    /** Looks that are due now. */
    async run(): Promise<void> {
      await round('hour', hour);
      await round('day', day);
    },

    /** Whether what was told is still so. */
    async lookAgain(): Promise<void> {
      const keys = await store.told(mostTold);
      const rows = await publications.byKeys(keys);
      const { publications: looked } = await preflight.of(rows);
      for (const row of rows) {
        const one = looked.find(({ publication }) => publication === row.key);
        if (one?.verdict !== 'red') await settle(row.key, row.campaign);
        else await store.setTold(row.key, now());
      }
      // Drafts are removed with their channel.
      for (const key of keys) if (!rows.some((row) => row.key === key)) await store.setTold(key, null);
    },

    /** What is to be said about publications that just got their time; looks that lie before it are not made up for. */
    async scheduled(
      list: readonly { readonly key: string; readonly dueAt: number | null }[],
    ): Promise<PreflightView> {
      for (const { key, dueAt } of list) {
        const left = dueAt === null ? Infinity : dueAt - now();
        const one = { publication: key, dueAt: dueAt ?? 0 };
        if (left <= hour) await store.claim('hour', one);
        else if (left <= day) await store.claim('day', one);
      }
      return preflight.of(await publications.byKeys(list.map(({ key }) => key)));
    },
  };

  async function round(look: 'day' | 'hour', before: number): Promise<void> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const due = await store.due(look, now(), now() + before, rowsPerTurn);
      const mine: string[] = [];
      for (const one of due) if (await store.claim(look, one)) mine.push(one.publication);
      const looked = await preflight.of(await publications.byKeys(mine));
      for (const one of looked.publications) await tell(one);
      if (due.length < rowsPerTurn) return;
    }
  }

  async function tell(one: PreflightOfOne): Promise<void> {
    if (one.verdict !== 'red') return settle(one.publication, one.campaign);
    const reds = one.items.filter(({ severity }) => severity === 'red');
    const [first] = reds;
    const more = reds.length > 1 ? ` (and ${reds.length - 1} more)` : '';
    await notices.raise({
      code,
      severity: 'warning',
      topic: 'publishing',
      message: `“${one.campaignName}” will not go out on ${one.channelName}: ${first?.message ?? ''}${first?.fix ? ` ${first.fix.what}.` : ''}${more}`,
      ...(await about(one.publication, one.campaign)),
    });
    await store.setTold(one.publication, now());
  }

  async function settle(publication: string, campaign: string): Promise<void> {
    await notices.settle({ code, ...(await about(publication, campaign)) });
    await store.setTold(publication, null);
  }

  async function about(publication: string, campaign: string) {
    const [owner] = await campaigns.byKeys([campaign]);
    const whom = owner?.makerId
      ? { to: owner.makerId }
      : { audience: { kind: 'permission' as const, permission: 'campaigns.manage' } };
    return { publication, campaign, ...whom };
  }
}
