/** What a word is in a sentence, as far as it decides about its forms. */
export type Part = 'noun' | 'verb' | 'adjective';

/**
 * The forms of a word, each with the slot that it fills (`plural`, `past`, `comparative`). A slot may have several forms,
 * the most usual first; the same form may fill several slots.
 */
export type Paradigm = readonly (readonly [slot: string, form: string])[];

/** Forms to look for leave out those that are other words too; forms to say need not. */
export type Use = 'seek' | 'say';

/** What we know of one language. Missing forms are fine; a form that is another word is not. */
export interface Language {
  /** Parts of speech that the word surely has; empty where nobody can tell: then it has no forms. */
  readonly partsOf: (word: string) => readonly Part[];
  /** Forms of the word taken as this part of speech, the word itself among them. */
  readonly inflect: (word: string, part: Part, use: Use) => Paradigm;
  /** Indexes of the words that change when the phrase is this part of speech; null where it is not, or nobody can tell. */
  readonly headsOf: (words: readonly string[], part: Part) => readonly number[] | null;
  /** Phrases whose words do not change alike: an adjective before a German noun. Null where the phrase is no such one. */
  readonly inflectPhrase?: (words: readonly string[], part: Part, use: Use) => Paradigm | null;
}

/** The first form that fills the slot. */
export const formIn = (paradigm: Paradigm, slot: string): string | null =>
  paradigm.find(([name]) => name === slot)?.[1] ?? null;

/** Small data is written as words between spaces. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** One row a line: the word, then its forms. */
export const wordTable = (rows: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rows
      .split(/[\n;]/)
      .map((row) => row.trim().split(/\s+/))
      .map(([word = '', ...forms]) => [word, forms] as const)
      .filter(([word]) => word !== ''),
  );
