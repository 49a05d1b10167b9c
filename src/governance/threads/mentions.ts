/** `@[name](user:<id>)`: a person in the text of a comment. The id counts, the name is what readers see. */
const mention = /@\[([^\]\n]{1,100})\]\(user:(\d{1,18})\)/g;

/** A stretch of a comment: plain text, or a person. */
export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string; readonly name: string };

/** The parts of a comment in order; together they are the whole text. */
export function commentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'person', id: match[2] ?? '', name: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** Ids of the admin users whom a comment names, each once. */
export const mentionedIn = (text: string): string[] => [
  ...new Set(commentParts(text).flatMap((part) => (part.kind === 'person' ? [part.id] : []))),
];

/** A comment as one line of plain text, for a notice or a mail. */
export const plainComment = (text: string): string =>
  commentParts(text)
    .map((part) => (part.kind === 'person' ? `@${part.name}` : part.text))
    .join('');

/** How a person is written into a comment. */
export const mentionOf = (id: string, name: string): string =>
  `@[${name.replace(/[\]\n]/g, ' ').slice(0, 100)}](user:${id})`;
