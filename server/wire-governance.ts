import type { NamedChannel } from '../src/channels/rules/own/rules-of';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { PresenceConfig } from '../config/schema';
import { changedFields } from '../src/governance/review/changed';
import { entryIdOf, type EntryKey } from '../src/shared/entry-key';
import { edits as makeEdits } from './services/edits';
import { entries as makeEntries } from './services/entries';
import { mentionableBy } from './services/brand/mentionable';
import { notices as makeNotices } from './services/notices';
import { outbox as makeOutbox } from './services/outbox';
import { tellTurns, tellVoided } from './services/review-turns';
import { decide, type DecideDeps } from './services/governance/decide';
import { passing } from './services/governance/passing';
import { reviews, type ReviewsDeps } from './services/governance/reviews';
import { workflows as makeWorkflows } from './services/governance/workflows/known';
import { settingsService } from './services/settings';
import { toldAudit } from './services/told-audit';
import { untilAlone } from './stores/bulk';
import { decisionsStore } from './stores/decisions';
import { driftStore } from './stores/drift';
import { editsStore } from './stores/edits';
import { entriesStore } from './stores/entries';
import { noticeReadsStore } from './stores/notice-reads';
import { passedStore } from './stores/passed';
import { noticesStore } from './stores/notices';
import { optionsStore } from './stores/options';
import { outboxStore } from './stores/outbox';
import { readersStore } from './stores/readers';
import { snapshotsStore } from './stores/snapshots';
import { workflowsStore } from './stores/workflows';
import { wireAudit } from './wire-audit';
import { wireBrandCheck } from './wire-brand-check';
import { wireBrandCatalogue } from './wire-brand-catalogue';
import { wireWorkflows } from './wire-workflows';

interface Deps extends Pick<ReviewsDeps, 'copiesOf'>, Pick<DecideDeps, 'onDecided' | 'onApproved' | 'now'> {
  readonly config: PresenceConfig;
  /** Told in the transaction of every edit: what lists show of the entry is stale. */
  readonly onEdited: (key: EntryKey) => Promise<void>;
  readonly channelNames: () => Promise<readonly NamedChannel[]>;
}

/** Strapi's encryption, as far as we use it; `encrypt` gives null where no key is configured. */
interface Encryption {
  encrypt(text: string): string | null;
  decrypt(text: string): string | null;
}

/** The part of the composition that decides what may be published. */
export function wireGovernance(
  strapi: Core.Strapi,
  { config, channelNames, copiesOf, onDecided, onEdited, onApproved, now }: Deps,
) {
  const { db } = strapi;
  const uuid = () => randomUUID();
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const encryption = (): Encryption => strapi.service('admin::encryption') as unknown as Encryption;
  const options = optionsStore(strapi);
  const rows = entriesStore(strapi);
  const decisions = decisionsStore(db);

  // Whoever delivers what is written into the outbox hangs up the bell.
  const outboxBell = { ring: (): void => undefined };
  const outbox = makeOutbox({ store: outboxStore(db), now, uuid, ring: () => outboxBell.ring() });
  const { record, ...kept } = wireAudit(strapi, {
    years: async () => (await settings.get()).auditYears,
    now,
  });
  const audit = toldAudit(kept.audit, outbox);
  const notices = makeNotices({
    ...{ store: noticesStore(db), reads: noticeReadsStore(db), outbox, now, uuid },
    // Several that are raised at once stand in each other's way on MySQL; inside another transaction that one is undone with it.
    transaction: (work) => (db.inTransaction() ? transaction(work) : untilAlone(() => transaction(work))),
  });
  const settings = settingsService({
    options,
    models: rows.models,
    audit,
    transaction,
    encrypt: (text) => encryption().encrypt(text),
    decrypt: (text) => encryption().decrypt(text),
    now,
  });
  const catalogue = wireBrandCatalogue(strapi, {
    ...{ config, options, rows, audit, transaction, now },
    raise: notices.raise,
  });
  const brandCheck = wireBrandCheck(strapi, { catalogue, settings: settings.get, channelNames, now });
  const entries = makeEntries({
    store: rows,
    settings: settings.get,
    mentionable: mentionableBy(catalogue.brands.of),
  });
  const snapshots = snapshotsStore(db);
  const turns = tellTurns(notices, readersStore(db));
  const voided = tellVoided(notices);
  const edits = makeEdits({
    store: editsStore(db),
    decisions,
    now,
    onEdited: async (draft, by, approval) => {
      await onEdited(draft.key);
      if (!approval) return;
      const approved = await snapshots.fieldsOf(entryIdOf(draft.key), approval.seal);
      await voided(draft, by, approval, approved ? changedFields(approved, draft.fields()) : []);
    },
  });
  const workflows = makeWorkflows({ store: workflowsStore(db), options, now });
  const reviewing = reviews({
    decisions,
    entries,
    edits,
    snapshots,
    workflows,
    settings,
    brand: brandCheck.gate,
    copiesOf,
  });
  const told: typeof onDecided = async (review, taken) => {
    await turns(review, taken);
    await onDecided(review, taken);
  };
  return {
    audit,
    record,
    notices,
    outbox,
    outboxBell,
    settings,
    catalogue,
    brandCheck,
    entries,
    edits,
    workflows,
    ...wireWorkflows(strapi, {
      ...{ workflows, entries, options, audit, transaction, now, uuid, decisions },
      reviews: reviewing,
      onDecided: told,
    }),
    reviews: reviewing,
    passing: passing({
      ...{ entries, edits, decisions, workflows, reviews: reviewing, audit, now },
      passed: passedStore(db),
      drift: driftStore(db),
    }),
    decide: decide({
      reviews: reviewing,
      decisions,
      snapshots,
      settings,
      audit,
      onDecided: told,
      onApproved,
      transaction,
      now,
      uuid,
    }),
  };
}

export type Governance = ReturnType<typeof wireGovernance>;
