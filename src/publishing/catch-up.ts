import type { CatchUpPolicy } from './schema';

/** Later than this is missed: the policy of the campaign says what happens. Up to it, work is merely behind. */
const missedAfter = 15 * 60_000;

/** What to do with a publication that is `late` milliseconds behind its time. */
export function catchUp(late: number, policy: CatchUpPolicy): 'send' | 'skip' | 'ask' {
  if (late <= missedAfter) return 'send';
  switch (policy) {
    case 'late':
      return 'send';
    case 'skip':
      return 'skip';
    case 'ask':
      return 'ask';
    default:
      return policy satisfies never;
  }
}

/** Why it was skipped or is asked about, and what to do. */
export const missedMessage = (decision: 'skip' | 'ask', late: number): string =>
  decision === 'skip'
    ? `Its time passed ${span(late)} ago while publishing was not possible, and the campaign says to skip what was missed. Reschedule it to send it after all.`
    : `Its time passed ${span(late)} ago while publishing was not possible. Choose whether it still goes out.`;

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
