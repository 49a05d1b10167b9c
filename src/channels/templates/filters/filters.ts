import { shorten } from '../../shorten';
import { amountOf, dayOf } from './amounts';
import type { Argument, Value } from '../language';
import { hashtag, hashtags } from './tags';
import { firstSentences, firstWords } from './beginnings';

/** What a filter is given behind its name, each as text or number. */
type Given = readonly (string | number)[];

interface Filter {
  readonly takes: {
    /** As it is written, for people. */
    readonly example: string;
    readonly accepts: (given: readonly Argument[]) => boolean;
  };
  readonly apply: (value: Value, given: Given, locale: string | null) => Value;
}

const alone = (example: string): Filter['takes'] => ({ example, accepts: (given) => given.length === 0 });
const count = (example: string): Filter['takes'] => ({
  example,
  accepts: ([first, ...rest]) => first?.kind === 'number' && first.value > 0 && rest.length === 0,
});
const words = (example: string): Filter['takes'] => ({
  example,
  accepts: ([first, ...rest]) => first?.kind === 'chain' && rest.length === 0,
});
const optional = (takes: Filter['takes']): Filter['takes'] => ({
  ...takes,
  accepts: (given) => given.length === 0 || takes.accepts(given),
});
const oneOf = (example: string, names: readonly string[]): Filter['takes'] => ({
  example,
  accepts: (given) => {
    const [only] = given[0]?.kind === 'chain' ? given[0].chain : [];
    return given.length === 1 && only?.kind === 'words' && names.includes(only.words);
  },
});

const text =
  (change: (text: string, given: Given, locale: string | null) => string) =>
  (value: Value, given: Given, locale: string | null): Value => ({
    ...value,
    text: value.text === '' ? '' : change(value.text, given, locale),
  });
/** What comes out of these is never cut. */
const whole =
  (change: (text: string, given: Given, locale: string | null) => string) =>
  (value: Value, given: Given, locale: string | null): Value => ({
    ...text(change)(value, given, locale),
    isWhole: true,
  });

const numberOf = ([first]: Given, otherwise = Infinity): number =>
  typeof first === 'number' ? first : otherwise;
const wordsOf = ([first]: Given): string => (first === undefined ? '' : String(first));

const withoutWords = (from: string, gone: string): string =>
  gone === '' ? from : from.split(gone).join('').replace(/ {2,}/g, ' ').trim();

/** What can be done with a value, by the name that templates use. Nothing is made of an empty value but by `default`. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  [
    'sentences',
    { takes: count('sentences: 2'), apply: text((t, g, l) => firstSentences(t, numberOf(g), l)) },
  ],
  ['words', { takes: count('words: 20'), apply: text((t, g, l) => firstWords(t, numberOf(g), l)) }],
  [
    'characters',
    { takes: count('characters: 80'), apply: text((t, g, l) => shorten(t, { graphemes: numberOf(g) }, l)) },
  ],
  ['upper', { takes: alone('upper'), apply: text((t, _, l) => cased(t, 'toLocaleUpperCase', l)) }],
  ['lower', { takes: alone('lower'), apply: text((t, _, l) => cased(t, 'toLocaleLowerCase', l)) }],
  ['hashtag', { takes: alone('hashtag'), apply: whole((t) => hashtag(t)) }],
  ['hashtags', { takes: optional(count('hashtags: 3')), apply: whole((t, g) => hashtags(t, numberOf(g))) }],
  [
    'date',
    {
      takes: optional(oneOf('date: "long"', ['full', 'long', 'medium', 'short'])),
      apply: whole((t, g, l) => dayOf(t, wordsOf(g), l)),
    },
  ],
  ['number', { takes: alone('number'), apply: whole((t, _, l) => amountOf(t, null, l)) }],
  [
    'price',
    {
      takes: {
        example: 'price: "EUR"',
        accepts: (given) => {
          const [only] = given[0]?.kind === 'chain' ? given[0].chain : [];
          return given.length === 1 && only?.kind === 'words' && /^[A-Z]{3}$/.test(only.words);
        },
      },
      apply: whole((t, g, l) => amountOf(t, wordsOf(g), l)),
    },
  ],
  ['strip', { takes: words('strip: "words"'), apply: text((t, g) => withoutWords(t, wordsOf(g))) }],
  ['before', { takes: words('before: "New: "'), apply: text((t, g) => wordsOf(g) + t) }],
  ['after', { takes: words('after: " – "'), apply: text((t, g) => t + wordsOf(g)) }],
  [
    'default',
    {
      takes: words('default: "words"'),
      apply: (value, given) => (value.text.trim() === '' ? { ...value, text: wordsOf(given) } : value),
    },
  ],
  [
    'unless-begins',
    {
      takes: words('unless-begins: summary'),
      apply: text((t, g) => (wordsOf(g).startsWith(t) ? '' : t)),
    },
  ],
  ['lines', { takes: alone('lines'), apply: (value) => value }],
  ['gives-way', { takes: alone('gives-way'), apply: (value) => ({ ...value, givesWay: true }) }],
]);

export const filterNames: readonly string[] = [...filters.keys()];

/** A locale that nobody knows changes nothing. */
function cased(from: string, how: 'toLocaleUpperCase' | 'toLocaleLowerCase', locale: string | null): string {
  try {
    return from[how](locale ?? undefined);
  } catch {
    return from[how]();
  }
}
