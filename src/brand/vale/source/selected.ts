import type { Element, Root, RootContent } from 'hast';
import { selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markdownTree, orNullIfTooDeep } from '../../../content/formats/markdown';
import type { FileFormat } from '../schema';
import { selectedScope } from './scope';

/** The text of an element that a rule picks by a selector. */
export interface SelectedBlock {
  readonly text: string;
  readonly scope: string;
}

const html = unified().use(rehypeParse).freeze();
const raw = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();

/** Every element that one of the selectors picks. A selector that nobody can read picks nothing. */
export function selectedBlocks(
  source: string,
  format: FileFormat,
  selectors: readonly string[],
): readonly SelectedBlock[] {
  if (selectors.length === 0 || format === 'text') return [];
  const tree = treeOf(source, format);
  if (!tree) return [];
  return selectors.flatMap((selector) =>
    pick(selector, tree).flatMap((element) => {
      const text = textOf(element).trim();
      return text === '' ? [] : [{ text, scope: selectedScope(selector) }];
    }),
  );
}

function treeOf(source: string, format: FileFormat): Root | null {
  if (format === 'html') return orNullIfTooDeep(() => html.parse(source));
  const tree = markdownTree(source);
  return tree && orNullIfTooDeep(() => raw.runSync(tree) as Root);
}

function pick(selector: string, tree: Root): readonly Element[] {
  try {
    return selectAll(selector, tree);
  } catch {
    return [];
  }
}

const textOf = (node: Element | RootContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
