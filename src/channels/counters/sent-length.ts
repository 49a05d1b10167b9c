import { withLink } from './inline-links';
import { spansOf, type Span } from './spans';

/** Room for a tracked address, which is longer than most. */
const trackedLength = 160;

/** UTF-16 units of what is sent, the address of the page behind it, each address as long as its tracked form may be. */
export const sentLength = (
  text: string,
  link: string | null,
  written: (span: Span) => string = (span) => span.text,
): number =>
  spansOf(withLink(text, link)).reduce((sum, span) => {
    const { length } = written(span);
    return sum + (span.isAddress ? Math.max(length, trackedLength) : length);
  }, 0);
