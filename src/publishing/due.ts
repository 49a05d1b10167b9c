import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Problem, type Result } from '../shared/result';
import type { ClockTime, TimeChoice } from './time/when';
import { clockOf, isZone } from './time/zone';

/** An instant, and how it was chosen: the wall clock and its zone, both empty for "now". */
export interface Due {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly localTime: string;
  readonly zone: string;
}

const minute = 60_000;

/**
 * The instant that a person means. Where the clocks skip or repeat the time, or where it has passed, the refusal carries
 * the instants to choose from in `details.choices`; the running minute counts as now.
 */
export function dueOf(when: ClockTime, now: number): Result<Due> {
  if (when.kind === 'now') return ok({ dueAt: now, localTime: '', zone: '' });
  const { local, zone } = when;
  const clock = clockOf(local);
  if (!clock)
    return refuse('time.invalid', `${local} is not a date and time of the calendar. Choose another one.`);
  if (!isZone(zone))
    return refuse(
      'time.zone-unknown',
      `"${zone}" is not a known time zone. Choose one such as Europe/Berlin.`,
    );
  const earlier = clock.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = clock.toZonedDateTime(zone, { disambiguation: 'later' });
  const isPlain = earlier.epochMilliseconds === later.epochMilliseconds;
  if (!isPlain && !when.choice) return ambiguous(local, zone, earlier, later);
  const chosen = when.choice === 'later' ? later : earlier;
  const dueAt = chosen.epochMilliseconds;
  if (dueAt > now - minute) return ok({ dueAt, localTime: local, zone });
  return refuse('time.past', `${shown(chosen)} (${zone}) has passed. Send it now, or choose a later time.`, [
    {
      choice: 'now',
      at: now,
      shown: shown(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)),
    },
  ]);
}

function ambiguous(
  local: string,
  zone: string,
  earlier: Temporal.ZonedDateTime,
  later: Temporal.ZonedDateTime,
): Result<never> {
  const choices: TimeChoice[] = [
    { choice: 'earlier', at: earlier.epochMilliseconds, shown: shown(earlier) },
    { choice: 'later', at: later.epochMilliseconds, shown: shown(later) },
  ];
  const either = choices.map((choice) => choice.shown).join(' or ');
  const comesTwice = earlier.toPlainDateTime().equals(Temporal.PlainDateTime.from(local));
  return comesTwice
    ? refuse('time.overlap', `In ${zone} the clocks show ${local} twice that day. Choose ${either}.`, choices)
    : refuse('time.gap', `In ${zone} the clocks skip ${local} that day. Choose ${either}.`, choices);
}

const shown = (time: Temporal.ZonedDateTime): string =>
  time.toString({ smallestUnit: 'minute', timeZoneName: 'never' });

const refuse = (code: Problem['code'], message: string, choices?: readonly TimeChoice[]): Result<never> =>
  fail({ code, message, path: 'when', ...(choices ? { details: { choices } } : {}) });
