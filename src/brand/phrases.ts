import type { EntryContent, TextPiece } from '../content/schema';
import type { Place } from '../shared/place';
import { fold, type Folded } from './fold';
import { masksOf } from './mask';
import { hitsIn, type Hit, type Needle, type Needles } from './needles';
import { spotOf } from './place';
import { isWhole } from './trie';
import type { Finding, Fix, Severity } from './schema';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, suggestion: 1 };

/** Names, terms and claims in every text of the entry, across bold, links and line breaks. */
export const findPhrases = (
  content: EntryContent,
  needles: Needles,
  quoteOf: (place: Place) => string,
): Finding[] => content.texts.filter(isLanguage).flatMap((piece) => findInPiece(piece, needles, quoteOf));

/** Code is not read as language; nor is what a developer chose (enumeration) or an address. */
const isLanguage = ({ kind, type }: TextPiece): boolean =>
  kind !== 'code' && type !== 'email' && type !== 'enumeration';

function findInPiece(piece: TextPiece, needles: Needles, quoteOf: (place: Place) => string): Finding[] {
  const folded = fold(piece.text, masksOf(piece));
  const hits = hitsIn(folded.lower, needles).filter((hit) => !isRight(hit, folded));
  return withoutCovered(hits)
    .filter(
      ({ needle, start, end }) =>
        needle.kind !== 'name' || !isSpelledRight(needle, folded.text.slice(start, end)),
    )
    .flatMap((hit) => findingOf(hit, folded, piece, quoteOf) ?? []);
}

/** Other capitals than the rule is about, or already what we prefer to say. */
function isRight({ needle, start, end }: Hit, folded: Folded): boolean {
  if (needle.cased !== null && needle.cased !== folded.text.slice(start, end)) return true;
  if (needle.kind !== 'term' || needle.prefer === null) return false;
  const { text: prefer, lower } = fold(needle.prefer);
  for (
    let offset = lower.indexOf(needle.lower);
    offset >= 0;
    offset = lower.indexOf(needle.lower, offset + 1)
  ) {
    const from = start - offset;
    const to = from + lower.length;
    if (from < 0 || folded.lower.slice(from, to) !== lower || !isWhole(folded.lower, from, to)) continue;
    if (lower.length > needle.lower.length) return true;
    const said = folded.text.slice(from, to);
    if (said === prefer || said === capitalised(prefer)) return true;
  }
  return false;
}

const isSpelledRight = (name: Needle, said: string): boolean => said === fold(name.prefer ?? '').text;

/** Of two phrases, one inside the other, the longer one speaks, unless the shorter one is the graver. */
function withoutCovered(hits: readonly Hit[]): readonly Hit[] {
  const longestFirst = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Hit[] = [];
  return longestFirst.filter((hit) => {
    while (open.length > 0 && (open[0]?.end ?? 0) <= hit.start) open.shift();
    if (hit.needle.kind === 'claim') return true;
    const isCovered = open.some((other) => covers(other, hit));
    open.push(hit);
    return !isCovered;
  });
}

const covers = (outer: Hit, inner: Hit): boolean =>
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start &&
  (outer.needle.kind === 'name' || weight[outer.needle.severity] >= weight[inner.needle.severity]);

function findingOf(
  { needle, start, end }: Hit,
  folded: Folded,
  piece: TextPiece,
  quoteOf: (place: Place) => string,
): Finding | null {
  const from = folded.starts[start] ?? 0;
  const to = folded.ends[end - 1] ?? 0;
  const said = piece.text.slice(from, to);
  const spot = spotOf(piece, from, to);
  if (!spot) return null;
  const { rule, severity, prefer } = needle;
  const replacement =
    prefer === null ? null : needle.kind === 'name' ? prefer : inCaseOf(said, needle.avoid, prefer);
  const canFix = replacement !== null && spot.isOne && piece.editable;
  const fix: Fix | null = canFix
    ? {
        label: `Replace with “${replacement}”`,
        replacement: piece.type === 'richtext' ? escaped(replacement) : replacement,
      }
    : null;
  return {
    rule,
    severity,
    message: messageOf(needle, said, replacement),
    place: spot.place,
    quote: quoteOf(spot.place),
    fix,
  };
}

function messageOf({ kind, reason }: Needle, said: string, replacement: string | null): string {
  const why = reason === '' ? '' : ` ${reason}`;
  if (kind === 'name') return `Write the name as “${replacement ?? ''}”, not “${said}”.`;
  if (kind === 'claim') return `“${said}” is a claim that must not be made: remove or rephrase it.${why}`;
  return replacement === null
    ? `Do not use “${said}”: choose another word.${why}`
    : `Write “${replacement}” instead of “${said}”.${why}`;
}

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Keeps a capital that the sentence asks for: “Cheap bread” becomes “Affordable bread”. */
const inCaseOf = (said: string, avoid: string, prefer: string): string =>
  /^\p{Lu}/u.test(said) && /^\p{Ll}/u.test(avoid) ? capitalised(prefer) : prefer;

/** The replacement is words, whatever they hold: Markdown must not read them as markup. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, '\\$&');
