/** A sentence's place in the text that it was cut from, without the space around it. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Shortened words that come before a name: a capital behind them starts no sentence. */
const titles = words(
  'adm capt cmdr col dr fr gen gov hon lt maj messrs mme mr mrs ms mt mx no pres prof rep reps rev sen sgt sr st fig figs vs v',
);
/** Shortened words that may end a sentence: then a capital follows. */
const shortened = words(
  'abbr al approx apr ariz aug ave bros ca calif cf chg cie co colo conn corp cos ct dec dept div ed eds est etc ext fla fri ft ga ill inc incl jan jr kan ky lb lbs ltd mar max mg mich min minn misc mon nev nov oct ok okla ore oz pa ph.d proc pt pts rd sat sep sept sun tenn thu thurs tue tues u.k u.n u.s u.s.a va vol vols vt wash wed wis yd yr',
);
/** Words that stand at the start of a sentence far more often than their capital would say anything else. */
const starters = words(
  'a after all although among an and another any as at because before both but by despite during each even every few for from given he her here his how however if in indeed instead it its last later many meanwhile more moreover most much my nevertheless no none nor not now of on once one only or other our over perhaps she similarly since so some still such than that the their then there these they this those though thus to today under unless until we what when where whether which while who why with without yet you your',
);

const isAbbreviation = (word: string): boolean => titles.has(word) || shortened.has(word) || /^(?:[a-z]\.)+[a-z]$/.test(word) || /^[a-z]$/.test(word); // prettier-ignore

/** Marks that end a sentence even where a quote or bracket stands behind them. */
const ender = /(?:\.["')’”]|[?!]["')’”]?)$/;
const inner = /[.?!][[(]|\."/;
const closing = /["')’”]$/;
const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);
const isLower = (text: string): boolean => /^\p{Ll}/u.test(text);

interface Token {
  readonly text: string;
  readonly end: number;
}

/**
 * Cuts a text into sentences as English is read: a full stop ends one, unless it belongs to a shortened word, an initial or
 * a number in a list. Written after the way Punkt decides, with our own lists of words in place of its statistics.
 */
export function sentenceRanges(text: string): readonly SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  const cut = (end: number) => {
    const piece = text.slice(start, end);
    if (piece.trim() !== '') ranges.push({ start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }); // prettier-ignore
    start = end;
  };
  let before: Token | null = null;
  for (const { index, 0: word } of text.matchAll(/[^\s。．！？｡！？]*[。．！？｡]+|\S+/g)) {
    const token = { text: word, end: index + word.length };
    if (before && endsSentence(before.text, word)) cut(before.end);
    before = token;
  }
  cut(text.length);
  return ranges;
}

/** The sentences themselves. */
export const sentencesOf = (text: string): string[] =>
  sentenceRanges(text).map(({ start, end }) => text.slice(start, end));

function endsSentence(word: string, next: string): boolean {
  if (/[。．！？｡]$/.test(word)) return true;
  const marked = (ender.test(word) && word !== 'Yahoo!') || inner.test(word);
  if (marked) return !(closing.test(word) && isLower(next) && !starters.has(typeOf(next)));
  if (!word.endsWith('.')) return false;
  if (/^\.+$/.test(next)) return false;
  if (/(?:\.\s?){2,}\.$/.test(word)) return isUpper(next);
  const type = typeOf(word).replace(/\.$/, '');
  const last = type.split('-').at(-1) ?? type;
  if (/\d\.$/.test(word)) return !isLower(next) || word.length > 3;
  if (!isAbbreviation(type) && !isAbbreviation(last)) return true;
  if (starters.has(typeOf(next)) && isUpper(next)) return !/^[A-Z]\.$/.test(word) || typeOf(next) !== 'a';
  if (/^[a-z]$/i.test(type) || titles.has(last)) return false;
  return isUpper(next) && !/^(?:[a-z]\.)+[a-z]$/.test(type);
}

const typeOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/,/g, '')
    .replace(/^["'(“‘[]+/, '');
