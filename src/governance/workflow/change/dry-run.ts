import { z } from 'zod';
import { workflowKeyFor } from '../policy';
import type { Policy } from '../schema';
import type { Mapping } from './migrate';

/** One entry as the list of reviews knows it. */
export interface ReviewRow {
  readonly entry: string;
  readonly uid: string;
  readonly locale: string | null;
  readonly title: string;
  readonly stage: string;
  readonly meaning: 'draft' | 'review' | 'approved';
  /** Version of the workflow that it stands in: `<key>@<version>`. */
  readonly workflow: string;
}

/** Which version applies to an entry that begins now. */
export interface Rules {
  readonly policies: readonly Policy[];
  /** Key of a workflow → its current version. */
  readonly current: ReadonlyMap<string, number>;
}

/** Reviews under way in one version that are taken to another. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  readonly mapping: Mapping;
}

const place = z.object({ workflow: z.string(), stage: z.string().nullable() });

/** What would change for one entry: it begins under another version, or its review is taken there. */
const entryChange = z.object({
  entry: z.string(),
  uid: z.string(),
  title: z.string(),
  how: z.enum(['begins', 'migrates']),
  from: place,
  to: place,
});
export type EntryChange = z.output<typeof entryChange>;

/** The entries that a change touches: how many, and the first fifty by name. `keep` stay with the version that they began with. */
export const dryRunView = z.object({ total: z.int(), keep: z.int(), items: z.array(entryChange) });
export type DryRun = z.output<typeof dryRunView>;

const named = 50;

/**
 * What a change of workflows or policies would mean for these entries. A review under way keeps its version unless one
 * of the migrations takes it along; what is still being written begins under the version that applies then; what is
 * approved stays approved.
 */
export function dryRun(
  rows: readonly ReviewRow[],
  before: Rules,
  after: Rules,
  migrations: readonly Migration[] = [],
): DryRun {
  const changes = rows.flatMap((row) => changeOf(row, before, after, migrations) ?? []);
  const keep = rows.filter(
    (row) =>
      row.meaning === 'review' &&
      migrationOf(row, migrations) === null &&
      refFor(row, before) !== refFor(row, after),
  ).length;
  return { total: changes.length, keep, items: changes.slice(0, named) };
}

function changeOf(
  row: ReviewRow,
  before: Rules,
  after: Rules,
  migrations: readonly Migration[],
): EntryChange | null {
  const { entry, uid, title, stage, workflow, meaning } = row;
  const from = { workflow, stage };
  if (meaning === 'draft') {
    const [was, now] = [refFor(row, before), refFor(row, after)];
    return was === now
      ? null
      : {
          entry,
          uid,
          title,
          how: 'begins',
          from: { workflow: was, stage },
          to: { workflow: now, stage: null },
        };
  }
  if (meaning === 'approved') return null;
  const migration = migrationOf(row, migrations);
  return migration
    ? {
        entry,
        uid,
        title,
        how: 'migrates',
        from,
        to: { workflow: migration.to, stage: migration.mapping[stage] ?? null },
      }
    : null;
}

/** The migration that takes this review along; a stage that its mapping leaves out keeps its version. */
const migrationOf = ({ workflow, stage }: ReviewRow, migrations: readonly Migration[]): Migration | null =>
  migrations.find(({ from, mapping }) => from === workflow && mapping[stage] !== undefined) ?? null;

/** `<key>@<version>` of what applies to an entry that begins. */
const refFor = ({ uid, locale }: ReviewRow, { policies, current }: Rules): string => {
  const key = workflowKeyFor(policies, uid, locale);
  return `${key}@${current.get(key) ?? 1}`;
};

/** The parts of a list that was gone through in pieces, as one. */
export const together = (parts: readonly DryRun[]): DryRun => ({
  total: parts.reduce((sum, { total }) => sum + total, 0),
  keep: parts.reduce((sum, { keep }) => sum + keep, 0),
  items: parts.flatMap(({ items }) => items).slice(0, named),
});
