import type { Element, ElementContent } from 'hast';
import type { EntryDocument } from '../schema';
import { isRecord, numberOf, textOf } from './value';

const deepest = 200;

/** Strapi Blocks as an HTML tree; unknown nodes are read through. Not sanitised. */
export const blocksTree = (value: readonly unknown[]): Element[] =>
  value
    .flatMap((node) => nodesOf(node, 0))
    .map((node) => (node.type === 'element' ? node : paragraph([node])));

const paragraph = (children: ElementContent[]): Element => element('p', children);

const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function nodesOf(node: unknown, depth: number): ElementContent[] {
  if (!isRecord(node) || depth > deepest) return [];
  if (typeof node['text'] === 'string') return [marked(node, node['text'])];
  const raw = node['children'];
  const children = Array.isArray(raw) ? raw.flatMap((child: unknown) => nodesOf(child, depth + 1)) : [];
  switch (node['type']) {
    case 'paragraph':
      return [paragraph(children)];
    case 'heading':
      return [element(`h${Math.min(6, Math.max(1, Math.trunc(numberOf(node['level']) ?? 2)))}`, children)];
    case 'list':
      return [element(node['format'] === 'ordered' ? 'ol' : 'ul', children)];
    case 'list-item':
      return [element('li', children)];
    case 'quote':
      return [element('blockquote', children)];
    case 'code':
      return [element('pre', [element('code', children)])];
    case 'link':
      return [element('a', children, { href: textOf(node['url']) ?? '' })];
    case 'image':
      return isRecord(node['image']) ? imageOf(node['image']) : [];
    default:
      return children;
  }
}

function imageOf(image: EntryDocument): Element[] {
  const src = textOf(image['url']);
  return src === null
    ? []
    : [paragraph([element('img', [], { src, alt: textOf(image['alternativeText']) ?? '' })])];
}

const marks = [
  ['code', 'code'],
  ['strikethrough', 'del'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function marked(leaf: EntryDocument, text: string): ElementContent {
  let node: ElementContent = text.includes('\n')
    ? element('span', lines(text))
    : { type: 'text', value: text };
  for (const [mark, tagName] of marks) if (leaf[mark] === true) node = element(tagName, [node]);
  return node;
}

const lines = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((value, index): ElementContent[] => [
      ...(index > 0 ? [element('br', [])] : []),
      { type: 'text', value },
    ]);
