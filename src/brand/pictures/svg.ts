/** What makes an SVG more than a drawing. Each pattern reads a text once, whatever it holds. */
const dangers: readonly (readonly [RegExp, string])[] = [
  [/<!ENTITY/i, 'it declares entities, which can read files or grow without end'],
  [/<!DOCTYPE[^>]{0,300}?(?:\[|\bSYSTEM\b)/i, 'its document type points outside'],
  [/<\s*(?:[\w-]+:)?script\b/i, 'it has a script'],
  [
    /<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video|handler|listener)\b/i,
    'it embeds another document',
  ],
  [/[\s"'/]on[a-z]{3,30}\s*=/i, 'it has event handlers'],
  [/(?:javascript|vbscript)\s*:/i, 'it has a script as an address'],
  [/<\?\s*xml-stylesheet/i, 'it loads a style sheet'],
  [/@import\b/i, 'it loads a style sheet'],
];
const elsewhere = 'it loads something from elsewhere';

const links = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const paints = /\burl\(([^)]{0,300})/gi;
const inside = /^["'\s]*(?:#|$|data:image\/(?:png|jpe?g|gif|webp)[;,])/i;
const anchor = /^\s*(?:[\w-]+:)?a\b/i;

/**
 * Why an SVG is not opened: a script, an event handler, an entity, or something that it loads from elsewhere. Null where it
 * is only a drawing. Links that a person clicks (`<a href>`) load nothing and are fine.
 */
export function activeSvg(source: string): string | null {
  const text = withoutReferences(withoutComments(source.replaceAll('\0', '')));
  for (const [pattern, why] of dangers) if (pattern.test(text)) return why;
  for (const [, address = ''] of text.matchAll(paints)) if (!inside.test(address)) return elsewhere;
  // No attribute can hold a `<`: each part is one element with its attributes, and the text behind it.
  for (const element of text.split('<')) {
    if (anchor.test(element)) continue;
    for (const [, double, single, bare] of element.matchAll(links))
      if (!inside.test(double ?? single ?? bare ?? '')) return elsewhere;
  }
  return null;
}

/** Whether a text that begins so is an SVG. */
export const isSvg = (head: string): boolean => /<\s*(?:[\w-]+:)?svg[\s>/]/i.test(head);

function withoutComments(text: string): string {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    // What no comment closes is read as it is.
    if (end < 0) return [...parts, text.slice(at)].join('');
    parts.push(text.slice(at, start));
    at = end + 3;
  }
}

/** `&#106;` is a j: a name may be spelt in references. */
const withoutReferences = (text: string): string =>
  text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi,
    (all, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
    },
  );
