import type { Code } from '../../shared/codes';
import { entryKeyOf, type EntryKey } from '../../shared/entry-key';
import { own } from '../../shared/own';
import { fail, ok, type Result } from '../../shared/result';
import { longestAfter, type When } from '../time/when';
import { planColumns, type PlanColumn } from './file';

/** More rows than these come in a second file. */
export const mostRows = 1_000;

/** A line of a file as its cells, and where it stands. */
export interface Line {
  /** Of its first line, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** What is wrong with a row: in which column, and what to do. */
export interface RowProblem {
  readonly code: Code;
  readonly column: PlanColumn | null;
  readonly message: string;
}

/** What a row asks for, as far as the file alone tells. */
export interface AskedRow {
  readonly line: number;
  readonly entry: EntryKey | null;
  /** Name or key of a channel. */
  readonly channel: string;
  readonly when: When;
  /** Empty: called like the entry. */
  readonly campaign: string;
  /** Null: as it is derived from the entry. */
  readonly text: string | null;
  readonly problems: readonly RowProblem[];
}

const wanted: readonly PlanColumn[] = ['entry', 'channel'];
/** Each says when in its own way: a row has one of them. */
const timed = ['when', 'slot', 'after_website'] as const satisfies readonly PlanColumn[];

/** The rows of a file, whose first line names the columns; `home` is the zone of rows that name none. */
export function planOf(lines: readonly Line[], home: string): Result<readonly AskedRow[]> {
  const [head, ...rows] = lines;
  const columns = columnsOf(head?.cells ?? []);
  if (!columns.ok) return columns;
  if (rows.length === 0)
    return fail({
      code: 'import.no-rows',
      message: 'The file has no rows below its head. Add one for each publication.',
    });
  if (rows.length > mostRows)
    return fail({
      code: 'import.too-many-rows',
      message: `The file has more than ${mostRows} rows. Send it in parts.`,
    });
  return ok(rows.map((row) => rowOf(row, columns.value, home)));
}

type Columns = Readonly<Partial<Record<PlanColumn, number>>>;

function columnsOf(head: readonly string[]): Result<Columns> {
  const names = head.map((name) => name.trim().toLowerCase());
  const twice = planColumns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const isTimed = timed.some((name) => names.includes(name));
  const missing = [...wanted.filter((name) => !names.includes(name)), ...(isTimed ? [] : ['when'])];
  if (twice.length === 0 && missing.length === 0)
    return ok(
      Object.fromEntries(
        planColumns.filter((name) => names.includes(name)).map((name) => [name, names.indexOf(name)]),
      ),
    );
  const message =
    missing.length > 0
      ? `The first line must name the columns; ${missing.join(', ')} is missing. Known are ${planColumns.join(', ')}.`
      : `The first line names ${twice.join(', ')} twice. Leave one of them.`;
  return fail({ code: 'import.columns', message });
}

function rowOf({ number, cells }: Line, columns: Columns, home: string): AskedRow {
  const cell = (name: PlanColumn): string => unguarded(cells[own(columns, name) ?? -1] ?? '');
  const entry = entryOf(cell('entry').trim());
  const channel = cell('channel').trim();
  const when = whenOf((name) => cell(name).trim(), home);
  const campaign = cell('campaign').trim();
  const text = cell('text');
  const problems: RowProblem[] = [];
  const say = (code: Code, column: PlanColumn, message: string) =>
    void problems.push({ code, column, message });
  if (!entry)
    say(
      'import.entry',
      'entry',
      'This names no entry. Paste the address of the entry in the Content Manager.',
    );
  if (channel === '') say('import.channel', 'channel', 'Write the name of the channel.');
  if (!when.ok) problems.push(when.error);
  if (campaign.length > 160 || /[\r\n]/.test(campaign))
    say('import.name', 'campaign', 'The name of a campaign may have 160 characters on one line. Shorten it.');
  if (text.length > 20_000)
    say('import.text', 'text', 'The text has more than 20,000 characters. Shorten it.');
  return {
    line: number,
    entry,
    channel,
    when: when.ok ? when.value : { kind: 'at', local: '', zone: home },
    campaign,
    text: text.trim() === '' ? null : text,
    problems,
  };
}

/** An export keeps what a spreadsheet would take for a formula a text, by an apostrophe; here it goes again. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** `api::article.article|k3x…|en`, or an address of the Content Manager's edit view. */
function entryOf(cell: string): EntryKey | null {
  const key = entryKeyOf(cell);
  if (key) return isKey(key) ? key : null;
  const path =
    /\/content-manager\/(?:collection-types|single-types)\/([^/?#]+)(?:\/([^/?#]+))?(?:\?([^#]*))?/.exec(
      cell,
    );
  if (!path) return null;
  const [, uid = '', documentId = '', query = ''] = path;
  const locale = /(?:^|&)plugins(?:\[|%5B)i18n(?:\]|%5D)(?:\[|%5B)locale(?:\]|%5D)=([A-Za-z0-9-]+)/i.exec(
    query,
  )?.[1];
  const found = { uid: uid.replace(/%3A/gi, ':'), documentId, locale: locale ?? null };
  return isKey(found) ? found : null;
}

const isKey = ({ uid, documentId, locale }: EntryKey): boolean =>
  /^api::[a-z0-9-]+\.[a-z0-9-]+$/.test(uid) &&
  /^[a-z0-9]{1,60}$/i.test(documentId) &&
  (locale === null || /^[A-Za-z0-9-]{1,20}$/.test(locale));

function whenOf(cell: (name: PlanColumn) => string, home: string): Result<When, RowProblem> {
  const given = timed.filter((name) => cell(name) !== '');
  const wrong = (column: PlanColumn, message: string) =>
    fail({ code: 'time.invalid', column, message } as const);
  if (given.length > 1)
    return wrong(given[1] ?? 'when', `Fill in one of ${given.join(' and ')}, and leave the other empty.`);
  switch (given[0]) {
    case 'slot':
      return cell('slot').toLowerCase() === 'next'
        ? ok({ kind: 'slot' })
        : wrong('slot', 'Write next for the next free slot of the channel, or leave it empty.');
    case 'after_website': {
      const minutes = /^\d{1,5}$/.test(cell('after_website')) ? Number(cell('after_website')) : 0;
      return minutes >= 1 && minutes <= longestAfter
        ? ok({ kind: 'after', minutes })
        : wrong('after_website', `Write whole minutes from 1 to ${longestAfter}, such as 60 for an hour.`);
    }
    default:
      return clockTimeOf(cell('when'), cell('zone') || home, cell('choice').toLowerCase());
  }
}

function clockTimeOf(local: string, zone: string, choice: string): Result<When, RowProblem> {
  const clock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(local);
  if (!clock)
    return fail({
      code: 'time.invalid',
      column: 'when',
      message:
        'Write date and time as 2026-12-24 09:30; in a spreadsheet, give the column the format “Text”.',
    });
  if (choice !== '' && choice !== 'earlier' && choice !== 'later')
    return fail({
      code: 'time.invalid',
      column: 'choice',
      message: 'Write earlier or later, or leave it empty.',
    });
  const at = { kind: 'at', local: `${clock[1]}T${clock[2]}`, zone } as const;
  return ok(choice === '' ? at : { ...at, choice });
}
