import type { Tagger } from './tagger';
import { treebankTokens } from './words';
import { compilePattern, type Matcher } from '../pattern/compile';

/** How a title or a sentence is to be written. */
export interface CaseOptions {
  /** Words with their own capitals, as patterns; the longest first. */
  readonly vocabulary: readonly string[];
  /** A start that is left as it is (`^[a-z]\.\s`), as a pattern. */
  readonly prefix: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const small = words('a an and as at but by en for if in nor of on or per the to vs vs. via v v.');
const prepositions = words(
  'about above across after against along among around before between beyond concerning despite down during following from including into near over since through throughout towards under until upon with within without',
);

const vocabularyOf = (patterns: readonly string[]) => {
  const list = patterns.map((text) => ({ text, lower: text.toLowerCase(), matcher: matcherFor(text) }));
  return (word: string): string | null => {
    const lower = word.toLowerCase();
    for (const one of list) {
      if (one.lower === lower) return one.text;
      if (one.matcher?.test(word)) return word;
    }
    return null;
  };
};

const matcherFor = (text: string): Matcher | null => {
  const compiled = compilePattern(text);
  return compiled.ok ? compiled.value : null;
};

const prefixOf = (options: CaseOptions): ((text: string) => string) => {
  const matcher = options.prefix === '' ? null : matcherFor(options.prefix);
  return (text) => {
    const found = matcher?.all(text)[0];
    return found && text.startsWith(found.text) ? found.text : '';
  };
};

const capital = (word: string, rest: (text: string) => string): string => {
  const [first = ''] = word;
  return first.toUpperCase() + rest(word.slice(first.length));
};

/** Sentence case: the first word, and what follows an indicator such as a colon, begins with a capital. */
export function sentenceCaser(
  options: CaseOptions,
  isIndicator: (word: string, index: number) => boolean,
): (text: string) => string {
  // prettier-ignore
  const own = vocabularyOf(options.vocabulary);
  const prefix = prefixOf(options);
  const token = '[\\p{N}\\p{L}*]+[^\\s]*';
  const list = options.vocabulary.length > 0 ? `\\b(?:${options.vocabulary.join('|')})\\b|${token}` : token;
  const tokens = matcherFor(`(?i)${list}`) ?? matcherFor(token);
  return (text) => {
    const kept = prefix(text);
    const found = tokens?.all(text.slice(kept.length)).map((match) => match.text) ?? [];
    const made = found.map((word, index) => {
      const entry = own(word);
      if (entry !== null) return entry;
      return index === 0 || isIndicator(found[index - 1] ?? '', index - 1)
        ? capital(word, (rest) => rest.toLowerCase())
        : word.toLowerCase();
    });
    return kept + made.join(' ');
  };
}

/** Title case in the style of the Associated Press, or of Chicago. */
export function titleCaser(
  options: CaseOptions,
  style: 'AP' | 'Chicago',
  tagger: Tagger | null,
): (text: string) => string {
  const own = vocabularyOf(options.vocabulary);
  const prefix = prefixOf(options);
  return (text) => {
    const kept = prefix(text);
    const title = text.slice(kept.length);
    const tags = style === 'AP' && /\bto\b/i.test(title) ? tagsOf(title, tagger) : [];
    let index = -1;
    const made = title.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word, at: number) => {
      index += 1;
      const entry = own(word);
      if (entry !== null) return entry;
      const lower = word.toLowerCase();
      const end = at + word.length;
      const isEdge = at === 0 || end === title.length;
      const isSmall =
        style === 'AP' && lower === 'to' && index + 1 < tags.length
          ? (tags[index + 1] ?? '').startsWith('NN')
          : !isEdge && (small.has(lower) || (style === 'Chicago' && prepositions.has(lower)));
      return isSmall && isLoose(title, at, end) ? lower : capital(word, (rest) => rest);
    });
    return kept + made;
  };
}

/** Whether the word stands by itself: behind a colon or inside a compound it is written as any other. */
function isLoose(title: string, at: number, end: number): boolean {
  const before = plain(title[at - 1] ?? title[0] ?? '');
  const further = plain(title[at - 2] ?? title[0] ?? '');
  const after = plain(title[end] ?? title[0] ?? '');
  return /[ \-/]/.test(before) && further !== ':' && further !== '-' && (after !== '-' || before === '-');
}

const plain = (character: string): string => character.replace(/[–—]/, '-');

function tagsOf(title: string, tagger: Tagger | null): readonly string[] {
  if (!tagger) return [];
  const tokens = treebankTokens(/[.!?]$/.test(title) ? title : `${title}.`);
  return tagger(tokens).map(({ tag }) => tag);
}
