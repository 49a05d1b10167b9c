import type { EventInput } from '@fullcalendar/core';
import { DateTime } from 'luxon';
import type { PlanView } from '../../../src/publishing/time/schema';
import { movedClock } from './times';

/** The part of the publishing plan that is drawn. */
export type PlanBehind = Pick<PlanView, 'zone' | 'slots' | 'blackouts' | 'holidayDays'>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const most = 2_000;

/** What the business planned its channels by, behind the items: blackouts, holidays, and the times of the channels. */
export function behindOf(
  plan: PlanBehind,
  { from, to }: Stretch,
  names: ReadonlyMap<string, string>,
  text: { readonly blackout: (name: string) => string; readonly holiday: string },
): EventInput[] {
  const at = (local: string): string => DateTime.fromISO(local, { zone: plan.zone }).toUTC().toISO() ?? local;
  const days = daysOf(plan.zone, { from, to });
  return [
    ...plan.blackouts.map((each): EventInput => ({
      start: at(each.from),
      end: at(each.to),
      title: text.blackout(
        [each.name, ...each.channels.map((key) => names.get(key) ?? '')].filter(Boolean).join(' · '),
      ),
      display: 'background',
    })),
    ...plan.holidayDays
      .filter((day) => days.includes(day))
      .map((day): EventInput => ({
        start: at(`${day}T00:00`),
        end: at(`${movedClock(`${day}T12:00`, 1, 0).slice(0, 10)}T00:00`),
        title: text.holiday,
        display: 'background',
      })),
    ...days.flatMap((day) =>
      plan.slots
        .filter(({ weekday }) => weekday === DateTime.fromISO(day).weekday)
        .map(({ channel, time }): EventInput => ({
          start: at(`${day}T${time}`),
          end:
            DateTime.fromISO(`${day}T${time}`, { zone: plan.zone }).plus({ minutes: 30 }).toUTC().toISO() ??
            '',
          title: names.get(channel) ?? '',
          display: 'background',
          classNames: ['presence-slot'],
        })),
    ),
  ].slice(0, most);
}

/** The days of a stretch on the clock of a zone. */
function daysOf(zone: string, { from, to }: Stretch): string[] {
  const first = DateTime.fromMillis(from, { zone }).toISODate() ?? '';
  const last = DateTime.fromMillis(to - 1, { zone }).toISODate() ?? '';
  const days: string[] = [];
  for (let day = first; day <= last && days.length < 70; day = movedClock(`${day}T12:00`, 1, 0).slice(0, 10))
    days.push(day);
  return days;
}
