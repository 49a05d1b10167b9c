import type { Copy } from '../../../src/channels/schema';
import type { AskedRow, RowProblem } from '../../../src/publishing/calendar/plan';
import type { ImportRow } from '../../../src/publishing/calendar/views';
import { firstWords } from '../../../src/publishing/calendar/words';
import type { LoadedEntry } from '../entries';
import type { PublishingChannel } from '../publishing-deps';

/** A row of a file with what it stands for here. */
export interface Judged {
  readonly asked: AskedRow;
  readonly entry: LoadedEntry | null;
  readonly channel: PublishingChannel | null;
  /** Of the campaign. */
  readonly name: string;
  readonly dueAt: number | null;
  /** Written in the file; null where it is derived. */
  readonly copy: Copy | null;
  /** Whether it points to the page, so that it goes out after it. */
  readonly hasLink: boolean;
  readonly words: string;
  /** Why it would wait for an approval; null where it would not. */
  readonly note: string | null;
  readonly problems: readonly RowProblem[];
  /** Key of the campaign that was made. */
  readonly made: string | null;
}

/** The rows of a campaign, of which none is done, for this reason. */
export const refuseAll = (rows: readonly Judged[], problem: RowProblem): readonly Judged[] =>
  rows.map((row) => ({ ...row, problems: [...row.problems, problem] }));

/** An entry gets one campaign of a name by files. */
export const alreadyThere = (name: string): RowProblem => ({
  code: 'import.already-there',
  column: 'campaign',
  message: `The entry has a campaign “${name}” already. Give this one another name if it is meant to go out again.`,
});

/** A row as the admin shows it. */
export function rowView(row: Judged): ImportRow {
  const { when } = row.asked;
  return {
    line: row.asked.line,
    entryTitle: row.entry?.content.roles.title ?? '',
    channelName: row.channel?.name ?? row.asked.channel.slice(0, 80),
    kind: row.channel?.kind ?? null,
    campaignName: row.name,
    dueAt: row.dueAt,
    localTime: when.kind === 'at' ? when.local : '',
    zone: when.kind === 'at' ? when.zone : '',
    goesBy: when.kind === 'slot' ? 'slot' : when.kind === 'after' ? 'website' : 'time',
    afterMinutes: when.kind === 'after' ? when.minutes : null,
    words: firstWords(row.words),
    outcome: row.problems.length > 0 ? 'refuse' : row.note === null ? 'schedule' : 'hold',
    note: row.note,
    problems: [...row.problems],
    campaign: row.made,
  };
}
