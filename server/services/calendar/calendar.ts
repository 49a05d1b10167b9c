import {
  mostItems,
  type CalendarItem,
  type CalendarQuery,
  type CalendarView,
} from '../../../src/publishing/calendar/schema';
import { firstWords } from '../../../src/publishing/calendar/words';
import { stages } from '../../../src/publishing/status';
import type { CalendarRow, PublicationCalendar } from '../../stores/publication-calendar';

export interface CalendarDeps {
  readonly store: PublicationCalendar;
  /** Also those that were removed: what they published still names them. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
}

export type Calendar = ReturnType<typeof calendar>;

/** What goes out, and what went out, by time. */
export const calendar = ({ store, channelNames }: CalendarDeps) => ({
  async view(query: CalendarQuery): Promise<CalendarView> {
    const [rows, names] = await Promise.all([store.between(query, mostItems + 1), channelNames()]);
    const nameBy = new Map(names.map(({ key, name }) => [key, name]));
    return {
      items: rows.slice(0, mostItems).map((row) => itemOf(row, nameBy.get(row.channel))),
      isCut: rows.length > mostItems,
    };
  },
});

/** A row with the name of its channel, and without what only a program reads. */
export const itemOf = (
  { entry: _, errorCode, errorMessage: _message, isArmed, text, ...row }: CalendarRow,
  channelName = 'a removed channel',
): CalendarItem => ({
  ...row,
  channelName,
  problem: errorCode || null,
  words: firstWords(text),
  // A try that began and whose end nobody knows can be neither stopped nor moved.
  canMove: !isArmed && stages[row.state].actions.includes('reschedule'),
});
