import {
  mostItems,
  type CalendarItem,
  type CalendarQuery,
  type CalendarView,
} from '../../../src/publishing/calendar/schema';
import { fileHead, fileLine } from '../../../src/publishing/calendar/file';
import { firstWords } from '../../../src/publishing/calendar/words';
import { stages } from '../../../src/publishing/status';
import type { CalendarRow, PublicationCalendar } from '../../stores/publication-calendar';

export interface CalendarDeps {
  readonly store: PublicationCalendar;
  /** Also those that were removed: what they published still names them. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  /** The zone of the business. */
  readonly zone: () => Promise<string>;
}

const rowsPerPage = 1_000;

export type Calendar = ReturnType<typeof calendar>;

/** What goes out, and what went out, by time. */
export function calendar({ store, channelNames, zone }: CalendarDeps) {
  const named = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await channelNames()).map(({ key, name }) => [key, name]));

  return {
    async view(query: CalendarQuery): Promise<CalendarView> {
      const [rows, names] = await Promise.all([store.between(query, mostItems + 1), named()]);
      return {
        items: rows.slice(0, mostItems).map((row) => itemOf(row, names.get(row.channel))),
        isCut: rows.length > mostItems,
      };
    },

    /** Everything of a stretch, for programs. */
    async items(from: number, to: number, limit: number): Promise<readonly CalendarItem[]> {
      const [rows, names] = await Promise.all([
        store.between({ from, to, channels: [], states: [] }, limit),
        named(),
      ]);
      return rows.map((row) => itemOf(row, names.get(row.channel)));
    },

    /** The same as lines of CSV, page by page, so that a long one is never held whole. */
    async *file(query: CalendarQuery): AsyncGenerator<string> {
      const [names, home] = await Promise.all([named(), zone()]);
      yield fileHead();
      for (let offset = 0; ; offset += rowsPerPage) {
        const rows = await store.between(query, rowsPerPage, offset);
        yield rows.map((row) => fileLine(itemOf(row, names.get(row.channel)), row.entry, home)).join('');
        if (rows.length < rowsPerPage) return;
      }
    },
  };
}

/** A row with the name of its channel, and without what only a program reads. */
const itemOf = (
  { entry: _, errorCode, isArmed, text, ...row }: CalendarRow,
  channelName = 'a removed channel',
): CalendarItem => ({
  ...row,
  channelName,
  problem: errorCode || null,
  words: firstWords(text),
  // A try that began and whose end nobody knows can be neither stopped nor moved.
  canMove: !isArmed && stages[row.state].actions.includes('reschedule'),
});
