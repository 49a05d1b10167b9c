import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { EntryKey } from '../src/shared/entry-key';
import { awaited } from './services/brand/findings/awaited';
import { baseline as makeBaseline } from './services/brand/findings/baseline';
import { statesToCheck } from './services/brand/findings/copies';
import { dismissals as makeDismissals } from './services/brand/findings/dismissals';
import { findingIndex } from './services/brand/findings/finding-index';
import { findingReport } from './services/brand/findings/report';
import type { PictureMeasuring } from './services/brand/findings/known-pictures';
import { findingViews, type ViewsDeps } from './services/brand/findings/views';
import { waiverPolicies } from './services/brand/findings/waiver-policy';
import { waivers as makeWaivers } from './services/brand/findings/waivers';
import { fingerprintOf } from './services/brand/findings/fingerprint';
import { rounds } from './services/rounds';
import { brandBaselineStore } from './stores/brand-baseline';
import { brandDaysStore } from './stores/brand-days';
import { brandDismissalsStore } from './stores/brand-dismissals';
import { brandDraftsStore } from './stores/brand-drafts';
import { brandEntriesStore } from './stores/brand-entries';
import { brandFindingsStore } from './stores/brand-findings';
import { brandReportStore } from './stores/brand-report';
import { brandWaiversStore } from './stores/brand-waivers';
import type { Connection } from './stores/bulk';
import { optionsStore } from './stores/options';
import { publicationsTable } from './stores/publication-row';
import { publicationsStore } from './stores/publications';
import type { Governance } from './wire-governance';

interface Deps extends Pick<
  Governance,
  'audit' | 'notices' | 'entries' | 'catalogue' | 'brandCheck' | 'settings'
> {
  readonly channels: ViewsDeps['channels'];
  /** Also those that were removed. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly measuring: PictureMeasuring;
  /** What errors of an entry held may go on. */
  readonly release: (key: EntryKey) => Promise<unknown>;
  readonly now: () => number;
}

export type BrandPart = ReturnType<typeof wireBrand>;

/** The part of the composition that looks after findings: exceptions, baseline, index and report. */
export function wireBrand(strapi: Core.Strapi, deps: Deps) {
  const { db } = strapi;
  const { audit, notices, entries, catalogue, settings, now } = deps;
  const { check, pictures, today } = deps.brandCheck;
  const uuid = () => randomUUID();
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const inTransaction = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
    db.transaction(({ trx }) => work(trx));
  const options = optionsStore(strapi);
  const [waiverRows, baselineRows] = [brandWaiversStore(db), brandBaselineStore(db)];
  const [entryRows, findingRows, days] = [brandEntriesStore(db), brandFindingsStore(db), brandDaysStore(db)];
  const failed = (what: string, error: unknown): void => {
    strapi.log.error(`presence: ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  };
  const waits = awaited();

  const index = findingIndex({
    ...{ store: entryRows, findings: findingRows, waivers: waiverRows, baseline: baselineRows, days },
    ...{ drafts: brandDraftsStore(strapi), entries, check, options, inTransaction, today, uuid, now },
    fingerprint: fingerprintOf({
      brands: catalogue.brands.all,
      ruleSets: catalogue.eachBrand,
      settings: settings.get,
      today,
    }),
    copiesAmong: deps.brandCheck.copiesAmong,
    closedCopies: (limit) => findingRows.ofClosedCopies(publicationsTable.tableName, statesToCheck(), limit),
    onMissing: waits.note,
    heldAmong: (list) => publicationsStore(db).heldAmong(list, ['brand.error', 'brand.copy-error']),
    onMended: async (key) => void (await deps.release(key)),
    onFailure: failed,
  });
  const onKnown = (things: readonly string[]): void => {
    const keys = waits.take(things);
    if (keys.length > 0)
      index.recheck(keys).catch((error: unknown) => failed('marking entries for another check', error));
  };
  catalogue.links.onKnown(onKnown);
  pictures.measureBy(deps.measuring);
  pictures.onKnown(onKnown);

  const policy = waiverPolicies({ options, audit, transaction });
  const waivers = makeWaivers({
    ...{ store: waiverRows, check, entries, policy, audit, notices, transaction, today, uuid, now },
    onChanged: (key) => index.recheck([key]),
    onSettled: async (key) => void (await deps.release(key)),
  });
  const dismissals = makeDismissals({
    ...{ store: brandDismissalsStore(db), findings: findingRows, waivers: waiverRows },
    ...{ entries, audit, transaction, now },
  });
  catalogue.counting.counts = dismissals.perRule;
  return {
    check,
    index,
    /** Checks every entry again and says how many. */
    async recheck(): Promise<number> {
      await index.ensure();
      await index.recheckAll();
      return index.work();
    },
    waivers,
    policy,
    dismissals,
    baseline: makeBaseline({
      ...{ store: baselineRows, findings: findingRows, waiting: index.waiting },
      ...{ options, audit, inTransaction, onChanged: index.recheckAll, now },
    }),
    report: findingReport({
      ...{ store: brandReportStore(db), index: entryRows, days, entries, today },
      channelNames: deps.channelNames,
      rules: catalogue.everyRule,
    }),
    views: findingViews({
      ...{ check, entries, waivers: waiverRows, baseline: baselineRows, today },
      channels: deps.channels,
    }),
    rounds: rounds({
      rounds: [
        { name: 'the brand check of changed entries', every: 2_000, run: index.work },
        { name: 'the look for waivers that are over', every: 60_000, run: waivers.tellEnded },
        { name: 'the look for entries that nobody told of', every: 6 * 3_600_000, run: index.ensure },
      ],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure: failed,
    }),
    stop: pictures.stop,
    atStart: (): Promise<unknown> =>
      index.ensure().catch((error: unknown) => failed('the look for entries that nobody told of', error)),
  };
}
