import { foldPhrase } from './fold';
import type { BrandKit, Severity } from './schema';
import { isWhole, trieOf, type Trie } from './trie';

/** A phrase that is looked for, folded. */
export interface Needle {
  readonly kind: 'name' | 'term' | 'claim';
  readonly rule: string;
  readonly severity: Severity;
  readonly lower: string;
  readonly wholeWord: boolean;
  /** Only with these capitals; null where capitals do not matter. */
  readonly cased: string | null;
  /** What is right: text that already says this is no finding. */
  readonly prefer: string | null;
  readonly avoid: string;
  readonly reason: string;
}

/** A kit made ready for one language. */
export interface Needles {
  readonly anywhere: Trie<Needle>;
  readonly atWords: Trie<Needle>;
  readonly wildcards: readonly Wildcard[];
}

export interface Wildcard {
  readonly needle: Needle;
  /** A part of the pattern without wildcard: where it is not found, the pattern need not be tried. */
  readonly literal: string;
  readonly pattern: RegExp;
}

/** Phrases of names, terms and claims that are for this language. The order of the kit makes no difference. */
export function needlesOf(kit: BrandKit, locale: string | null): Needles {
  const all = [...namesOf(kit, locale), ...termsOf(kit, locale)];
  const claims = claimsOf(kit, locale);
  const literal = [...all, ...claims.filter(({ lower }) => !lower.includes('*'))];
  const entries = literal.map((needle) => [needle.lower, needle] as const);
  return {
    anywhere: trieOf(entries.filter(([, needle]) => !needle.wholeWord)),
    atWords: trieOf(entries.filter(([, needle]) => needle.wholeWord)),
    wildcards: claims.filter(({ lower }) => lower.includes('*')).map(wildcardOf),
  };
}

/** Whether a rule for these languages is for this one: `de` covers `de-AT`; an empty list, or an unknown language, means yes. */
const isFor = (locales: readonly string[], locale: string | null): boolean => {
  if (locales.length === 0 || locale === null) return true;
  const wanted = locale.toLowerCase().replaceAll('_', '-');
  return locales.some((one) => {
    const offered = one.toLowerCase().replaceAll('_', '-');
    return wanted === offered || wanted.startsWith(`${offered}-`);
  });
};

const termsOf = (kit: BrandKit, locale: string | null): Needle[] =>
  kit.terms
    .filter(({ locales }) => isFor(locales, locale))
    .map(({ avoid, prefer, reason, severity, matchCase, wholeWord }) => {
      const { text, lower } = foldPhrase(avoid);
      return {
        kind: 'term',
        rule: `brand.term/${lower}`,
        severity,
        lower,
        wholeWord,
        cased: matchCase ? text : null,
        prefer,
        avoid,
        reason,
      };
    });

const namesOf = (kit: BrandKit, locale: string | null): Needle[] =>
  kit.names
    .filter(({ locales }) => isFor(locales, locale))
    .flatMap(({ name, severity, matchCase }) => {
      const { text, lower } = foldPhrase(name);
      const right: Needle = {
        kind: 'name', rule: `brand.name/${lower}`, severity, lower, wholeWord: true, cased: matchCase ? null : text, prefer: name, avoid: name, reason: '',
      }; // prettier-ignore
      const wrong = (matchCase ? misspellingsOf(lower) : []).filter((spelling) => spelling !== lower);
      return [right, ...wrong.map((spelling) => ({ ...right, lower: spelling }))];
    });

/** How a name is often written wrongly: without `&`, without spaces, without hyphens or with them. */
const misspellingsOf = (name: string): string[] => {
  const joined = [' and ', ' und ', '&', ' + ', ' et ', ' y '].map((and) => name.replaceAll(' & ', and));
  const hyphens = [
    name.replaceAll(' ', '-'),
    name.replaceAll('-', ' '),
    name.replaceAll('-', ''),
    name.replaceAll(' ', ''),
  ];
  return [...new Set([...joined, ...hyphens])];
};

const claimsOf = (kit: BrandKit, locale: string | null): Needle[] =>
  kit.forbiddenClaims
    .filter(({ locales }) => isFor(locales, locale))
    .map(({ pattern, reason, severity }) => {
      const lower = foldPhrase(pattern).lower.replace(/\*+/g, '*');
      return {
        kind: 'claim',
        rule: `brand.claim/${lower}`,
        severity,
        lower,
        wholeWord: true,
        cased: null,
        prefer: null,
        avoid: pattern,
        reason,
      };
    });

const letters = '[\\p{L}\\p{M}\\p{N}]';

/** A lone `*` is one word, a `*` at a word any letters more; bounded, so that no text makes it slow. */
function wildcardOf(needle: Needle): Wildcard {
  const source = needle.lower
    .split(' ')
    .map((word) =>
      word === '*' ? `${letters}{1,40}` : word.split('*').map(escaped).join(`${letters}{0,40}`),
    )
    .join(' ');
  const pieces = needle.lower.split(/[*]/).map((piece) => piece.trim());
  const literal = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  return { needle, literal, pattern: new RegExp(`(?<!${letters})${source}(?!${letters})`, 'gu') };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

export interface Hit {
  readonly needle: Needle;
  readonly start: number;
  readonly end: number;
}

/** Every place of a folded text where a needle stands. */
export function hitsIn(lower: string, { anywhere, atWords, wildcards }: Needles): readonly Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < lower.length; start += 1) {
    const add = (needle: Needle, end: number) => {
      if (!needle.wholeWord || isWhole(lower, start, end)) hits.push({ needle, start, end });
    };
    anywhere.at(lower, start, add);
    atWords.at(lower, start, add);
  }
  for (const { needle, literal, pattern } of wildcards) {
    if (!lower.includes(literal)) continue;
    for (const { index, 0: text } of lower.matchAll(pattern))
      hits.push({ needle, start: index, end: index + text.length });
  }
  return hits;
}
