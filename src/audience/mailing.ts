import type { MailState } from './schema';

export type MailCounts = Readonly<Record<MailState, number>>;

/** A count for every state. */
export const mailCountsOf = (
  found: readonly { readonly state: MailState; readonly count: number }[],
): MailCounts => {
  const counts = { queued: 0, sending: 0, sent: 0, refused: 0, retry: 0, unknown: 0, suppressed: 0 };
  for (const { state, count } of found) counts[state] += count;
  return counts;
};

/** Everybody who was chosen when the mailing began. */
export const candidatesOf = (counts: MailCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Mails that still have to go out. */
export const openOf = (counts: MailCounts): number => counts.queued + counts.retry + counts.sending;

/** How it went, in one sentence: "38 sent, 1 refused, 1 in doubt." */
export function sentenceOf(counts: MailCounts): string {
  if (candidatesOf(counts) === 0)
    return 'There was nobody to write to: no subscriber has confirmed their address yet.';
  const parts = [
    [counts.sent, 'sent'],
    [counts.refused, 'refused'],
    [counts.suppressed, 'left before their turn'],
    [counts.unknown, 'in doubt'],
    [openOf(counts), 'waiting'],
  ] as const;
  return `${parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')}.`;
}
