import type { Severity } from '../../../src/brand/schema';
import { follow, type Stretch } from './follow';

export type Input = HTMLInputElement | HTMLTextAreaElement;
export interface Marked extends Stretch {
  readonly severity: Severity;
}

export const isTextInput = (element: Element): element is Input =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && /^(text|url|email|search|)$/.test(element.type));

/** What makes text stand at the same place as in the input. */
const copied = [
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-stretch', 'font-variant-ligatures'],
  ...['letter-spacing', 'word-spacing', 'line-height', 'text-indent', 'text-transform', 'text-align', 'tab-size'],
  ...['padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'direction'],
  ...['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width'],
]; // prettier-ignore

/** Marks over an input, which the browser cannot mark itself: the same text, unseen, with lines under the passages. */
export interface Overlay {
  set(marks: readonly Marked[]): void;
  /** How far down the input a passage stands, in pixels. */
  topOf(start: number): number | null;
  remove(): void;
}

export const overlayClass = 'presence-marks';

export function overlayOn(input: Input): Overlay {
  const sheet = document.createElement('div');
  const text = document.createElement('div');
  sheet.className = overlayClass;
  sheet.setAttribute('aria-hidden', 'true');
  sheet.append(text);
  input.parentElement?.append(sheet);
  let marks: readonly Marked[] = [];
  let value = input.value;

  const draw = () => {
    const parts: Node[] = [];
    let at = 0;
    for (const { start, end, severity } of marks) {
      if (start < at || end > value.length) continue;
      const mark = document.createElement('mark');
      mark.className = `presence-mark-${severity}`;
      mark.dataset['start'] = String(start);
      mark.textContent = value.slice(start, end);
      parts.push(document.createTextNode(value.slice(at, start)), mark);
      at = end;
    }
    // A last line break has no height of its own without something behind it.
    text.replaceChildren(...parts, document.createTextNode(`${value.slice(at)}\u200b`));
  };
  const scroll = () => {
    text.style.transform = `translate(${-input.scrollLeft}px, ${-input.scrollTop}px)`;
  };
  const place = () => {
    const style = getComputedStyle(input);
    for (const name of copied) text.style.setProperty(name, style.getPropertyValue(name));
    const isLine = input instanceof HTMLInputElement;
    // The width inside is the input's own, without its scroll bar.
    Object.assign(sheet.style, {
      left: `${input.offsetLeft}px`,
      top: `${input.offsetTop}px`,
      width: `${input.offsetWidth}px`,
      height: `${input.offsetHeight}px`,
    });
    Object.assign(text.style, {
      boxSizing: 'border-box',
      borderStyle: 'solid',
      borderColor: 'transparent',
      width: isLine ? 'max-content' : `${input.clientWidth + sizeOfBorders(style)}px`,
      minWidth: isLine ? '100%' : '0',
      whiteSpace: isLine ? 'pre' : 'pre-wrap',
      overflowWrap: isLine ? 'normal' : 'break-word',
    });
    scroll();
  };
  const typed = () => {
    marks = follow(value, input.value, marks).filter((mark): mark is Marked => mark !== null);
    value = input.value;
    draw();
    place();
  };

  const watcher = new ResizeObserver(place);
  watcher.observe(input);
  input.addEventListener('input', typed);
  for (const event of ['scroll', 'keyup', 'select', 'blur']) input.addEventListener(event, scroll);
  place();

  return {
    set: (next) => {
      marks = [...next].sort((a, b) => a.start - b.start || b.end - a.end);
      value = input.value;
      draw();
      place();
    },
    topOf: (start) => text.querySelector<HTMLElement>(`[data-start="${start}"]`)?.offsetTop ?? null,
    remove: () => {
      watcher.disconnect();
      input.removeEventListener('input', typed);
      for (const event of ['scroll', 'keyup', 'select', 'blur']) input.removeEventListener(event, scroll);
      sheet.remove();
    },
  };
}

const sizeOfBorders = (style: CSSStyleDeclaration): number =>
  (Number.parseFloat(style.borderLeftWidth) || 0) + (Number.parseFloat(style.borderRightWidth) || 0);
