import { isPractice } from '../../../src/channels/practice';
import type { ChannelView } from '../../../src/channels/schema';
import {
  mostItems,
  type CalendarItem,
  type CalendarQuery,
  type CalendarView,
} from '../../../src/publishing/calendar/schema';
import { fileHead, fileLine } from '../../../src/publishing/calendar/file';
import { firstWords } from '../../../src/publishing/calendar/words';
import { holdOn, type HoldView } from '../../../src/publishing/operations/hold';
import { goesByItself, stages } from '../../../src/publishing/status';
import type { CalendarRow, PublicationCalendar } from '../../stores/publication-calendar';

export interface CalendarDeps {
  readonly store: PublicationCalendar;
  /** Also those that were removed: what they published still names them. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly channels: () => Promise<readonly Pick<ChannelView, 'key' | 'practice'>[]>;
  /** What is stopped now. */
  readonly holds: () => Promise<readonly Pick<HoldView, 'scope' | 'target'>[]>;
  /** The zone of the business. */
  readonly zone: () => Promise<string>;
}

const rowsPerPage = 1_000;

export type Calendar = ReturnType<typeof calendar>;

/** What goes out, and what went out, by time. */
export function calendar({ store, channelNames, channels, holds, zone }: CalendarDeps) {
  /** What is said of a row beside what stands in it. */
  async function surroundings(): Promise<Surroundings> {
    const [names, known, held] = await Promise.all([channelNames(), channels(), holds()]);
    return {
      names: new Map(names.map(({ key, name }) => [key, name])),
      practising: new Set(known.filter(({ practice }) => practice).map(({ key }) => key)),
      held,
    };
  }

  return {
    async view(query: CalendarQuery): Promise<CalendarView> {
      const [rows, around] = await Promise.all([store.between(query, mostItems + 1), surroundings()]);
      return {
        items: rows.slice(0, mostItems).map((row) => itemOf(row, around)),
        isCut: rows.length > mostItems,
      };
    },

    /** Everything of a stretch, for programs. */
    async items(from: number, to: number, limit: number): Promise<readonly CalendarItem[]> {
      const [rows, around] = await Promise.all([
        store.between({ from, to, channels: [], states: [] }, limit),
        surroundings(),
      ]);
      return rows.map((row) => itemOf(row, around));
    },

    /** The same as lines of CSV, page by page, so that a long one is never held whole. */
    async *file(query: CalendarQuery): AsyncGenerator<string> {
      const [around, home] = await Promise.all([surroundings(), zone()]);
      yield fileHead();
      for (let offset = 0; ; offset += rowsPerPage) {
        const rows = await store.between(query, rowsPerPage, offset);
        yield rows.map((row) => fileLine(itemOf(row, around), row.entry, home)).join('');
        if (rows.length < rowsPerPage) return;
      }
    },
  };
}

interface Surroundings {
  readonly names: ReadonlyMap<string, string>;
  /** Keys of the channels in practice mode. */
  readonly practising: ReadonlySet<string>;
  readonly held: readonly Pick<HoldView, 'scope' | 'target'>[];
}

/** A row with the name of its channel, and without what only a program reads. */
const itemOf = (row: CalendarRow, { names, practising, held }: Surroundings): CalendarItem => ({
  key: row.key,
  campaign: row.campaign,
  campaignName: row.campaignName,
  entryTitle: row.entryTitle,
  channel: row.channel,
  channelName: names.get(row.channel) ?? 'a removed channel',
  kind: row.kind,
  state: row.state,
  dueAt: row.dueAt,
  localTime: row.localTime,
  zone: row.zone,
  afterMinutes: row.afterMinutes,
  problem: row.errorCode || null,
  words: firstWords(row.text),
  // A try that began and whose end nobody knows can be neither stopped nor moved.
  canMove: !row.isArmed && stages[row.state].actions.includes('reschedule'),
  isStopped: goesByItself(row.state) && holdOn(held, row) !== null,
  isPractice: isOut(row.state) ? isPractice(row.remoteId) : practising.has(row.channel),
});

const isOut = (state: CalendarRow['state']): boolean => state === 'delivered' || state === 'recalled';
