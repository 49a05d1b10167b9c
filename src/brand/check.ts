import type { EntryContent } from '../content/schema';
import type { Place } from '../shared/place';
import { findAltTexts } from './alt-text';
import { needlesOf, type Needles } from './needles';
import { findPhrases } from './phrases';
import { quoter } from './place';
import type { BrandKit, Finding, Severity } from './schema';
import { findLongSentences } from './sentences';

/**
 * Everything in the entry that is not as the brand kit wants it, in reading order. Never throws for text; the same
 * content and kit always give the same list, and the order of the kit's rules makes no difference. Addresses and
 * code are not read. `locale` is the entry's language (`de-AT`); null where it has none: then every rule applies.
 */
export function checkContent(
  content: EntryContent,
  kit: BrandKit,
  { locale = content.locale }: { readonly locale?: string | null } = {},
): Finding[] {
  const quoteOf = quoter(content);
  const found = [
    ...findPhrases(content, ready(kit, locale), quoteOf),
    ...findAltTexts(content, kit.altTextRequired, quoteOf),
    ...findLongSentences(content, kit.longestSentence, locale, quoteOf),
  ];
  return inReadingOrder(withoutDoubles(found), content);
}

/** Kits change seldom and are checked against often: a kit object is made ready once for a language. */
const readied = new WeakMap<BrandKit, Map<string | null, Needles>>();

function ready(kit: BrandKit, locale: string | null): Needles {
  const known = readied.get(kit) ?? new Map<string | null, Needles>();
  const needles = known.get(locale) ?? needlesOf(kit, locale);
  readied.set(kit, known.set(locale, needles));
  return needles;
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

const placeKey = ({ field, block, start, end }: Place): string =>
  `${field}|${block?.join('.') ?? ''}|${start}|${end}`;

/** One finding for a rule and place: the gravest, and of equals always the same one. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule}|${placeKey(finding.place)}`;
    const other = kept.get(key);
    if (!other || compareGravity(finding, other) < 0) kept.set(key, finding);
  }
  return [...kept.values()];
}

const compareGravity = (a: Finding, b: Finding): number =>
  gravity[a.severity] - gravity[b.severity] || compareText(a.message, b.message);

function inReadingOrder(findings: readonly Finding[], content: EntryContent): Finding[] {
  const order = new Map<string, number>();
  const note = (field: string) => order.has(field) || order.set(field, order.size);
  for (const part of content.parts) {
    note(part.field);
    if (part.kind === 'picture') [`${part.field}.alternativeText`, `${part.field}.caption`].forEach(note);
  }
  const rank = ({ place }: Finding) => order.get(place.field) ?? order.size;
  return [...findings].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareBlocks(a.place.block ?? [], b.place.block ?? []) ||
      a.place.start - b.place.start ||
      a.place.end - b.place.end ||
      compareText(a.rule, b.rule),
  );
}

function compareBlocks(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
