import type { EntryContent } from '../../content/schema';
import type { Proposal } from '../catalogue/schema';
import { namesIn } from './names';
import { paletteOf, type PictureColours } from './palette';
import { termsIn } from './terms';
import { voiceOf } from './voice';

/** A published entry, with its score of today's checks where there is one: the voice is measured in the better half. */
export interface EntryToLearnFrom {
  readonly content: EntryContent;
  readonly locale: string | null;
  readonly score?: number;
}

/**
 * What a kit could be, measured from what is published: names and how else they are written, words in two spellings, the
 * voice, and the colours of the pictures. A person confirms each part; nothing is saved.
 */
export function proposeKit(
  entries: readonly EntryToLearnFrom[],
  pictures: readonly PictureColours[] = [],
): Proposal {
  const names = namesIn(entries);
  return {
    entriesRead: entries.length,
    palette: paletteOf(pictures),
    names,
    terms: termsIn(entries, names),
    voice: voiceOf(betterHalf(entries)),
  };
}

/** Fewer entries than this are all measured. */
const leastToChoose = 10;

function betterHalf(entries: readonly EntryToLearnFrom[]): readonly EntryToLearnFrom[] {
  const scored = entries.filter(({ score }) => score !== undefined);
  if (scored.length < leastToChoose) return entries;
  const byScore = [...scored].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  return byScore.slice(0, Math.ceil(byScore.length / 2));
}
