/** A stretch of a text: an address, or what stands between addresses. */
export interface Span {
  readonly text: string;
  readonly isAddress: boolean;
}

const sentenceEnd = /[.,;:!?'")\]]+$/;

/** The text cut into its addresses and what is between them; together they are the text. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"]+/giu)) {
    const address = found.replace(sentenceEnd, '');
    if (index > end) spans.push({ text: text.slice(end, index), isAddress: false });
    spans.push({ text: address, isAddress: true });
    end = index + address.length;
  }
  if (end < text.length) spans.push({ text: text.slice(end), isAddress: false });
  return spans;
}
