import { inputNameOf } from './go-to-field';
import { blocksEditorOf, nodeAt, rangeIn } from './blocks-editor';
import { codeMirrorIn, markdownEditorOf, offsetIn } from './markdown-editor';
import { isTextInput, overlayOn, type Input, type Overlay } from './overlay';
import { byField, valueAt, type Passage, type Spot, type Whereabouts } from './passage';
import { severities } from '../findings/severity-mark';

/** The names under which the marks of the page are painted; the style sheet knows them. */
export const highlightName = (severity: Passage['severity']): string => `presence-${severity}`;

interface Painter {
  /** Marks these passages and no others. */
  paint(passages: readonly Passage[], values: Readonly<Record<string, unknown>>): void;
  /** Where a passage stands on the page; null where its field is not there, or says something else by now. */
  spotOf(passage: Whereabouts, values: Readonly<Record<string, unknown>>): Spot | null;
  clear(): void;
}

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const intoView = (element: Element) =>
  element.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });

function inputNamed(name: string): Input | null {
  const found = document.querySelector(`main [name="${CSS.escape(name)}"]`);
  return found && isTextInput(found) ? found : null;
}

// Where the browser cannot paint ranges, the passage is still selected when somebody asks for it.
const canPaintRanges = (): boolean => typeof Highlight !== 'undefined' && 'highlights' in CSS;

/**
 * Marks passages in the inputs of the form and in Strapi's two editors. Never changes what they hold. `prefix` stands before the
 * names of the inputs, where several forms are on a page.
 */
export function painterOfForm(prefix = ''): Painter {
  const inputOf = (field: string) => inputNamed(`${prefix}${inputNameOf(field)}`);
  const overlays = new Map<Input, Overlay>();
  let markers: { clear(): void }[] = [];

  const clearRanges = () => {
    if (canPaintRanges()) severities.forEach((severity) => CSS.highlights.delete(highlightName(severity)));
    markers.forEach((marker) => marker.clear());
    markers = [];
  };

  const paintInput = (input: Input, passages: readonly Passage[]) => {
    const overlay = overlays.get(input) ?? overlayOn(input);
    overlays.set(input, overlay);
    overlay.set(
      passages
        .filter(({ place, quote }) => input.value.slice(place.start, place.end) === quote)
        .map(({ place: { start, end }, severity }) => ({ start, end, severity })),
    );
  };

  const paintMarkdown = (element: Element, text: string, passages: readonly Passage[]) => {
    const editor = codeMirrorIn(element);
    editor?.operation(() => {
      for (const { place, severity } of passages) {
        const [from, to] = [place.start, place.end].map((at) => editor.posFromIndex(offsetIn(text, at)));
        if (from && to) markers.push(editor.markText(from, to, { className: `presence-mark-${severity}` }));
      }
    });
  };

  const rangesOf = (editor: Element, passages: readonly Passage[]) =>
    passages.flatMap((passage) => {
      const leaf = nodeAt(editor, passage.place.block ?? []);
      const range = leaf && rangeIn(leaf, passage.place, passage.quote);
      return range ? [{ range, severity: passage.severity }] : [];
    });

  return {
    paint(passages, values) {
      clearRanges();
      const taken = new Set<Element>();
      const painted: { range: Range; severity: Passage['severity'] }[] = [];
      const inputs = new Set<Input>();
      for (const [field, list] of byField(passages)) {
        const value = valueAt(values, field);
        const input = inputOf(field);
        const editor = input ? null : (blocksEditorOf(value, taken) ?? markdownEditorOf(value, taken));
        if (input) {
          inputs.add(input);
          paintInput(input, list);
        } else if (editor) {
          taken.add(editor);
          if (typeof value === 'string') paintMarkdown(editor, value, list);
          else painted.push(...rangesOf(editor, list));
        }
      }
      for (const [input, overlay] of overlays)
        if (!inputs.has(input) || !input.isConnected) {
          overlay.remove();
          overlays.delete(input);
        }
      if (!canPaintRanges()) return;
      for (const severity of severities) {
        const ranges = painted.filter((each) => each.severity === severity).map(({ range }) => range);
        if (ranges.length > 0) CSS.highlights.set(highlightName(severity), new Highlight(...ranges));
      }
    },

    spotOf({ place, quote }, values) {
      const value = valueAt(values, place.field);
      const input = inputOf(place.field);
      if (input) return { show: () => showInput(input, place) };
      const blocks = blocksEditorOf(value, new Set());
      if (blocks) {
        const node = nodeAt(blocks, place.block ?? []);
        return node && { show: () => showRange(blocks, node, rangeIn(node, place, quote)) };
      }
      const markdown = markdownEditorOf(value, new Set());
      if (!markdown || typeof value !== 'string') return null;
      return { show: () => showMarkdown(markdown, offsetIn(value, place.start), offsetIn(value, place.end)) };
    },

    clear() {
      clearRanges();
      overlays.forEach((overlay) => overlay.remove());
      overlays.clear();
    },
  };
}

function showInput(input: Input, { start, end }: Passage['place']): void {
  intoView(input);
  input.focus({ preventScroll: true });
  if (input.type !== 'email') input.setSelectionRange(start, end);
  if (!(input instanceof HTMLTextAreaElement)) return;
  // Browsers do not bring a selection into view: an overlay for a moment says how far down it is.
  const overlay = overlayOn(input);
  overlay.set([{ start, end, severity: 'suggestion' }]);
  input.scrollTop = Math.max(0, (overlay.topOf(start) ?? 0) - input.clientHeight / 2);
  overlay.remove();
}

function showRange(editor: HTMLElement, node: Element, range: Range | null): void {
  intoView(range?.startContainer.parentElement ?? node);
  editor.focus({ preventScroll: true });
  if (!range) return;
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function showMarkdown(element: HTMLElement, start: number, end: number): void {
  const editor = codeMirrorIn(element);
  if (!editor) return;
  const [from, to] = [editor.posFromIndex(start), editor.posFromIndex(end)];
  intoView(element);
  editor.focus();
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, 60);
}
