import type { TransitionFacts } from '../conditions';
import type { Condition } from '../schema';
import type { World } from './world';

/** What an entry can be like, as far as conditions can tell; the person who decides is not part of it. */
export type Situation = Omit<TransitionFacts, 'roles'>;

/** More than these are not gone through; the check then asks for transitions without conditions. */
const most = 4_000;

const other = '*';

/**
 * One situation for each combination of answers that the conditions can give: every named type and one that is not
 * named, a score on each side of each limit, and so on. Null where they are too many.
 */
export function situationsOf(
  conditions: readonly Condition[],
  world: Pick<World, 'types' | 'locales'>,
): Situation[] | null {
  const named = (on: 'type' | 'locale' | 'changed' | 'marked' | 'channels' | 'only-channels') => [
    ...new Set(conditions.flatMap((one) => (one.on === on && 'any' in one ? one.any : []))),
  ];
  const [types, locales, paths, marked] = [named('type'), named('locale'), named('changed'), named('marked')];
  const kinds = [...new Set([...named('channels'), ...named('only-channels')])];
  if (paths.length + marked.length + kinds.length > 12) return null;
  const limits = conditions.flatMap((one) => (one.on === 'score' ? [one.below] : []));
  const choices = {
    uid: [
      ...types,
      ...(world.types.every(({ uid }) => types.includes(uid)) && types.length > 0 ? [] : [other]),
    ],
    locale: [
      ...locales,
      ...(locales.length > 0 && world.locales.every((locale) => locales.includes(locale)) ? [] : [other]),
      ...(world.types.every(({ localized }) => localized) && world.types.length > 0 ? [] : [null]),
    ],
    changed: subsets(paths),
    marked: subsets(marked),
    score: [...new Set([...limits.map((limit) => Math.max(0, limit - 0.01)), 100])],
    kinds: kinds.length > 0 ? subsets([...kinds, other]) : [[]],
    entryApproved: named('only-channels').length > 0 ? [false, true] : [false],
  };
  const count = Object.values(choices).reduce((product, list) => product * list.length, 1);
  return count > most ? null : product(choices);
}

/** All sub-lists: at most a few names, so at most a few thousand. */
const subsets = <T>(list: readonly T[]): T[][] =>
  list.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);

function product<T extends object>(choices: { readonly [K in keyof T]: readonly T[K][] }): T[] {
  let all: Partial<T>[] = [{}];
  for (const name of Object.keys(choices) as (keyof T)[])
    all = all.flatMap((one) => choices[name].map((value) => ({ ...one, [name]: value })));
  return all as T[];
}

/** The situation in words: only what the conditions ask about. */
export function situationText(situation: Situation, conditions: readonly Condition[]): string {
  const asked = new Set(conditions.map(({ on }) => on));
  const { uid, locale, changed, marked, score, kinds, entryApproved } = situation;
  const parts = [
    asked.has('type') && (uid === other ? 'it is of another content type' : `it is of type ${uid}`),
    asked.has('locale') &&
      (locale === null
        ? 'it has no language'
        : locale === other
          ? 'it is in another language'
          : `it is in ${locale}`),
    asked.has('changed') &&
      (changed.length > 0 ? `${changed.join(' and ')} changed` : 'none of the named fields changed'),
    asked.has('marked') &&
      (marked.length > 0 ? `a field marked ${marked.join(' and ')} changed` : 'no marked field changed'),
    asked.has('score') &&
      (score === 100 ? 'the brand score is high' : `the brand score is ${Math.floor(score)}`),
    (asked.has('channels') || asked.has('only-channels')) &&
      (kinds.length > 0
        ? `copies wait for ${kinds.map((kind) => (kind === other ? 'other channels' : kind)).join(' and ')}`
        : 'no copies wait'),
    asked.has('only-channels') &&
      (entryApproved ? 'the entry itself is approved' : 'the entry itself is not approved'),
  ].filter((part) => part !== false);
  return parts.join(', ');
}
