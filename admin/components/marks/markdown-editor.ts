// Strapi's editor for rich text is CodeMirror 5, which leaves itself on its element. Only what marking needs is asked of it.

interface Position {
  readonly line: number;
  readonly ch: number;
}
interface Marker {
  clear(): void;
}
export interface CodeMirror {
  getValue(): string;
  posFromIndex(index: number): Position;
  markText(from: Position, to: Position, options: { className: string }): Marker;
  setSelection(from: Position, to: Position): void;
  scrollIntoView(range: { from: Position; to: Position }, margin?: number): void;
  focus(): void;
  operation<T>(work: () => T): T;
}

const isCodeMirror = (value: unknown): value is CodeMirror =>
  typeof value === 'object' && value !== null && 'getValue' in value && 'markText' in value;

/** The editor inside its element; null where the element is something else. */
export function codeMirrorIn(element: Element): CodeMirror | null {
  const inside: unknown = (element as Element & { readonly CodeMirror?: unknown }).CodeMirror;
  return isCodeMirror(inside) ? inside : null;
}

const unified = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The element of the editor that shows this value; each can be taken once. */
export function markdownEditorOf(value: unknown, taken: ReadonlySet<Element>): HTMLElement | null {
  if (typeof value !== 'string' || value === '') return null;
  const text = unified(value);
  return (
    [...document.querySelectorAll<HTMLElement>('main .CodeMirror')].find(
      (element) => !taken.has(element) && codeMirrorIn(element)?.getValue() === text,
    ) ?? null
  );
}

/** An offset of the stored text in the editor's, whose line breaks are single characters. */
export const offsetIn = (stored: string, offset: number): number => unified(stored.slice(0, offset)).length;
