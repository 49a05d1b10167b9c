import { Temporal } from 'temporal-polyfill';
import { csvLine } from '../../shared/csv';
import type { CalendarItem } from './schema';

/** What a plan as a file is read from; further columns are left alone, so that an export comes back as it is. */
export const planColumns = ['entry', 'channel', 'when', 'zone', 'choice', 'campaign', 'text'] as const;
export type PlanColumn = (typeof planColumns)[number];

const heads = [
  'entry',
  'channel',
  'when',
  'zone',
  'choice',
  'campaign',
  'title',
  'kind',
  'state',
  'problem',
  'due',
];

/** The first line of a calendar as CSV (RFC 4180). */
export const fileHead = (): string => csvLine(heads);

/**
 * A publication as a line of it: `when` on the clock that it was chosen by (`home` where it was sent at once), `due` in UTC.
 * `entry` is an `entryIdOf`. A time that the clocks show twice says which of the two it is.
 */
export function fileLine(item: CalendarItem, entry: string, home: string): string {
  const zone = item.zone || home;
  const clock = Temporal.Instant.fromEpochMilliseconds(item.dueAt).toZonedDateTimeISO(zone);
  const local = clock.toPlainDateTime();
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const choice = later === earlier ? '' : later === item.dueAt ? 'later' : 'earlier';
  return csvLine([
    entry,
    item.channelName,
    local.toString({ smallestUnit: 'minute' }).replace('T', ' '),
    zone,
    choice,
    item.campaignName,
    item.entryTitle,
    item.kind,
    item.state,
    item.problem ?? '',
    new Date(item.dueAt).toISOString(),
  ]);
}
