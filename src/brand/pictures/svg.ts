/** What makes an SVG more than a drawing, in the order in which it is looked for. */
const dangers: readonly (readonly [RegExp, string])[] = [
  [/<!ENTITY/i, 'it declares entities, which can read files or grow without end'],
  [/<!DOCTYPE[^>]*(?:\[|\bSYSTEM\b)/i, 'its document type points outside'],
  [/<\s*(?:[\w-]+:)?script\b/i, 'it has a script'],
  [
    /<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video|handler|listener)\b/i,
    'it embeds another document',
  ],
  [/[\s"'/]on[a-z]{3,30}\s*=/i, 'it has event handlers'],
  [/(?:javascript|vbscript)\s*:/i, 'it has a script as an address'],
  [/<\?\s*xml-stylesheet/i, 'it loads a style sheet'],
  [/@import\b/i, 'it loads a style sheet'],
  [
    /url\(\s*["']?\s*(?!["']?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))/i,
    'it loads something from elsewhere',
  ],
];
const links = /\b(?:xlink:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const inside = /^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|webp)[;,])/i;
const anchor = /<\s*(?:[\w-]+:)?a\b[^>]*>/gi;

/**
 * Why an SVG is not opened: a script, an event handler, an entity, or something that it loads from elsewhere. Null where it
 * is only a drawing. Links that a person clicks (`<a href>`) load nothing and are fine.
 */
export function activeSvg(source: string): string | null {
  const text = withoutReferences(source.replace(/<!--[\s\S]*?-->/g, '').replaceAll('\0', ''));
  for (const [pattern, why] of dangers) if (pattern.test(text)) return why;
  for (const [, double, single, bare] of text.replace(anchor, '').matchAll(links))
    if (!inside.test(double ?? single ?? bare ?? '')) return 'it loads something from elsewhere';
  return null;
}

/** Whether a file that begins so is an SVG. */
export const isSvg = (head: string): boolean =>
  /^\s*(?:<\?xml[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[\s\S]*?(?:\]\s*)?>|\s)*<\s*(?:[\w-]+:)?svg[\s>]/i.test(
    head,
  );

/** `&#106;` is a j: a name may be spelt in references. */
const withoutReferences = (text: string): string =>
  text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi,
    (all, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
    },
  );
