import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Dictionary } from '../../src/brand/house/spelling/dictionaries';

/** A dictionary that is read when the first text in its language comes. */
export interface LazyDictionary {
  readonly locale: string;
  readonly read: () => Dictionary;
}

interface Paths {
  readonly aff: string;
  readonly dic: string;
}

const lazy = (locale: string, { aff, dic }: Paths): LazyDictionary => ({
  locale,
  read: () => ({ locale, aff: readFileSync(aff, 'utf8'), dic: readFileSync(dic, 'utf8') }),
});

/** The English dictionary that comes with the plugin. */
export function englishDictionary(): LazyDictionary {
  const folder = dirname(createRequire(join(__dirname, 'index.js')).resolve('dictionary-en'));
  return lazy('en', { aff: join(folder, 'index.aff'), dic: join(folder, 'index.dic') });
}

/** Dictionaries of the app by language, with full paths; throws a sentence where a file cannot be read. */
export function appDictionaries(paths: Readonly<Record<string, Paths>>): LazyDictionary[] {
  return Object.entries(paths).map(([locale, files]) => {
    for (const [name, path] of Object.entries(files)) {
      try {
        accessSync(path, constants.R_OK);
      } catch {
        throw new Error(
          `The dictionary of Presence for ${locale} (presence.brand.dictionaries.${locale}.${name} in config/plugins) cannot be read: ${path}. Correct the path, or remove it.`,
        );
      }
    }
    return lazy(locale, files);
  });
}
