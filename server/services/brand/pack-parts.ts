import { loadTagger } from '../../../src/brand/vale/language/tagger';
import type { PackParts } from '../../../src/brand/vale/run/prepared';
import type { ValePack } from '../../../src/brand/vale/schema';
import type { LazyDictionary } from '../../stores/dictionaries';

/**
 * Dictionaries and word classes for packs with rules that need them, and nothing where none does: both are large. The English
 * dictionary stands for the one that Vale brings; those of the app go by their language (`de`, `de_DE`).
 */
export function packParts(dictionaries: () => readonly LazyDictionary[]) {
  let read: PackParts['dictionaries'] | null = null;
  return async (packs: readonly ValePack[]): Promise<PackParts> => {
    const needs = (point: string) => packs.some(({ rules }) => rules.some((rule) => rule.extends === point));
    if (needs('spelling') && !read) {
      const all = dictionaries().map((one) => one.read());
      read = Object.fromEntries(
        all.flatMap(({ locale, aff, dic }) => {
          const names = [locale, locale.replace('-', '_'), ...(locale === 'en' ? ['', 'en_US'] : [])];
          return names.map((name) => [name, { aff, dic }] as const);
        }),
      );
    }
    return {
      ...(needs('spelling') && read ? { dictionaries: read } : {}),
      ...(needs('sequence') ? { tagger: await loadTagger() } : {}),
    };
  };
}
