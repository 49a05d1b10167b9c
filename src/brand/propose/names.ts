import type { EntryContent } from '../../content/schema';
import type { Proposal } from '../catalogue/schema';
import { calendarOf } from '../facts/read/calendar';
import { functionWords as german } from '../morphology/de/words';
import { functionWords as english } from '../morphology/en/words';
import { functionWords as spanish } from '../morphology/es/words';
import { functionWords as french } from '../morphology/fr/words';

type Names = Proposal['names'];

export interface ReadEntry {
  readonly content: EntryContent;
  readonly locale: string | null;
}

/** Seen this often, in this many entries. */
const least = { count: 3, entries: 2 };
const most = 50;

const word = "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’-]*";
const link = '(?:[ \\u00a0](?:&|and|und|et|y|\\+|of|von|de|du|la|le))?[ \\u00a0]';
const sequence = new RegExp(`(?<![\\p{L}\\p{N}@#.-])${word}(?:${link}${word}){1,4}(?![\\p{L}\\p{N}])`, 'gu');
const and = '(?:[\\s\\u00a0-]*(?:&|and|und|et|y|\\+)[\\s\\u00a0-]*|[\\s\\u00a0-]*)';

/** Pieces that are read as sentences: in headings and buttons anything may have capitals. */
export const proseOf = ({ content }: ReadEntry): readonly string[] =>
  content.texts
    .filter(
      ({ kind, role, type }) =>
        kind !== 'code' &&
        kind !== 'heading' &&
        role !== 'title' &&
        type !== 'email' &&
        type !== 'enumeration',
    ) // prettier-ignore
    .map(({ text }) => text);

/**
 * Names: words with capitals that stand together again and again, with the other ways in which they are written (capitals,
 * hyphens, spaces, `&` and “and”). The most usual way comes first.
 */
export function namesIn(entries: readonly ReadEntry[]): Names {
  const seen = new Map<string, { count: number; readonly entries: Set<number>; readonly text: string }>();
  const small = smallWords(entries);
  entries.forEach((entry, index) => {
    for (const text of proseOf(entry))
      for (const match of text.matchAll(sequence)) {
        const isFirst = /(?:^|[.!?:…]["”’)]?\s+|\n)["“„(]?$/u.test(text.slice(Math.max(0, match.index - 6), match.index));
        const said = isFirst ? withoutOpening(match[0], small) : match[0];
        if (!/[ \u00a0]/.test(said) || isDate(said, entry.locale)) continue;
        const known = seen.get(keyOf(said)) ?? { count: 0, entries: new Set<number>(), text: said };
        known.count += 1;
        known.entries.add(index);
        seen.set(keyOf(said), known);
      }
  });
  const often = [...seen.values()].filter((one) => one.count >= least.count && one.entries.size >= least.entries);
  const whole = often.filter((one) => !often.some((other) => other !== one && other.text.includes(one.text) && other.count >= one.count * 0.8));
  const usual = whole.sort((a, b) => b.count - a.count).slice(0, most);
  return usual.map(({ text }) => withVariants(text, entries)).sort((a, b) => b.count - a.count);
} // prettier-ignore

/** `Our Lindner Bakery` at the beginning of a sentence is the Lindner Bakery, because `our` is a word in small letters too. */
function withoutOpening(said: string, small: ReadonlySet<string>): string {
  const [first = '', ...rest] = said.split(/[ \u00a0]/);
  const opening = first.toLowerCase();
  return small.has(opening) || ordinary.some((words) => words.has(opening)) ? rest.join(' ') : said;
}

const ordinary = [english, german, french, spanish];

const smallWords = (entries: readonly ReadEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => proseOf(entry).flatMap((text) => text.match(/(?<![\p{L}-])\p{Ll}[\p{L}'’]*/gu) ?? []))); // prettier-ignore

const isDate = (said: string, locale: string | null): boolean => {
  const { months, weekdays } = calendarOf(locale);
  const isMonth = new RegExp(`^(?:${months})$`, 'iu');
  return said.split(/[ \u00a0]/).every((one) => weekdays.has(one.toLowerCase()) || isMonth.test(one));
};

/** Letters and digits only: what all ways of writing a name share. */
const keyOf = (text: string): string =>
  text.toLowerCase().replace(/(?<=\s)(?:and|und|et|y)(?=\s)/g, '').replace(/[^\p{L}\p{N}]/gu, ''); // prettier-ignore

function withVariants(name: string, entries: readonly ReadEntry[]): Names[number] {
  const parts = name.split(/[ \u00a0-]|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => !/^(?:&|and|und|et|y|\+|)$/.test(part));
  const source = parts.map((part) => part.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join(and);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@#./-])${source}(?![\\p{L}\\p{N}])`, 'giu');
  const counts = new Map<string, number>();
  for (const { content } of entries)
    for (const { text, kind } of content.texts)
      if (kind !== 'code')
        for (const { 0: said } of text.matchAll(pattern)) {
          const plain = said.replace(/\s+/g, ' ');
          counts.set(plain, (counts.get(plain) ?? 0) + 1);
        }
  const variants = [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return { name: variants[0]?.text ?? name, count: variants.reduce((sum, { count }) => sum + count, 0), variants: variants.slice(1, 11) };
} // prettier-ignore
