import type { Proposal } from '../catalogue/schema';
import { languageOf } from '../house/languages';
import { grouped } from './grouped';
import { proseOf, type ReadEntry } from './names';

type Terms = Proposal['terms'];

/** One way is used at least this many times as often as the other, and this often at all. */
const clearly = { ratio: 3, count: 4 };
const most = 50;

const token =
  /(?<![\p{L}\p{N}@#./-])\p{L}[\p{L}\p{M}\p{N}]*(?:[-‑]\p{L}[\p{L}\p{M}\p{N}]*)*(?![\p{L}\p{N}@./]*[@/]|[\p{L}\p{N}])/gu;

/**
 * Words that are written in two ways, one clearly more often: `e-mail` and `email`, `website` and `web site`, `organise` and
 * `organize`, `Foto` and `Photo`. By language.
 */
export function termsIn(entries: readonly ReadEntry[], names: Proposal['names']): Terms {
  const inNames = new Set(names.flatMap(({ name, variants }) => [name, ...variants.map(({ text }) => text)]).flatMap((text) => text.toLowerCase().split(/[\s-]+/)));
  const byLanguage = grouped(entries, ({ locale }) => languageOf(locale) ?? locale);
  const found = [...byLanguage].flatMap(([locale, some]) => [...pairsIn(countsIn(some), locale)]);
  return found
    .filter(({ prefer, avoid }) => ![prefer, avoid].some((text) => inNames.has(text.toLowerCase())))
    .sort((a, b) => b.counts[0] + b.counts[1] - a.counts[0] - a.counts[1])
    .slice(0, most);
} // prettier-ignore

/** How often each word stands there, and each pair of neighbours that is also written as one word or with a hyphen. */
function countsIn(entries: readonly ReadEntry[]): ReadonlyMap<string, number> {
  const texts = entries.flatMap(proseOf);
  const counts = new Map<string, number>();
  const add = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);
  const lowered = (said: string) => said.replace(/[\u2010\u2011]/g, '-');
  for (const text of texts) for (const { 0: said, index } of text.matchAll(token)) add(atStart(text, index) ? decapitalised(lowered(said)) : lowered(said));
  const joined = new Set([...counts.keys()].map((said) => said.replaceAll('-', '').toLowerCase()));
  for (const text of texts)
    for (const { 0: said, index } of text.matchAll(/(?<![\p{L}\p{N}-])\p{L}+[ \u00a0](?=(\p{L}+)(?![\p{L}\p{N}-]))/gu)) {
      const both = `${said}${/^\p{L}+/u.exec(text.slice(index + said.length))?.[0] ?? ''}`.replace(/\u00a0/g, ' ');
      if (joined.has(both.replace(' ', '').toLowerCase())) add(atStart(text, index) ? decapitalised(both) : both);
    }
  return counts;
} // prettier-ignore

const atStart = (text: string, index: number): boolean =>
  index === 0 || /(?:[.!?:…]["”’)]?\s+|\n)["“„(]?$/u.test(text.slice(Math.max(0, index - 6), index));

/** At the beginning of a sentence a capital says nothing; a word all in capitals keeps them. */
const decapitalised = (said: string): string =>
  /^\p{Lu}\p{Ll}/u.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;

function* pairsIn(counts: ReadonlyMap<string, number>, locale: string | null): Generator<Terms[number]> {
  const groups = new Map<string, Map<string, number>>();
  for (const [text, count] of counts) {
    const key = spellingKey(text, locale);
    if (key.length < 5) continue;
    const group = groups.get(key) ?? new Map<string, number>();
    // Capitals alone are no other way of writing: a heading or a German noun has them.
    const lower = text.toLowerCase();
    group.set(lower, (group.get(lower) ?? 0) + count);
    groups.set(key, group);
  }
  const written = (lower: string) => [...counts].filter(([text]) => text.toLowerCase() === lower).sort((a, b) => b[1] - a[1])[0]?.[0] ?? lower; // prettier-ignore
  for (const group of groups.values()) {
    if (group.size < 2) continue;
    const [usual, ...others] = [...group].sort((a, b) => b[1] - a[1]);
    for (const other of others)
      if (usual && usual[1] >= clearly.ratio * other[1] && usual[1] + other[1] >= clearly.count)
        yield { prefer: written(usual[0]), avoid: written(other[0]), counts: [usual[1], other[1]], locale };
  }
}

/** What two spellings of a word share. */
function spellingKey(text: string, locale: string | null): string {
  const plain = text.toLowerCase().replace(/[ -]/g, '').replaceAll('ß', 'ss');
  if (locale === 'de') return plain.replace(/ph/g, 'f').replace(/(?<=foto|tele)graf/g, 'graf');
  if (locale !== 'en') return plain;
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L}{3})is(?=e[ds]?$|ing$|ations?$)/u, 'iz')
    .replace(/(?<=\p{L}{2})our(?=s?$|ed$|ing$|ful$|ites?$)/u, 'or')
    .replace(/(?<=\p{L}{3})(?<=[bt])re(?=s?$)/u, 'er')
    .replace(/(?<=\p{L}[aeo])ll(?=ed$|ing$|ers?$)/u, 'l');
} // prettier-ignore
