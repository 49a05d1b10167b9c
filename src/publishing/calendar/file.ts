import { Temporal } from 'temporal-polyfill';
import { csvLine } from '../../shared/csv';
import type { CalendarItem } from './schema';

/** What a plan as a file is read from; further columns are left alone, so that an export comes back as it is. */
export const planColumns = [
  'entry',
  'channel',
  'when',
  'zone',
  'choice',
  'slot',
  'after_website',
  'campaign',
  'text',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** What is written: all that is read but the words, and where it stands. */
const heads = [...planColumns.filter((one) => one !== 'text'), 'title', 'kind', 'state', 'problem', 'due'];

/** The first line of a calendar as CSV (RFC 4180). */
export const fileHead = (): string => csvLine(heads);

/**
 * A publication as a line of it: `when` on the clock that it was chosen by (`home` where it was sent at once), `due` in UTC.
 * `entry` is an `entryIdOf`. A time that the clocks show twice says which of the two it is. What goes by the website has its minutes in
 * place of a time; a slot that was taken is a time like any other.
 */
export function fileLine(item: CalendarItem, entry: string, home: string): string {
  return csvLine([
    entry,
    item.channelName,
    ...(item.afterMinutes === null ? clockCells(item, home) : ['', '', '']),
    '',
    item.afterMinutes === null ? '' : String(item.afterMinutes),
    item.campaignName,
    item.entryTitle,
    item.kind,
    item.state,
    item.problem ?? '',
    new Date(item.dueAt).toISOString(),
  ]);
}

/** `when`, `zone` and `choice`. */
function clockCells(item: CalendarItem, home: string): readonly [string, string, string] {
  const zone = item.zone || home;
  const clock = Temporal.Instant.fromEpochMilliseconds(item.dueAt).toZonedDateTimeISO(zone);
  const local = clock.toPlainDateTime();
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const choice = later === earlier ? '' : later === item.dueAt ? 'later' : 'earlier';
  return [local.toString({ smallestUnit: 'minute' }).replace('T', ' '), zone, choice];
}
