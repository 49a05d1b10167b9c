import type { Point, PointKeys, SequenceToken } from '../schema';
import { take, type Taker } from './values';
import { isYamlMap, type YamlValue } from './yaml';

interface Key<T> {
  readonly take: (value: YamlValue) => T | null;
  readonly otherwise: T;
  /** What the sentence says that is wanted. */
  readonly wants: string;
}

const text: Key<string> = { take: take.text, otherwise: '', wants: 'a text' };
const flag: Key<boolean> = { take: take.flag, otherwise: false, wants: 'true or false' };
const set: Key<boolean> = { ...flag, otherwise: true };
const number: Key<number> = { take: take.number, otherwise: 0, wants: 'a number' };
const list: Key<readonly string[]> = { take: take.list, otherwise: [], wants: 'a list of texts' };
const pairs: Key<readonly (readonly [string, string])[]> = { take: take.pairs, otherwise: [], wants: 'a list of pairs (a: b)' }; // prettier-ignore

const tokens: Key<readonly SequenceToken[]> = {
  otherwise: [],
  wants: 'a list of tokens with pattern, tag, negate and skip',
  take: (value) => {
    if (!Array.isArray(value)) return null;
    const all = value.map((item: YamlValue): SequenceToken | null => {
      if (!isYamlMap(item)) return null;
      const of = (name: string) => [...item].find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
      const [pattern, tag, negate, skip] = [take.text(of('pattern')), take.text(of('tag')), take.flag(of('negate')), take.number(of('skip'))]; // prettier-ignore
      if (pattern === null || tag === null || negate === null || skip === null) return null;
      return { pattern, tag, negate, skip: Math.min(Math.max(0, Math.trunc(skip)), 20) };
    });
    return all.every((item) => item !== null) ? all : null;
  },
};

/** Every key of every kind of rule, how it is taken, and what it is where the file does not say. */
export const pointKeys: {
  readonly [P in Point]: { readonly [K in keyof PointKeys[P]]: Key<PointKeys[P][K]> };
} = {
  existence: {
    tokens: list,
    raw: list,
    exceptions: list,
    append: flag,
    ignorecase: flag,
    nonword: flag,
    vocab: set,
  },
  substitution: { swap: pairs, exceptions: list, ignorecase: flag, nonword: flag, vocab: set, capitalize: flag, matchcase: flag, pos: text }, // prettier-ignore
  occurrence: { token: text, max: number, min: number, ignorecase: flag },
  repetition: { tokens: list, exceptions: list, max: number, ignorecase: flag, alpha: flag, vocab: set },
  consistency: { either: pairs, nonword: flag, ignorecase: flag },
  conditional: { first: text, second: text, exceptions: list, ignorecase: flag, vocab: set },
  capitalization: { match: text, style: text, exceptions: list, indicators: list, threshold: number, prefix: text, vocab: set }, // prettier-ignore
  metric: { formula: text, condition: text },
  readability: { metrics: list, grade: number },
  spelling: { dictionaries: list, ignore: list, filters: list, exceptions: list, dicpath: text, aff: text, dic: text, custom: flag, append: flag, threshold: number }, // prettier-ignore
  sequence: { tokens, ignorecase: flag },
};

/** Keys that stand in every rule. */
export const headKeys = ['extends', 'message', 'level', 'scope', 'link', 'description', 'limit', 'name', 'action', 'tests', 'matchcase', 'code'] as const; // prettier-ignore

/** Rules of these kinds may carry further keys: Vale reads them without looking. */
export const isLenient = (point: Point): boolean => point === 'consistency' || point === 'spelling';

/** The keys of a kind as a plain list, for reading them one by one. */
export const keysOf = (point: Point): readonly (readonly [string, Taker, unknown, string])[] =>
  Object.entries(pointKeys[point] as Readonly<Record<string, Key<unknown>>>).map(
    ([name, key]) => [name, key.take, key.otherwise, key.wants] as const,
  );
