import { entityAt } from './entities';

/** A run of a parsed value and where its source stands; `exact` runs hold the same characters. */
export interface Run {
  start: number;
  end: number;
  from: number;
  to: number;
  exact: boolean;
}

/**
 * Finds in `source` between `from` and `to` the characters that a parser turned into `value`: escapes (`\*`),
 * character references (`&amp;`), and the indents and `>` of continued lines are stepped over.
 * Exact runs hold equal characters on both sides, whatever the parser did; what cannot be found is one inexact run.
 */
export function align(value: string, source: string, from: number, to: number): readonly Run[] {
  if (source.startsWith(value, from) && from + value.length <= to) {
    return value === '' ? [] : [{ start: 0, end: value.length, from, to: from + value.length, exact: true }];
  }
  const runs: Run[] = [];
  let at = 0;
  let position = from;
  while (at < value.length && position < to) {
    const entity = source[position] === '&' ? entityAt(source, position) : null;
    const meant = entity ? meaningOf(entity.text, value, at) : 0;
    if (entity && meant > 0) {
      runs.push({ start: at, end: at + meant, from: position, to: position + entity.length, exact: false });
      at += meant;
      position += entity.length;
    } else if (isEscape(source, position, value[at])) {
      position += 1;
      addExact(runs, at, position);
      at += 1;
      position += 1;
    } else if (value[at] === source[position]) {
      addExact(runs, at, position);
      at += 1;
      position += 1;
      if (value[at - 1] === '\n' || value[at - 1] === '\r')
        position = skipIndent(source, position, to, value[at]);
    } else if (value[at] === '\ufffd') {
      runs.push({ start: at, end: at + 1, from: position, to: position + 1, exact: false });
      at += 1;
      position += 1;
    } else {
      position += 1;
    }
  }
  if (at < value.length) runs.push({ start: at, end: value.length, from, to, exact: false });
  return runs;
}

function addExact(runs: Run[], at: number, position: number): void {
  const last = runs.at(-1);
  if (last?.exact && last.end === at && last.to === position) {
    last.end += 1;
    last.to += 1;
  } else {
    runs.push({ start: at, end: at + 1, from: position, to: position + 1, exact: true });
  }
}

/** How many units of the value the reference stands for; 0 where it was left as it is. */
function meaningOf(text: string | null, value: string, at: number): number {
  if (text !== null) return value.startsWith(text, at) ? text.length : 0;
  if (value[at] === '&') return 0;
  return (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const isEscape = (source: string, position: number, wanted: string | undefined): boolean =>
  source[position] === '\\' && source[position + 1] === wanted && /[!-/:-@[-`{-~]/.test(wanted ?? '');

function skipIndent(source: string, position: number, to: number, wanted: string | undefined): number {
  let next = position;
  while (next < to && source[next] !== wanted && /[ \t>]/.test(source[next] ?? '')) next += 1;
  return next;
}
