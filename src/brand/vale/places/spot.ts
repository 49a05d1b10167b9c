import type { Found } from '../finder/found';
import type { View } from './masked-lines';
import { bytePrefix, byteLength, characters, placeAnywhere, placeInLine, type Spot } from './place';

/** Where the text of a match comes from. */
export interface Origin {
  readonly text: string;
  readonly line: number;
  /** The place is looked for in the whole source, not in the line alone. */
  readonly anywhere: boolean;
}

/** In short texts, words before the match are stepped over, so that the right one of several is found. */
const shortSource = 1_000;

/** The place of a match in the source, as Vale looks for it. */
export function spotOf(found: Found, stretch: Origin, view: View): Spot | null {
  const { match } = found;
  const isWhole = match === '' && found.values.length > 0 && found.start === 0 && found.end === 0;
  const from = found.spot ?? found.start;
  const start = isWhole ? 1 : from < 0 ? from : characters(stretch.text.slice(0, from));
  const end = isWhole ? 1 : start + characters(match);
  let stepOver = found.stepOver ?? [];
  const isShort = view.text.length < shortSource && byteLength(view.text) < shortSource;
  const occursTwice = isShort && match !== '' && view.text.indexOf(match) !== view.text.lastIndexOf(match);
  if (stepOver.length === 0 && start >= 0 && occursTwice)
    stepOver = bytePrefix(view.text, start).match(/\S+/g) ?? [];
  const sought = { text: stretch.text, match, start, end, stepOver };
  return (stretch.anywhere ? null : placeInLine(view, stretch.line, sought)) ?? placeAnywhere(view, sought);
}
