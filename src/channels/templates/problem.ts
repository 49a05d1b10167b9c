import { distance } from 'fastest-levenshtein';
import type { ToldValues } from '../../shared/told';

/** What can be wrong with a template. */
export type TemplateCode =
  | 'template.unclosed'
  | 'template.unexpected'
  | 'template.unknown-placeholder'
  | 'template.unknown-filter'
  | 'template.argument'
  | 'template.too-long'
  | 'template.part-unknown';

/** What is wrong with one part of a template, and where. */
export interface TemplateProblem {
  readonly code: TemplateCode;
  /** Says place, what is there and what to do. */
  readonly message: string;
  readonly values: ToldValues;
  /** From the beginning of the part, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Both from 1; a column is a UTF-16 unit. */
  readonly line: number;
  readonly column: number;
}

/** A problem in a part of a template, from `start` to `end`. */
export function problemAt(
  template: string,
  [start, end]: readonly [number, number],
  code: TemplateCode,
  values: ToldValues,
  say: (place: string) => string,
): TemplateProblem {
  const before = template.slice(0, start).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
  const place = line === 1 ? `column ${column}` : `line ${line}, column ${column}`;
  return { code, message: say(place), values: { ...values, line, column }, start, end, line, column };
}

/** The name that was probably meant; empty where none is near. */
export function nearest(name: string, names: readonly string[]): string {
  const wanted = name.toLowerCase();
  const [best] = names
    .map((one) => ({ one, far: distance(wanted, one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(wanted.length / 3)) ? best.one : '';
}
