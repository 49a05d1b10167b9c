import { z } from 'zod';
import type { Place } from '../shared/place';

export const severity = z.enum(['error', 'warning', 'suggestion']);
export type Severity = z.infer<typeof severity>;

const phrase = z.string().trim().min(1, 'Write at least one character.').max(200, 'At most 200 characters.');
const reason = z.string().trim().max(500, 'At most 500 characters.').default('');
/** Languages that a rule is for (`de`, `de-AT`); empty means every language. `de` also covers `de-AT`. */
const locales = z.array(z.string().trim().min(1).max(35)).max(50).default([]);

/** A name with its one right spelling: `Lindner & Daughters`. */
export const brandName = z.object({
  name: phrase,
  /** Report other capitals too. Turn off for a name that is also an ordinary word. */
  matchCase: z.boolean().default(true),
  severity: severity.default('warning'),
  locales,
});
export type BrandName = Readonly<z.infer<typeof brandName>>;

/** A word or phrase that is not ours, and what we say in its place. */
export const brandTerm = z
  .object({
    avoid: phrase,
    prefer: phrase.nullable().default(null),
    reason,
    severity: severity.default('warning'),
    /** Only with exactly these capitals. */
    matchCase: z.boolean().default(false),
    /** Not inside a longer word. */
    wholeWord: z.boolean().default(true),
    locales,
  })
  .refine((term) => term.prefer === null || term.prefer !== term.avoid, {
    path: ['prefer'],
    message: 'The word to prefer is the word to avoid. Write another one, or leave it empty.',
  });
export type BrandTerm = Readonly<z.infer<typeof brandTerm>>;

/** Something that we must not claim. `*` stands for any letters within one word: `heal*`, `cures *`. */
export const forbiddenClaim = z.object({
  pattern: phrase
    .refine((value) => /[\p{L}\p{N}]/u.test(value), 'Write at least one letter or digit beside the wildcard.')
    .refine((value) => !/\*[^\s*]+\*[^\s*]+\*/.test(value), 'At most two wildcards in a word.')
    .refine((value) => value.split('*').length <= 6, 'At most five wildcards.'),
  reason,
  severity: severity.default('error'),
  locales,
});
export type ForbiddenClaim = Readonly<z.infer<typeof forbiddenClaim>>;

const longestSentence = z.object({
  words: z.number().int().min(5).max(200),
  severity: severity.default('suggestion'),
});

/** What every text and picture is checked against. `brandKit.parse({})` is the empty kit: it finds nothing. */
export const brandKit = z.object({
  names: z.array(brandName).max(50).default([]),
  terms: z.array(brandTerm).max(5000).default([]),
  /** Null: pictures without alt text are fine. */
  altTextRequired: z
    .object({ severity: severity.default('error') })
    .nullable()
    .default(null),
  longestSentence: longestSentence.nullable().default(null),
  forbiddenClaims: z.array(forbiddenClaim).max(1000).default([]),
});
export type BrandKit = Readonly<z.infer<typeof brandKit>>;

export const emptyKit: BrandKit = brandKit.parse({});

/** A text to put in the place of what was found. */
export interface Fix {
  /** For the button: `Replace with “Lindner & Daughters”`. */
  readonly label: string;
  readonly replacement: string;
}

/** What a rule says about a place. */
export interface Finding {
  /** Stable: `brand.term/cheap`, `brand.alt-text`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why, and what to do. */
  readonly message: string;
  readonly place: Place;
  /** Exactly what the stored value holds at `place`; empty where something is missing. */
  readonly quote: string;
  readonly fix: Fix | null;
  readonly link?: string;
}
