import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { endEntry } from './channels/strapi-publish';
import { drift } from './services/governance/drift';
import { driftAnswers, type DriftAnswersDeps } from './services/governance/drift-answers';
import { rounds } from './services/rounds';
import { decisionsStore } from './stores/decisions';
import { driftStore } from './stores/drift';
import { entriesStore } from './stores/entries';
import { passedStore } from './stores/passed';
import { optionsStore } from './stores/options';
import { snapshotsStore } from './stores/snapshots';
import type { Governance } from './wire-governance';

type Parts = Pick<Governance, 'entries' | 'reviews' | 'settings' | 'audit' | 'notices'>;

interface Deps extends Parts, Pick<DriftAnswersDeps, 'onAdopted'> {
  readonly now: () => number;
}

const hour = 3_600_000;
const scanner = { kind: 'system', name: 'Presence' } as const;

export type DriftRoom = ReturnType<typeof wireDrift>;

/** The part of the composition that finds what was published past the gate. */
export function wireDrift(strapi: Core.Strapi, { now, onAdopted, ...parts }: Deps) {
  const { db } = strapi;
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const shared = { store: driftStore(db), passed: passedStore(db), snapshots: snapshotsStore(db), now };
  const desk = drift({ ...parts, ...shared, rows: entriesStore(strapi), options: optionsStore(strapi) });
  const onFailure = (name: string, error: unknown) =>
    strapi.log.error(`presence: ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
  const round = { name: 'the look for what was published past the gate', every: hour };
  return {
    ...desk,
    ...driftAnswers({
      ...{ ...parts, ...shared, decisions: decisionsStore(db), transaction, onAdopted },
      unpublish: endEntry(strapi),
      uuid: () => randomUUID(),
    }),
    /** Looks at the start, and once a day in the first process whose hour has come. */
    rounds: rounds({
      rounds: [{ ...round, run: () => desk.scanWhere(23 * hour, scanner) }],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure,
    }),
    atStart: (): Promise<unknown> =>
      desk.scanWhere(hour, scanner).catch((error: unknown) => onFailure(round.name, error)),
  };
}
