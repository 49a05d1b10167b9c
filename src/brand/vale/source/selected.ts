import type { Element, Root, RootContent } from 'hast';
import { selectAll } from 'hast-util-select';
import rehypeRaw from 'rehype-raw';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markdownTree, orNullIfTooDeep } from '../../../content/formats/markdown';
import { selectedScope } from './scope';
import { atFirstUse } from '../../../shared/at-first-use';

/** The text of an element that a rule picks by a selector. */
export interface SelectedBlock {
  readonly text: string;
  readonly scope: string;
}

const raw = atFirstUse(() =>
  unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze(),
);

/** Every element that one of the selectors picks. A selector that nobody can read picks nothing. */
export function selectedBlocks(
  treeOf: () => Root | null,
  selectors: readonly string[],
): readonly SelectedBlock[] {
  if (selectors.length === 0) return [];
  const tree = treeOf();
  if (!tree) return [];
  return selectors.flatMap((selector) =>
    pick(selector, tree).flatMap((element) => {
      const text = textOf(element).trim();
      return text === '' ? [] : [{ text, scope: selectedScope(selector) }];
    }),
  );
}

/** The elements that a Markdown text becomes, with the HTML within; null where it cannot be parsed in time. */
export function treeOfMarkdown(source: string): Root | null {
  const tree = markdownTree(source);
  return tree && orNullIfTooDeep(() => raw().runSync(tree) as Root);
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
