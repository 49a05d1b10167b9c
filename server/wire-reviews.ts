import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { entryIdOf, type EntryKey } from '../src/shared/entry-key';
import { assignments as makeAssignments } from './services/governance/assignments';
import { board as makeBoard } from './services/governance/board';
import { bulk } from './services/governance/bulk';
import { colleagues as makeColleagues } from './services/governance/colleagues';
import { deadlines as makeDeadlines } from './services/governance/deadlines';
import { differences as makeDifferences } from './services/governance/differences';
import { projection as makeProjection } from './services/governance/projection';
import { rebuilding } from './services/governance/rebuilding';
import { threads as makeThreads } from './services/governance/threads';
import { rounds } from './services/rounds';
import { assignmentsStore } from './stores/assignments';
import { optionsStore } from './stores/options';
import { peopleStore } from './stores/people';
import { openCopies } from './stores/open-copies';
import { readersStore } from './stores/readers';
import { reviewListsStore } from './stores/review-lists';
import { reviewsStore } from './stores/reviews';
import { snapshotsStore } from './stores/snapshots';
import { threadsStore } from './stores/threads';
import { touchedStore } from './stores/touched';
import type { Governance } from './wire-governance';

type Parts = Pick<
  Governance,
  'entries' | 'reviews' | 'decide' | 'workflows' | 'settings' | 'audit' | 'notices'
>;

interface Deps extends Parts {
  /** Names of channels by key, also of those that were removed. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly now: () => number;
}

export type ReviewRoom = ReturnType<typeof wireReviews>;

/** The part of the composition around decisions: lists, comments, who has what until when, and what changed. */
export function wireReviews(strapi: Core.Strapi, { channelNames, now, ...parts }: Deps) {
  const { db } = strapi;
  const { entries, reviews, settings, workflows, notices } = parts;
  const uuid = () => randomUUID();
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const rows = reviewsStore(db);
  const given = assignmentsStore(db);
  const said = threadsStore(db);
  const snapshots = snapshotsStore(db);
  const readers = readersStore(db);
  const copies = openCopies(db);
  const reviewOf = reviews.reviewOf;

  const colleagues = makeColleagues({
    store: peopleStore(db),
    behind: async (principal) => (await readers.of(principal)).map(({ id }) => id),
    now,
  });
  const projection = makeProjection({
    store: rows,
    assignments: given,
    threads: said,
    settings: settings.get,
    reviewOf,
    localesOf: async (uid, documentId) =>
      (await entries.versions(uid, documentId)).map(({ locale }) => locale),
    transaction,
  });
  const differences = makeDifferences({
    snapshots,
    entries,
    reviewOf,
    async copiesOf(entry) {
      const open = await copies(entry);
      if (open.length === 0) return [];
      const names = new Map((await channelNames()).map(({ key, name }) => [key, name]));
      return open.map(({ key, copySeal, channel, kind, copy }) => ({
        ...{ key, seal: copySeal, copy },
        name: names.get(channel) ?? kind,
      }));
    },
    now,
  });
  const assignments = makeAssignments({
    ...parts,
    store: given,
    rows,
    colleagues,
    projection,
    transaction,
    now,
  });
  const deadlines = makeDeadlines({
    ...{ store: rows, assignments: given, colleagues, workflows, notices, transaction, now },
    zone: async () => (await settings.get()).zone,
  });
  const rebuild = rebuilding({ options: optionsStore(strapi), touched: touchedStore(db), rows, projection });
  return {
    board: makeBoard({
      lists: reviewListsStore(db),
      assignments: given,
      threads: said,
      colleagues,
      workflows,
      typeName: (uid) => entries.model(uid)?.displayName ?? uid,
      now,
    }),
    colleagues,
    assignments,
    differences,
    deadlines,
    projection,
    rebuild,
    threads: makeThreads({ ...parts, store: said, snapshots, projection, transaction, now, uuid }),
    bulk: bulk({ rows, decide: parts.decide, assignments, projection }),

    /** Told in the transaction of every decision. */
    async decided(key: EntryKey): Promise<void> {
      await projection.refresh(key);
      await differences.keepCopies(entryIdOf(key));
    },

    rounds: rounds({
      rounds: [
        { name: 'due dates', every: 30_000, run: deadlines.tellDue },
        { name: 'board', every: 5_000, run: rebuild.step },
      ],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        timer.unref();
        return () => clearTimeout(timer);
      },
      onFailure: (name, error) => strapi.log.error(`presence: the round “${name}” failed`, error),
    }),
  };
}
