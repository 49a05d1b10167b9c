import { withLink } from './inline-links';
import { spansOf } from './spans';

/** Room for a tracked address, which is longer than most. */
const trackedLength = 160;

/**
 * The length of what is sent, the address of the page behind it, each address as long as its tracked form may be.
 *
 * @param lengthOf the length of a stretch without addresses, as the network counts.
 */
export const addressedLength = (
  text: string,
  link: string | null,
  lengthOf: (stretch: string) => number,
): number =>
  spansOf(withLink(text, link)).reduce(
    (sum, span) => sum + (span.isAddress ? Math.max(span.text.length, trackedLength) : lengthOf(span.text)),
    0,
  );
