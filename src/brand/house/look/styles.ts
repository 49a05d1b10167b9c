import type { Place } from '../../../shared/place';

/** One `property: value` of an element in a text, and where the value stands. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly place: Place;
}

/** Bounded, so that a text full of `<` is read in time. */
const tag = /<[a-z][a-z\d-]{0,20}(?=[\s/])[^<>]{1,4000}>/gi;
const attribute = /\s(style|color|face|bgcolor)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const declaration = /([a-z-]{2,40})\s*:\s*([^;]{1,300})/gi;

/** What the HTML in a text says about fonts and colours, by `style` attributes and by attributes of old. */
export function stylesIn(source: string, field: string): readonly Declaration[] {
  const found: Declaration[] = [];
  for (const { index: tagStart, 0: whole } of source.matchAll(tag))
    for (const match of whole.matchAll(attribute)) {
      const [said = '', name = '', double, single, bare] = match;
      const value = double ?? single ?? bare ?? '';
      const start = tagStart + match.index + said.length - value.length - (bare === undefined ? 1 : 0);
      if (name.toLowerCase() !== 'style') {
        found.push({
          property: name.toLowerCase(),
          value,
          place: { field, start, end: start + value.length },
        });
        continue;
      }
      for (const one of value.matchAll(declaration)) {
        const [text, property = '', given = ''] = one;
        const kept = given.trimEnd();
        const from = start + one.index + text.length - given.length;
        found.push({
          property: property.toLowerCase(),
          value: kept,
          place: { field, start: from, end: from + kept.length },
        });
      }
    }
  return found;
}
