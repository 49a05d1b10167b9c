import type { Stretch } from './follow';

// Strapi's editor for Blocks is Slate. Nothing on the page names its field, so it is told by what it says; its nodes are told by
// the attributes that Slate gives them.

type Json = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const leavesOf = (node: unknown): string[] =>
  !isNode(node)
    ? []
    : typeof node['text'] === 'string'
      ? [node['text']]
      : (Array.isArray(node['children']) ? (node['children'] as unknown[]) : []).flatMap(leavesOf);

/** The characters of a text node of Slate: its strings, without the zero-width ones that stand in for empty text. */
const stringsOf = (leaf: Element): Text[] =>
  [...leaf.querySelectorAll('[data-slate-string]')].flatMap((span) =>
    [...span.childNodes].filter((node): node is Text => node.nodeType === Node.TEXT_NODE),
  );
const textOf = (leaf: Element): string => stringsOf(leaf).map(({ data }) => data).join(''); // prettier-ignore

/** How many of the first leaves say the same: an editor that is being typed in is still the nearest. */
function likeness(editor: Element, leaves: readonly string[]): number {
  const shown = [...editor.querySelectorAll('[data-slate-node="text"]')].map(textOf);
  if (shown.length === 0) return 0;
  const same = leaves.filter((text, index) => text === shown[index]).length;
  return same / Math.max(leaves.length, shown.length);
}

/** The editor on the page that shows this value; each can be taken once. */
export function blocksEditorOf(value: unknown, taken: ReadonlySet<Element>): HTMLElement | null {
  if (!Array.isArray(value)) return null;
  const leaves = (value as unknown[]).flatMap(leavesOf);
  const free = [...document.querySelectorAll<HTMLElement>('main [data-slate-editor]')].filter(
    (editor) => !taken.has(editor),
  );
  const [best] = free
    .map((editor) => ({ editor, likeness: likeness(editor, leaves) }))
    .sort((a, b) => b.likeness - a.likeness);
  // With a single paragraph under the cursor nothing is the same any more: then the only editor is the one.
  return best && (best.likeness > 0 || free.length === 1) ? best.editor : null;
}

/** The node of Slate at a path of indexes from the root. */
export function nodeAt(editor: Element, path: readonly number[]): Element | null {
  let node: Element | null = editor;
  for (const index of path) {
    const parent: Element | null = node;
    if (!parent) return null;
    const children: Element[] = [...parent.querySelectorAll('[data-slate-node]')].filter(
      (each) => each.parentElement?.closest('[data-slate-node]') === parent,
    );
    node = children[index] ?? null;
  }
  return node;
}

/** A stretch of a leaf as the browser knows it; null where the page says something else by now. */
export function rangeIn(leaf: Element, { start, end }: Stretch, quote: string): Range | null {
  const strings = stringsOf(leaf);
  if (quote === '' || strings.map(({ data }) => data).join('').slice(start, end) !== quote) return null; // prettier-ignore
  const range = document.createRange();
  let at = 0;
  for (const text of strings) {
    const next = at + text.length;
    if (start >= at && start < next) range.setStart(text, start - at);
    if (end > at && end <= next) range.setEnd(text, end - at);
    at = next;
  }
  return range;
}
