import { planOf, type AskedRow } from '../../../src/publishing/calendar/plan';
import type { ImportInput, ImportView } from '../../../src/publishing/calendar/views';
import type { Line } from '../../../src/publishing/calendar/plan';
import { campaignInput, type CampaignView } from '../../../src/publishing/schema';
import type { Actor } from '../../../src/shared/actor';
import { entryIdOf } from '../../../src/shared/entry-key';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { Campaigns } from '../campaigns';
import type { PlanImportsStore } from '../../stores/plan-imports';
import { alreadyThere, refuseAll, rowView, type Judged } from './judged';
import type { Judge } from './judge';

export interface ImportDeps {
  readonly lines: (csv: string) => Promise<Result<readonly Line[]>>;
  readonly judge: Judge;
  readonly campaigns: Pick<Campaigns, 'create' | 'schedule'>;
  /** What came by a file before, on any instance. */
  readonly imports: PlanImportsStore;
  /** Whether a campaign is that of an entry (`entryIdOf`) and a name, still. */
  readonly isCalled: (campaign: string, entry: string, name: string) => Promise<boolean>;
  /** Everything inside happens, or nothing: a refusal undoes it. */
  readonly inTransaction: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>;
  readonly hash: (text: string) => string;
  readonly uuid: () => string;
  readonly zone: () => Promise<string>;
}

/** Who imports, and which content types they may see. */
export interface Importer {
  readonly actor: Actor;
  readonly canRead: (uid: string) => boolean;
}

/** A call looks at so many rows, and at the rest of the last campaign: it answers before anybody gives up. */
const rowsPerCall = 100;

export type PlanImport = ReturnType<typeof planImport>;

/**
 * A plan that comes as a file. Rows of one entry and one campaign name make one campaign, which is made whole or not at all; a
 * file that comes twice makes nothing twice.
 */
export function planImport(deps: ImportDeps) {
  const { lines, judge, campaigns, imports, inTransaction, hash, zone } = deps;
  // One after the other: what the first makes, the second is told when it looks. Between instances the mark decides.
  let turn: Promise<unknown> = Promise.resolve();

  async function make(judged: readonly Judged[], actor: Actor): Promise<readonly Judged[]> {
    const [first] = judged;
    if (!first?.entry || judged.some(({ problems }) => problems.length > 0)) return judged;
    const { entry, name } = first;
    const id = entryIdOf(entry.key);
    const [mark, by] = [hash(`${id}\n${name}`), deps.uuid()];
    const done = await inTransaction(async (): Promise<Result<CampaignView>> => {
      if (!(await imports.claim(mark, by, (campaign) => deps.isCalled(campaign, id, name))))
        return fail(alreadyThere(name));
      const made = await campaigns.create(
        campaignInput.parse({
          entry: entry.key,
          name,
          copies: judged.flatMap(({ channel, copy }) =>
            channel ? [{ channel: channel.key, ...(copy ? { copy } : {}) }] : [],
          ),
        }),
        actor,
      );
      if (!made.ok) return made;
      await imports.name(mark, by, made.value.key);
      const times = judged.flatMap(({ channel, asked }) => {
        const own = made.value.publications.find((one) => one.channel === channel?.key);
        return own ? [[own.key, asked.when] as const] : [];
      });
      return campaigns.schedule(
        made.value.key,
        { when: first.asked.when, times: Object.fromEntries(times) },
        actor,
      );
    });
    if (!done.ok)
      return refuseAll(judged, {
        code: done.error.code,
        column: done.error.code === 'import.already-there' ? 'campaign' : null,
        message: done.error.message,
      });
    return judged.map((row) => ({ ...row, made: done.value.key }));
  }

  async function go({ csv, hash: seen, from }: ImportInput, by: Importer): Promise<Result<ImportView>> {
    const own = hash(csv);
    if (seen !== undefined && seen !== own)
      return fail({
        code: 'import.changed',
        message: 'This is not the file that was looked at. Look at what it would do again, then import it.',
      });
    const read = await lines(csv);
    if (!read.ok) return read;
    const plan = planOf(read.value, await zone());
    if (!plan.ok) return plan;
    const groups = groupsOf(plan.value);
    const rows: Judged[] = [];
    let next = from;
    for (; next < groups.length && rows.length < rowsPerCall; next += 1) {
      const judged = await judge(groups[next] ?? [], by.canRead);
      rows.push(...(seen === undefined ? judged : await make(judged, by.actor)));
    }
    return ok({
      hash: own,
      rows: rows.map(rowView),
      total: plan.value.length,
      next: next < groups.length ? next : null,
    });
  }

  return (input: ImportInput, by: Importer): Promise<Result<ImportView>> => {
    if (input.hash === undefined) return go(input, by);
    const mine = turn.then(() => go(input, by));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

/** The rows of each campaign, in the order of the file. What names no entry stands alone. */
function groupsOf(rows: readonly AskedRow[]): readonly (readonly AskedRow[])[] {
  const groups = new Map<string, AskedRow[]>();
  for (const row of rows) {
    const name = row.entry ? `${entryIdOf(row.entry)}\n${row.campaign}` : `line ${row.line}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}
