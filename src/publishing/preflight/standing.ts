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
      return [amber('preflight.no-time', 'It has no time yet.', 'choose-time', {})];
    case 'asking':
      return [
        red(
          'preflight.asking',
          problem?.message ?? 'Its time passed while nothing was sent.',
          'say-whether',
          {},
        ),
      ];
    case 'unknown':
      return [
        red('preflight.unknown', problem?.message ?? 'Nobody can tell whether it arrived.', 'look-there', {}),
      ];
    case 'rejected':
      return [
        red(
          problem?.code ?? 'preflight.rejected',
          problem?.message ?? 'The channel refused it.',
          'change-refused',
        ),
      ];
    case 'scheduled':
    case 'parked':
      if (dueAt !== null && dueAt < now - overdueAfter)
        return [
          red(
            'preflight.overdue',
            `It was due on ${shown(dueAt, zone)} and has not gone out. ${problem?.message ?? ''}`.trim(),
            'look-why',
            { at: dueAt, zone, problem: problem?.message ?? '' },
          ),
        ];
      return state === 'parked' && problem ? [amber(problem.code, problem.message, 'wait')] : [];
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
          'let-go-on',
          { by: hold.by, reason: hold.reason },
        ),
      ];
