import { append, close, draft, nothing, type Found, type Origin } from './draft';

const gap = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/g;

/** A text without markup: a `string` is one piece, a `text` one for each paragraph. An address is also a link. */
export function readPlain(value: string, origin: Origin): Found {
  const found = nothing();
  const kind = origin.type === 'text' || origin.type === 'richtext' ? 'paragraph' : 'plain';
  const add = (start: number, end: number) => {
    const piece = draft();
    append(piece, value.slice(start, end), { field: origin.field, start, end }, { exact: true });
    close(found, piece, origin, kind);
  };
  let start = 0;
  if (kind === 'paragraph') {
    for (const { index, 0: blank } of value.matchAll(gap)) {
      add(start, index);
      start = index + blank.length;
    }
  }
  add(start, value.length);
  if (/^\s*https?:\/\/\S+\s*$/i.test(value)) {
    const href = value.trim();
    const from = value.indexOf(href);
    found.links.push({
      href,
      text: href,
      place: { field: origin.field, start: from, end: from + href.length },
    });
  }
  return found;
}
