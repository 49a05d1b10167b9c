import type { PreflightFacts } from './facts';
import { amber, red, shown, type Found } from './finding';

/** From here on what is not sent yet is overdue and no longer merely behind, in milliseconds. */
const overdueAfter = 15 * 60_000;

/** Where the publication itself stands: its time, what stopped it, and who holds it. */
export function standingItems({ publication, hold, now, zone }: PreflightFacts): Found[] {
  return [...stateItems(publication, now, zone), ...holdItems(hold)];
}

function stateItems(
  { state, dueAt, problem }: PreflightFacts['publication'],
  now: number,
  zone: string,
): Found[] {
  switch (state) {
    case 'draft':
      return [amber('preflight.no-time', 'It has no time yet.', 'Choose when it goes out', 'time')];
    case 'asking':
      return [
        red(
          'preflight.asking',
          problem?.message ?? 'Its time passed while nothing was sent.',
          'Say whether it still goes out',
          'publication',
        ),
      ];
    case 'unknown':
      return [
        red(
          'preflight.unknown',
          problem?.message ?? 'Nobody can tell whether it arrived.',
          'Look at the account and say whether it is there',
          'publication',
        ),
      ];
    case 'rejected':
      return [
        red(
          problem?.code ?? 'preflight.rejected',
          problem?.message ?? 'The channel refused it.',
          'Change what was refused, then retry',
          'copy',
        ),
      ];
    case 'scheduled':
    case 'parked':
      if (dueAt !== null && dueAt < now - overdueAfter)
        return [
          red(
            'preflight.overdue',
            `It was due on ${shown(dueAt, zone)} and has not gone out. ${problem?.message ?? ''}`.trim(),
            'Look why, then retry or cancel',
            'publication',
          ),
        ];
      return state === 'parked' && problem
        ? [amber(problem.code, problem.message, 'Wait, or choose another time', 'publication')]
        : [];
    default:
      return [];
  }
}

const holdItems = (hold: PreflightFacts['hold']): Found[] =>
  hold === null
    ? []
    : [
        red(
          'preflight.on-hold',
          `${hold.by} stopped publishing${hold.reason ? `: ${hold.reason}` : ''}.`,
          'Let it go on, once the reason is over',
          'operations',
        ),
      ];
