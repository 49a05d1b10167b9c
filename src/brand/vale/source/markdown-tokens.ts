import type { Element, ElementContent, Root, RootContent } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markdownTree, orNullIfTooDeep } from '../../../content/formats/markdown';
import { htmlTokens, type HtmlToken } from './html-tokens';
import { atFirstUse } from '../../../shared/at-first-use';

const toHtml = atFirstUse(() => unified().use(remarkRehype, { allowDangerousHtml: true }).freeze());
const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** A Markdown text as the tags and texts of the HTML that it stands for. What no parser takes in time is read as paragraphs. */
export function markdownTokens(markdown: string): readonly HtmlToken[] {
  const tree = markdownTree(markdown);
  const html = tree && orNullIfTooDeep(() => toHtml().runSync(tree) as Root);
  return html ? joined([...html.children.flatMap((child) => [...tokensOf(child)])]) : plainTokens(markdown);
}

function* tokensOf(
  node: RootContent | ElementContent | { readonly type: 'raw'; readonly value: string },
): Generator<HtmlToken> {
  if (node.type === 'text') yield { kind: 'text', text: node.value };
  else if (node.type === 'raw') yield* htmlTokens(node.value);
  else if (node.type === 'comment') yield { kind: 'comment', text: node.value };
  else if (node.type === 'element') {
    yield { kind: 'start', name: node.tagName, attributes: attributesOf(node) };
    for (const child of node.children) yield* tokensOf(child);
    if (!voids.has(node.tagName)) yield { kind: 'end', name: node.tagName, attributes: new Map() };
  }
}

function attributesOf({ properties }: Element): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    map.set(
      name === 'className' ? 'class' : name.toLowerCase(),
      Array.isArray(value) ? value.join(' ') : String(value),
    );
  }
  return map;
}

/** Texts that follow one another are one. */
function joined(tokens: readonly HtmlToken[]): readonly HtmlToken[] {
  const list: HtmlToken[] = [];
  for (const token of tokens) {
    const last = list.at(-1);
    if (token.kind === 'text' && last?.kind === 'text')
      list[list.length - 1] = { kind: 'text', text: last.text + token.text };
    else list.push(token);
  }
  return list;
}

const empty: ReadonlyMap<string, string> = new Map();

const plainTokens = (text: string): readonly HtmlToken[] =>
  text.split(/\n[ \t]*\n/).flatMap((paragraph): HtmlToken[] => [
    { kind: 'start', name: 'p', attributes: empty },
    { kind: 'text', text: paragraph },
    { kind: 'end', name: 'p', attributes: empty },
  ]);
