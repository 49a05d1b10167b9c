/// <reference path="./nspell.d.ts" />
import nspell from 'nspell';

/** A Hunspell dictionary as its two files, for one language. */
export interface Dictionary {
  /** `en`, `de-AT`; `en` also serves `en-GB` where nothing closer is there. */
  readonly locale: string;
  readonly aff: string;
  readonly dic: string;
}

/** Tells right words from wrong ones. */
export interface Speller {
  readonly isRight: (word: string) => boolean;
  readonly suggest: (word: string) => readonly string[];
}

const dictionaries = new Map<string, () => Dictionary>();
const spellers = new Map<string, Speller>();
const plain = (locale: string): string => locale.toLowerCase().replaceAll('_', '-');

/**
 * Hands in the dictionaries that spelling is checked with; a later one for the same language replaces the earlier. They
 * are asked for when the first text of the language comes, because reading one takes most of a second and 100 MB.
 */
export function withDictionaries(
  list: readonly { readonly locale: string; readonly read: () => Dictionary }[],
): void {
  for (const { locale, read } of list) {
    dictionaries.set(plain(locale), read);
    spellers.delete(plain(locale));
  }
}

/** The speller for a language; null where no dictionary is known. */
export function spellerOf(locale: string | null): Speller | null {
  const wanted = plain(locale ?? '');
  const language = wanted.split('-')[0] ?? '';
  const key = [wanted, language].find((one) => dictionaries.has(one));
  const read = key === undefined ? undefined : dictionaries.get(key);
  if (key === undefined || !read) return null;
  const known = spellers.get(key);
  if (known) return known;
  const made = remembering(read());
  spellers.set(key, made);
  return made;
}

/** Words that were asked for are remembered: suggestions take milliseconds. */
const mostWords = 50_000;

function remembering({ aff, dic }: Dictionary): Speller {
  const spell = nspell({ aff, dic });
  const rights = new Map<string, boolean>();
  const proposals = new Map<string, readonly string[]>();
  const kept = <V>(memory: Map<string, V>, word: string, make: () => V): V => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    if (memory.size >= mostWords) memory.clear();
    const made = make();
    memory.set(word, made);
    return made;
  };
  return {
    isRight: (word) => kept(rights, word, () => spell.correct(word)),
    suggest: (word) => kept(proposals, word, () => spell.suggest(word)),
  };
}
