import type { Tagger } from '../language/tagger';

/** Says of a word whether it is spelt right, and what else it could be. */
export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
}

/** A Hunspell dictionary as text. */
export interface Dictionary {
  readonly aff: string;
  readonly dic: string;
}

/** What a rule needs beside its own file. */
export interface Surroundings {
  /** Words that the business accepts, as patterns. */
  readonly accepted: readonly string[];
  readonly wordTemplate: string | null;
  readonly tagger: Tagger | null;
  /** The speller for these dictionaries; an empty list means the usual one. Null where it is missing. */
  readonly speller: ((request: SpellerRequest) => Speller | null) | null;
}

export interface SpellerRequest {
  readonly names: readonly string[];
  /** Paths of a dictionary's two files below the styles. */
  readonly files: { readonly aff: string; readonly dic: string } | null;
  /** The usual dictionary, too. */
  readonly append: boolean;
  /** Lists of further words, by path. */
  readonly ignore: readonly string[];
}

export const nothingAround: Surroundings = { accepted: [], wordTemplate: null, tagger: null, speller: null };

/** The frame around the tokens of a rule: whole words, or anywhere. */
export const template = (
  isWord: boolean,
  { wordTemplate }: Pick<Surroundings, 'wordTemplate'>,
  joined: string,
): string =>
  isWord ? (wordTemplate || '(?m)\\b(?:%s)\\b').replace('%s', () => joined) : `(?m)(?:${joined})`;
