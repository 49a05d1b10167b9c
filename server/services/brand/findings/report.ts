import type { z } from 'zod';
import { reportHead, reportLine } from '../../../../src/brand/findings/report';
import type { Report, ReportRow, reportQuery, TrendPoint } from '../../../../src/brand/findings/schema';
import { daysAfter } from '../../../../src/governance/lifecycle/day';
import type { Rule } from '../../../../src/brand/engine/rule';
import type { BrandDaysStore } from '../../../stores/brand-days';
import type { BrandEntriesStore } from '../../../stores/brand-entries';
import type { BrandReportStore, ReportFilter } from '../../../stores/brand-report';
import type { Entries } from '../../entries';

export interface ReportDeps {
  readonly store: BrandReportStore;
  readonly index: Pick<BrandEntriesStore, 'waiting'>;
  readonly days: Pick<BrandDaysStore, 'since'>;
  readonly entries: Pick<Entries, 'model'>;
  /** Names of channels, also of those that were removed. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  /** Every rule there is, by its id. */
  readonly rules: () => Promise<ReadonlyMap<string, Pick<Rule, 'explanation'>>>;
  readonly today: () => Promise<string>;
}

type Query = z.output<typeof reportQuery>;

const shownFindings = 4;
const shownRules = 50;
const rowsPerRead = 500;

export type FindingReport = ReturnType<typeof findingReport>;

/** Everything that was found in all content: as a page, as a file and by days. `readable` are the types that the reader may see. */
export function findingReport({ store, index, days, entries, channelNames, rules, today }: ReportDeps) {
  const filterOf = (
    { uid, ...rest }: Omit<Query, 'page' | 'pageSize'>,
    readable: readonly string[],
  ): ReportFilter => ({
    ...rest,
    uids: readable.filter((one) => uid === undefined || one === uid),
  });

  return {
    async page(query: Query, readable: readonly string[]): Promise<Report> {
      const { page, pageSize, ...asked } = query;
      const filter = filterOf(asked, readable);
      const found = await store.page(filter, (page - 1) * pageSize, pageSize);
      const rows: ReportRow[] = [];
      for (const { entry, ...row } of found) {
        const findings = await store.gravestOf(filter, entry, shownFindings);
        rows.push({
          ...row,
          findings: findings.map(({ rule, severity, message, field, quote, channel }) => {
            return { rule, severity, message, field, quote, channel };
          }),
        });
      }
      const severities = await store.severities(filter);
      const known = await rules();
      const byRule = [...(await store.rules(filter))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return {
        ...{ rows, page, pageSize, total: await store.total(filter) },
        ...(await store.standing(filter)),
        counts: {
          error: severities.get('error') ?? 0,
          warning: severities.get('warning') ?? 0,
          suggestion: severities.get('suggestion') ?? 0,
        },
        rules: byRule.slice(0, shownRules).map(([rule, count]) => {
          return { rule, count, explanation: known.get(rule)?.explanation ?? null };
        }),
        uids: [...(await store.types(filter))].map(([uid, count]) => {
          return { uid, name: entries.model(uid)?.displayName ?? uid, count };
        }),
        waiting: await index.waiting(readable),
      };
    },

    /** The same as CSV, one finding a line, a few hundred at a time. */
    async *lines(
      asked: Omit<Query, 'page' | 'pageSize'>,
      readable: readonly string[],
    ): AsyncGenerator<string> {
      const filter = filterOf(asked, readable);
      const names = new Map((await channelNames()).map(({ key, name }) => [key, name]));
      const known = await rules();
      yield reportHead();
      for (let last = 0; ;) {
        const found = await store.after(filter, last, rowsPerRead);
        const lines = found.items.map(({ finding, entry: { documentId, title, checkedAt } }) => {
          const channel = finding.channel === null ? null : (names.get(finding.channel) ?? finding.channel);
          const kept = { ...finding, channel, documentId, title, checkedAt };
          return reportLine(kept, known.get(finding.rule)?.explanation ?? null);
        });
        if (lines.length > 0) yield lines.join('');
        last = found.last;
        if (found.isEnd) return;
      }
    },

    /** One point a day, the earliest first; days on which nothing ran are missing. */
    async trend(count: number, readable: readonly string[]): Promise<TrendPoint[]> {
      const from = daysAfter(await today(), 1 - count);
      return (await days.since(from, readable)).map(({ score_sum: sum, ...point }) => ({
        ...point,
        meanScore: point.entries > 0 ? sum / point.entries : 100,
      }));
    },
  };
}
