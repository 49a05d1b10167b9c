import nspell from 'nspell';
import type { Dictionary, Speller, SpellerRequest } from '../finder/surroundings';
import { own } from '../../../shared/own';

/** Dictionaries as they are handed in: by name (`en_US`); the one under an empty name is the usual one. */
export type Dictionaries = Readonly<Record<string, Dictionary>>;

/**
 * Makes spellers of Hunspell dictionaries: those that are handed in and those that lie in a pack (`config/dictionaries`). Null
 * where none of the wanted ones is there. Each set is built once: that takes a second.
 */
export function spellerMaker(dictionaries: Dictionaries, assets: Readonly<Record<string, string>>) {
  const built = new Map<string, Speller | null>();
  return (request: SpellerRequest): Speller | null => {
    const key = JSON.stringify(request);
    const known = built.get(key);
    if (known !== undefined) return known;
    const made = build(request, dictionaries, assets);
    built.set(key, made);
    return made;
  };
}

function build(
  request: SpellerRequest,
  dictionaries: Dictionaries,
  assets: Readonly<Record<string, string>>,
): Speller | null {
  const asset = (path: string) => assetAt(assets, path);
  const wanted: Dictionary[] = [];
  const own = request.files && { aff: asset(request.files.aff), dic: asset(request.files.dic) };
  if (own?.aff && own.dic) wanted.push({ aff: own.aff, dic: own.dic });
  else
    for (const name of request.names) {
      const [aff, dic] = [asset(`${name}.aff`), asset(`${name}.dic`)];
      const found = aff && dic ? { aff, dic } : dictionaries[name];
      if (found) wanted.push(found);
    }
  const usual = dictionaries[''];
  if (usual && (request.append || (wanted.length === 0 && request.names.length === 0))) wanted.push(usual);
  if (wanted.length === 0) return null;
  return spellerOf(
    wanted,
    request.ignore.flatMap((path) => (asset(path) ?? '').split(/\r?\n/)),
  );
}

function spellerOf(dictionaries: readonly Dictionary[], words: readonly string[]): Speller | null {
  try {
    const spellers = dictionaries.map(({ aff, dic }) => nspell({ aff, dic }));
    const known = new Set(words.map((word) => word.trim()).filter((word) => word !== ''));
    return {
      correct: (word) => known.has(word) || known.has(word.toLowerCase()) || isNumber(word) || spellers.some((one) => one.correct(word) || one.correct(word.toLowerCase())), // prettier-ignore
      suggest: (word) => [...new Set(spellers.flatMap((one) => one.suggest(word)))],
    };
  } catch {
    return null;
  }
}

const isNumber = (word: string): boolean => /^[-+]?[\d.,]+$|^0x[\da-f]+$/i.test(word);

/** An asset by its path below the styles, below `config/ignore` or `config/dictionaries`, or by its name alone. */
function assetAt(assets: Readonly<Record<string, string>>, path: string): string | null {
  const clean = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  for (const place of [clean, `config/ignore/${clean}`, `config/dictionaries/${clean}`]) {
    const exact = own(assets, place);
    if (exact !== undefined) return exact;
  }
  const name = `/${clean.split('/').at(-1) ?? ''}`;
  const found = Object.keys(assets).find((one) => `/${one}`.endsWith(name));
  return found === undefined ? null : (assets[found] ?? null);
}
