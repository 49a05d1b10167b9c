/** A text with a mention put in place of what was selected, and where the caret stands then. */
export interface WithMention {
  readonly text: string;
  readonly caret: number;
}

/** Puts a mention into a text, apart from the words around it: networks link nothing that hangs on a word. */
export function withMentionAt(text: string, start: number, end: number, mention: string): WithMention {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const opens = before === '' || /[\s(]$/.test(before);
  const closes = behind === '' || /^[\s.,;:!?)…]/.test(behind);
  const put = `${opens ? '' : ' '}${mention}${closes ? '' : ' '}`;
  return { text: before + put + behind, caret: before.length + put.length };
}
