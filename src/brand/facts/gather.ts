import { recentOf } from '../engine/recent';
import type { Block, Subject } from '../engine/rule';
import { quoter, spotOf } from '../place';
import type { Region } from '../schema';
import type { Place } from '../../shared/place';
import type { Fact } from './fact';
import { readFacts } from './read';
import { addressOf } from './read/addresses';
import { phoneOfLink } from './read/phones';
import type { ProductReader } from './read/products';

/** A fact with its place in the stored value, or in a picture. */
export interface PlacedFact extends Fact {
  readonly place: Place;
  /** What the stored value holds there; empty for pictures. */
  readonly quote: string;
  readonly region: Region | null;
}

/** One voice among those that are compared: the text of the entry or of a copy, or a picture in it. */
export interface Voice {
  readonly kind: 'entry' | 'copy' | 'picture';
  /** Name of the channel, or of the picture's file; empty for the entry. */
  readonly name: string;
  /** Key of the channel whose copy it stands in; null for the entry. */
  readonly channel: string | null;
  readonly facts: readonly PlacedFact[];
}

/** Least confidence of a line of text in a picture, of 100. */
const surely = 60;

/** The text of each subject, and each picture once, where it stands first. */
export function voicesOf(subjects: readonly Subject[], productsIn: ProductReader): readonly Voice[] {
  const seen = new Set<string>();
  return subjects.flatMap((subject) => {
    const { channel } = subject;
    const text: Voice = {
      kind: channel ? 'copy' : 'entry',
      name: channel?.name ?? '',
      channel: channel?.key ?? null,
      facts: factsOfText(subject, productsIn),
    };
    const pictures = subject.content.pictures.flatMap((picture): readonly Voice[] => {
      const { hash, name, place } = picture;
      if (hash === null || seen.has(hash)) return [];
      seen.add(hash);
      const lines = (subject.pictures.get(hash)?.texts ?? []).filter(({ confidence }) => confidence >= surely);
      const facts = factsOfLines(lines, subject.locale, productsIn).map((fact) => ({ ...fact, place, quote: '' }));
      return facts.length === 0 ? [] : [{ kind: 'picture', name: name ?? hash, channel: channel?.key ?? null, facts }];
    });
    return [text, ...pictures];
  });
} // prettier-ignore

/** Facts of a block are kept: typing costs one block. */
const kept = recentOf<readonly Fact[]>(2_000_000);

function factsOfText(subject: Subject, productsIn: ProductReader): readonly PlacedFact[] {
  const quoteOf = quoter(subject.content);
  const inBlocks = subject.blocks.flatMap((block) =>
    isSaid(block)
      ? factsOfBlock(block, productsIn).flatMap((fact): PlacedFact | readonly PlacedFact[] => {
          const spot = spotOf(block.piece, fact.start, fact.end);
          return spot ? { ...fact, place: spot.place, quote: quoteOf(spot.place), region: null } : [];
        })
      : [],
  );
  const inLinks = subject.content.links.flatMap(({ href, place }): readonly PlacedFact[] => {
    const phone = phoneOfLink(href);
    const value = phone ?? addressOf(href);
    if (value === null) return [];
    const kind = phone === null ? ('url' as const) : ('phone' as const);
    const fact = {
      kind,
      value,
      said: phone === null ? href : href.slice(4),
      part: partOf(place, subject),
      product: null,
    };
    return [{ ...fact, start: 0, end: 0, place, quote: quoteOf(place), region: null }];
  });
  return [...inBlocks, ...inLinks];
}

/** The page that a copy leads to is compared with other such pages, not with what an entry links to. */
const partOf = ({ field }: Place, { channel }: Subject): string =>
  channel !== null && field === 'link' ? 'page' : '';

/** Alt texts say what a picture shows, which is read in the picture itself. */
const isSaid = ({ kind, fieldType }: Block): boolean =>
  kind !== 'code' && kind !== 'alt' && fieldType !== 'email' && fieldType !== 'enumeration';

const readers = new WeakMap<ProductReader, number>();
let readerCount = 0;

/** Facts of a block's text; the same list for the same text. */
export function factsOfBlock(block: Block, productsIn: ProductReader): readonly Fact[] {
  const reader = readers.get(productsIn) ?? (readerCount += 1);
  readers.set(productsIn, reader);
  const key = `${reader}|${block.locale}|${block.masks.join(';')}|${block.text}`;
  const known = kept.get(key);
  if (known) return known;
  const { locale, masks, sentences, text } = block;
  const facts = readFacts(text, { locale, masks, sentences, productsIn });
  kept.set(key, facts);
  return facts;
}

interface Line {
  readonly text: string;
  readonly region: Region;
}

/** A picture is read as one sentence, so that `20 %` in one line and `off` in the next belong together. */
function factsOfLines(
  lines: readonly Line[],
  locale: string | null,
  productsIn: ProductReader,
): readonly (Fact & { readonly region: Region | null })[] {
  const text = lines.map((line) => line.text).join('\n');
  const sentences = [{ start: 0, end: text.length }];
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? -1) + line.text.length + 1);
  const regionAt = (start: number) => lines[ends.findIndex((end) => start <= end)]?.region ?? null;
  return readFacts(text, { locale, sentences, productsIn }).map((fact) => ({ ...fact, region: regionAt(fact.start) }));
} // prettier-ignore
