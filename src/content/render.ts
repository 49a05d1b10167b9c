import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { blocksTree } from './formats/blocks-tree';
import { markdownTree, orNullIfTooDeep } from './formats/markdown';
import type { ContentPart, ContentPicture, EntryContent, Role } from './schema';
import { atFirstUse } from '../shared/at-first-use';

export interface Rendering {
  /** Which fields: `({ role }) => role === 'body'`. Without it, all but slug, canonical URL, e-mail and enumeration. */
  readonly wanted?: (part: { readonly field: string; readonly role: Role | null }) => boolean;
  /** Address of the site or of Strapi: makes `/uploads/a.jpg` absolute, as an e-mail needs it. */
  readonly base?: string;
}

const isProse = (part: { readonly role: Role | null; readonly type?: string }): boolean =>
  part.role !== 'slug' &&
  part.role !== 'canonicalUrl' &&
  part.type !== 'email' &&
  part.type !== 'enumeration';

/** The entry as plain text: paragraphs with a blank line between them, list items with a dash; no alt texts. */
export function plainTextOf(content: EntryContent, { wanted = isProse }: Rendering = {}): string {
  let text = '';
  let before = '';
  for (const piece of content.texts) {
    if (piece.kind === 'alt' || !wanted(piece)) continue;
    const line = piece.kind === 'code' ? piece.text : trimmedLines(piece.text);
    const isList = piece.kind === 'list-item';
    text += text === '' ? '' : isList && before === 'list-item' ? '\n' : '\n\n';
    text += isList ? `- ${line}` : line;
    before = piece.kind;
  }
  return text;
}

const trimmedLines = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const fromMarkdown = atFirstUse(() =>
  unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze(),
);
const safely = atFirstUse(() => {
  const tagNames = [...(defaultSchema.tagNames ?? []), 'u', 'figure', 'figcaption'];
  return unified()
    .use(rehypeSanitize, { ...defaultSchema, tagNames })
    .use(rehypeStringify)
    .freeze();
});

/**
 * The entry as HTML out of the same walk: Markdown (with the HTML in it), Blocks, plain paragraphs and pictures.
 * Sanitised: no script, style, event handler or `javascript:` address comes through.
 */
export function htmlOf(content: EntryContent, { wanted = isProse, base }: Rendering = {}): string {
  const html = content.parts
    .filter((part) => wanted(part))
    .map((part) => orNullIfTooDeep(() => clean(treeOf(part), base)) ?? clean(flatTree(part, content), base));
  return html.filter((text) => text !== '').join('\n');
}

function clean(children: RootContent[], base: string | undefined): string {
  const tree = safely().runSync({ type: 'root', children });
  if (base !== undefined) makeAbsolute(tree, base.replace(/\/$/, ''));
  return safely().stringify(tree).trim();
}

/** What is nested too deeply to be rendered comes as its bare paragraphs. */
const flatTree = (part: ContentPart, content: EntryContent): RootContent[] =>
  content.texts
    .filter(({ field, kind }) => field === part.field && kind !== 'alt')
    .map(({ text }) => element('p', {}, [{ type: 'text', value: text }]));

function treeOf(part: ContentPart): RootContent[] {
  if (part.kind === 'picture') return [pictureTree(part.picture)];
  if (part.kind === 'blocks') return blocksTree(part.value);
  const tree = part.type === 'richtext' ? markdownTree(part.value) : null;
  if (tree) return (fromMarkdown().runSync(tree) as Root).children;
  const tagName = part.role === 'title' ? 'h1' : 'p';
  return part.value
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => element(tagName, {}, linesOf(paragraph.trim())));
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const linesOf = (text: string): ElementContent[] =>
  text
    .split(/\r?\n/)
    .flatMap((value, index): ElementContent[] => [
      ...(index > 0 ? [element('br', {}, [])] : []),
      { type: 'text', value },
    ]);

const isImage = ({ mime, url }: ContentPicture): boolean =>
  mime === null ? /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(url) : mime.startsWith('image/');

function pictureTree(picture: ContentPicture): Element {
  if (!isImage(picture)) {
    return element('p', {}, [
      element('a', { href: picture.url }, [{ type: 'text', value: picture.name ?? picture.url }]),
    ]);
  }
  const { url: src, alt, width, height } = picture;
  const size = width !== null && height !== null ? { width, height } : {};
  return element('p', {}, [element('img', { src, alt: alt ?? '', ...size }, [])]);
}

/** Addresses that begin at the root of the site. */
function makeAbsolute(tree: Root | Element, base: string): void {
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    for (const name of ['src', 'href'] as const) {
      const address = node.properties[name];
      if (typeof address === 'string' && /^\/(?!\/)/.test(address)) node.properties[name] = base + address;
    }
    makeAbsolute(node, base);
  }
}
