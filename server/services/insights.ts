import { funnelOf } from '../../src/ecosystem/funnel';
import type { EntryTotal, FunnelView, InsightsQuery, InsightsView, Rollup } from '../../src/ecosystem/schema';
import { networkTotals } from '../../src/ecosystem/networks';
import { seriesOf, stepsOf } from '../../src/ecosystem/series';
import { channelTotals, kindTotals, topEntries, touchesOf } from '../../src/ecosystem/totals';
import { hourOf } from '../../src/engagement/rollup';
import { entryIdOf } from '../../src/shared/entry-key';
import type { CountsStore } from '../stores/counts';
import type { DropsStore } from '../stores/drops';
import type { RollupsStore } from '../stores/rollups';
import type { TouchpointsStore } from '../stores/touchpoints';

interface Deps {
  readonly rollups: Pick<RollupsStore, 'read'>;
  readonly touchpoints: Pick<TouchpointsStore, 'visitors'>;
  readonly drops: Pick<DropsStore, 'read'>;
  readonly counts: Pick<CountsStore, 'ofCampaign'>;
  /** What a person calls the entry; null where it is gone. */
  readonly titleOf: (entry: string) => Promise<string | null>;
  /** The zone in which the business's days begin. */
  readonly zone: () => Promise<string>;
}

const dayInMs = 86_400_000;
const longestForVisitors = 31 * dayInMs;
const longestByHour = 3 * dayInMs;
const shownEntries = 10;

/** Answers from the hourly rollups. Only the number of visitors is counted in the ledger, and only for a month at most. */
export function insights({ rollups, touchpoints, drops, counts, titleOf, zone }: Deps) {
  async function entriesOf(rows: readonly Rollup[]): Promise<EntryTotal[]> {
    return Promise.all(
      topEntries(rows, shownEntries).map(async (row) => ({ ...row, title: await titleOf(row.entry) })),
    );
  }

  return {
    async overview(query: InsightsQuery): Promise<InsightsView> {
      const { uid, documentId, locale } = query;
      const entry =
        uid === undefined || documentId === undefined
          ? null
          : entryIdOf({ uid, documentId, locale: locale || null });
      const step = query.step ?? (query.to - query.from <= longestByHour ? 'hour' : 'day');
      // Whole hours: an hour belongs to the time in which it begins.
      const [from, to] = [hourOf(query.from), query.to];
      const of = { from, to, ...(entry === null ? {} : { entries: [entry] }) };
      const [days, rows, perEntry, visitors, dropped] = await Promise.all([
        zone(),
        rollups.read(of, ['hour', 'channel']),
        entry === null ? rollups.read(of, ['entry']) : [],
        to - from <= longestForVisitors ? touchpoints.visitors(from, to, entry) : null,
        drops.read(from, to),
      ]);
      const steps = stepsOf(from, to, step, days);
      return {
        from,
        to,
        step,
        zone: days,
        steps,
        touches: touchesOf(rows),
        kinds: kindTotals(rows),
        channels: channelTotals(rows),
        series: seriesOf(rows, steps),
        entries: await entriesOf(perEntry),
        visitors,
        dropped,
      };
    },

    /** How far one campaign came. Views of its entries since it began that no campaign brought count for the website. */
    async funnel(campaign: string): Promise<FunnelView> {
      const always = { from: 0, to: Number.MAX_SAFE_INTEGER };
      const rows = await rollups.read({ ...always, campaign }, [
        'hour',
        'channel',
        'entry',
        'campaign',
        'publication',
      ]);
      const networks = networkTotals(await counts.ofCampaign(campaign));
      const entries = [...new Set(rows.map((row) => row.entry))].filter((entry) => entry !== '');
      if (entries.length === 0) return { ...funnelOf(campaign, rows, []), networks };
      const began = rows.reduce((first, row) => Math.min(first, row.hour), Infinity);
      const onSite = await rollups.read({ ...always, from: began, entries, campaign: '' }, [
        'channel',
        'entry',
      ]);
      return { ...funnelOf(campaign, rows, onSite), networks };
    },
  };
}
