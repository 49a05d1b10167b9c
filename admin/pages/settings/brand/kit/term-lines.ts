import type { BrandTerm } from '../../../../../src/brand/schema';

/** A term that says nothing yet. */
export const blankTerm = (part: Partial<BrandTerm> = {}): BrandTerm => ({
  avoid: '',
  prefer: null,
  reason: '',
  severity: 'warning',
  matchCase: false,
  wholeWord: true,
  inflect: false,
  forms: [],
  expanded: [],
  locales: [],
  channels: [],
  ...part,
});

/** What lines that somebody pasted would add, and what they say that is there already. */
export interface PastedTerms {
  readonly added: readonly BrandTerm[];
  /** Lines whose word is in the list already, or twice in the lines. */
  readonly known: readonly string[];
  /** Lines that are too long or whose two words are the same. */
  readonly wrong: readonly string[];
}

/** The ways in which people write “this becomes that”; a comma or semicolon only where a spreadsheet put it. */
const arrows = /\s*(?:→|⇒|=>|->|\t|;)\s*/;

/**
 * Reads terms from lines: `cheap → fair-priced`. Arrows may also be written `->` or `=>`, and columns of a spreadsheet are
 * taken as they are. A third column is the reason. A line with one word is a word to avoid.
 */
export function termsFrom(text: string, known: readonly BrandTerm[], like: Partial<BrandTerm>): PastedTerms {
  const seen = new Set(known.map(({ avoid }) => avoid.trim().toLowerCase()));
  const added: BrandTerm[] = [];
  const twice: string[] = [];
  const wrong: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [avoid = '', prefer = '', reason = ''] = line.split(arrows).map((part) => part.trim());
    const key = avoid.toLowerCase();
    if (avoid === '' || avoid === prefer || avoid.length > 200 || prefer.length > 200 || reason.length > 500)
      wrong.push(line.trim());
    else if (seen.has(key)) twice.push(line.trim());
    else {
      seen.add(key);
      added.push(blankTerm({ ...like, avoid, prefer: prefer === '' ? null : prefer, reason }));
    }
  }
  return { added, known: twice, wrong };
}
