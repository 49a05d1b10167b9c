/** Finds thousands of phrases in one pass over a text. */
export interface Trie<T> {
  /** Every item whose phrase stands in `text`, with where it stands. */
  readonly each: (text: string, found: (item: T, start: number, end: number) => void) => void;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly items: T[];
}

const node = <T>(): Node<T> => ({ next: new Map(), items: [] });

/** Works on code units and knows nothing of words or capitals: phrases and texts come folded. */
export function trieOf<T>(entries: readonly (readonly [phrase: string, item: T])[]): Trie<T> {
  const root = node<T>();
  for (const [phrase, item] of entries) {
    let here = root;
    for (let index = 0; index < phrase.length; index += 1) {
      const unit = phrase.charCodeAt(index);
      const next = here.next.get(unit) ?? node<T>();
      here.next.set(unit, next);
      here = next;
    }
    if (phrase !== '') here.items.push(item);
  }
  if (root.next.size === 0) return { each: () => undefined };
  return {
    each: (text, found) => {
      for (let start = 0; start < text.length; start += 1) {
        let here = root.next.get(text.charCodeAt(start));
        for (let end = start + 1; here; end += 1) {
          for (const item of here.items) found(item, start, end);
          here = end < text.length ? here.next.get(text.charCodeAt(end)) : undefined;
        }
      }
    },
  };
}

const wordUnit = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a letter, mark, digit or `_` stands in `text` at `index`; false outside. */
function isWordAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const unit = text.charCodeAt(index);
  if (unit < 128)
    return (
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95
    );
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return wordUnit.test(String.fromCodePoint(text.codePointAt(isLow && index > 0 ? index - 1 : index) ?? 0));
}

/** Whether `start` to `end` is not cut out of a longer word. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !(isWordAt(text, start) && isWordAt(text, start - 1)) && !(isWordAt(text, end - 1) && isWordAt(text, end));
