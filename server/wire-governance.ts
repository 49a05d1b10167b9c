import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { checkContent } from '../src/brand/check';
import { audit as makeAudit } from './services/audit';
import { brandKitService } from './services/brand-kit';
import { edits as makeEdits } from './services/edits';
import { entries as makeEntries } from './services/entries';
import { notices as makeNotices } from './services/notices';
import { tellTurns } from './services/review-turns';
import { reviews, type ReviewsDeps } from './services/reviews';
import { settingsService } from './services/settings';
import { auditStore } from './stores/audit';
import { decisionsStore } from './stores/decisions';
import { editsStore } from './stores/edits';
import { entriesStore } from './stores/entries';
import { noticesStore } from './stores/notices';
import { optionsStore } from './stores/options';

type Deps = Pick<ReviewsDeps, 'copiesOf' | 'onApproved' | 'now'>;

/** Strapi's encryption, as far as we use it; `encrypt` gives null where no key is configured. */
interface Encryption {
  encrypt(text: string): string | null;
  decrypt(text: string): string | null;
}

/** The part of the composition that decides what may be published. */
export function wireGovernance(strapi: Core.Strapi, { copiesOf, onApproved, now }: Deps) {
  const { db } = strapi;
  const uuid = () => randomUUID();
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const encryption = (): Encryption => strapi.service('admin::encryption') as unknown as Encryption;
  const options = optionsStore(strapi);
  const rows = entriesStore(strapi);
  const decisions = decisionsStore(db);

  const audit = makeAudit({ store: auditStore(db), now, uuid });
  const notices = makeNotices({ store: noticesStore(db), now, uuid });
  const settings = settingsService({
    options,
    models: rows.models,
    audit,
    transaction,
    encrypt: (text) => encryption().encrypt(text),
    decrypt: (text) => encryption().decrypt(text),
    now,
  });
  const brandKit = brandKitService({ options, audit, transaction, now });
  const entries = makeEntries({ store: rows, settings: settings.get });
  const edits = makeEdits({ store: editsStore(db), decisions, notices, now });
  return {
    audit,
    notices,
    settings,
    brandKit,
    entries,
    edits,
    reviews: reviews({
      decisions,
      entries,
      edits,
      settings,
      audit,
      findingsOf: async ({ content }) => checkContent(content, await brandKit.get()),
      copiesOf,
      onApproved,
      onDecided: tellTurns(notices),
      transaction,
      now,
      uuid,
    }),
  };
}

export type Governance = ReturnType<typeof wireGovernance>;
