import { rollupsOf } from '../../src/engagement/rollup';
import type { DropReason, NewTouchpoint } from '../../src/engagement/schema';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Connection, Statement } from '../stores/bulk';
import type { Drop, DropsStore } from '../stores/drops';
import type { OnceStore } from '../stores/once';
import type { RollupsStore } from '../stores/rollups';
import type { TouchpointsStore } from '../stores/touchpoints';
import { groupCommit } from './group-commit';

interface Deps {
  readonly touchpoints: TouchpointsStore;
  readonly rollups: RollupsStore;
  readonly drops: DropsStore;
  readonly once: OnceStore;
  readonly run: (connection: Connection, statements: readonly Statement[]) => Promise<void>;
  /** All statements or none, in whatever way the database takes fastest. */
  readonly runAtOnce: (statements: readonly Statement[]) => Promise<void>;
  readonly transaction: (work: (connection: Connection) => Promise<void>) => Promise<void>;
  readonly failureOf: (error: unknown) => 'again' | 'row' | 'broken';
  readonly id: () => string;
  readonly now: () => number;
}

/** What came in at once: all of it is written, or nothing. */
interface Intake {
  readonly touchpoints: readonly NewTouchpoint[];
  readonly drops: readonly Drop[];
}

/** Enough to keep the database busy, few enough to be written in some milliseconds. */
const groupWeight = 2_000;
const waitingWeight = 20_000;

export type Ledger = ReturnType<typeof ledger>;

/** The one writer of touchpoints. Rows and their hourly rollups are committed together, many callers in one transaction. */
export function ledger({
  touchpoints,
  rollups,
  drops,
  once,
  run,
  runAtOnce,
  transaction,
  failureOf,
  id,
  now,
}: Deps) {
  const statementsOf = (rows: readonly NewTouchpoint[], dropped: readonly Drop[]): Statement[] => [
    ...touchpoints.inserts(rows),
    ...rollups.adds(rollupsOf(rows)),
    ...drops.adds(dropped),
  ];

  /** Writes inside a transaction of the caller, who has something else to write with it. */
  async function writeIn(connection: Connection, intake: Intake): Promise<void> {
    await run(connection, statementsOf(await firstTime(connection, intake.touchpoints), intake.drops));
  }

  async function firstTime(
    connection: Connection,
    rows: readonly NewTouchpoint[],
  ): Promise<readonly NewTouchpoint[]> {
    const keyed = new Map<string, NewTouchpoint>();
    for (const row of rows) if (row.once) keyed.set(row.once, keyed.get(row.once) ?? row);
    if (keyed.size === 0) return rows;
    const own = await once.claim(connection, [...keyed.keys()], id(), now());
    return rows.filter((row) => !row.once || (own.has(row.once) && keyed.get(row.once) === row));
  }

  const group = groupCommit<Intake>({
    write: (intakes) => {
      const rows = intakes.flatMap((intake) => intake.touchpoints);
      const dropped = intakes.flatMap((intake) => intake.drops);
      // Only what may count once has to be looked up in between.
      return rows.some((row) => row.once)
        ? transaction((connection) => writeIn(connection, { touchpoints: rows, drops: dropped }))
        : runAtOnce(statementsOf(rows, dropped));
    },
    weightOf: (intake) => intake.touchpoints.length + intake.drops.length,
    groupWeight,
    waitingWeight,
    failureOf,
  });

  const full = () =>
    fail({
      code: 'collect.busy',
      message:
        'More touchpoints arrive than the database can take. Nothing of this request was kept: send it again in a few seconds.',
    } as const);

  return {
    writeIn,

    /** Resolves after the commit; refuses when too much is waiting, then nothing was taken. */
    async take(intake: Intake): Promise<Result<void>> {
      const committed = group.submit(intake);
      if (!committed) return full();
      await committed;
      return ok(undefined);
    },

    /** Writes touchpoints of our own work, such as deliveries. Waits for room instead of refusing. */
    async record(rows: readonly NewTouchpoint[]): Promise<void> {
      for (let start = 0; start < rows.length; start += groupWeight) {
        const intake = { touchpoints: rows.slice(start, start + groupWeight), drops: [] };
        let committed = group.submit(intake);
        while (!committed) {
          await group.idle();
          committed = group.submit(intake);
        }
        await committed;
      }
    },

    /** Counts something that was not let in. */
    drop: (reason: DropReason): Promise<Result<void>> =>
      group
        .submit({ touchpoints: [], drops: [{ at: now(), reason, count: 1 }] })
        ?.then(() => ok(undefined)) ?? Promise.resolve(full()),

    /** Resolves when everything taken is on disk. */
    idle: () => group.idle(),
  };
}
