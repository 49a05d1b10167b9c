import { z } from 'zod';
import { atFirstUse } from '../shared/at-first-use';
import type { Place } from '../shared/place';
import { factAgreement, forbiddenClaim, registeredClaim } from './kit/claims';
import { linkPolicy, localeFormats, socialPolicy } from './kit/formats';
import { logo, paletteColour, picturePolicy, requiredElements, richTextLook } from './kit/look';
import { severity, uids, locales, type Severity } from './kit/parts';
import { longestSentence, voice } from './kit/voice';
import { brandName, brandPattern, brandTerm, inclusive, spelling } from './kit/words';

export type { Severity } from './kit/parts';
export type { BrandName, BrandPattern, BrandTerm } from './kit/words';
export type { ForbiddenClaim, RegisteredClaim } from './kit/claims';
export type { LocaleFormats, SocialPolicy } from './kit/formats';
export type { Logo, PicturePolicy, RequiredElements } from './kit/look';
export type { Voice } from './kit/voice';

/** How a rule that stands by itself is set: off is null, else how grave it is. */
const switched = (fallback: Severity) =>
  z
    .object({ severity: severity.default(fallback) })
    .nullable()
    .default(null);

/** What every text and picture is checked against. `brandKit.parse({})` is the empty kit: it finds nothing. */
export const brandKit = z.object({
  names: z.array(brandName).max(200).default([]),
  terms: z.array(brandTerm).max(5000).default([]),
  patterns: z.array(brandPattern).max(200).default([]),
  /** Null: pictures without alt text are fine. */
  altTextRequired: switched('error'),
  longestSentence: longestSentence.nullable().default(null),
  voice: voice.prefault({}),
  forbiddenClaims: z.array(forbiddenClaim).max(1000).default([]),
  claims: z.array(registeredClaim).max(500).default([]),
  facts: factAgreement.nullable().default(null),
  formats: z.array(localeFormats).max(50).default([]),
  links: linkPolicy.nullable().default(null),
  social: z.array(socialPolicy).max(30).default([]),
  inclusive: inclusive.nullable().default(null),
  spelling: spelling.nullable().default(null),
  /** Headings in order: no level is left out. */
  headings: switched('suggestion'),
  /** Nearly the same text as an earlier post on the same channel. */
  nearDuplicate: switched('warning'),
  elements: z.array(requiredElements).max(50).default([]),
  palette: z.array(paletteColour).max(30).default([]),
  logos: z.array(logo).max(20).default([]),
  richText: richTextLook.nullable().default(null),
  pictures: picturePolicy.prefault({}),
});
export type BrandKit = Readonly<z.infer<typeof brandKit>>;

export const emptyKit = atFirstUse<BrandKit>(() => brandKit.parse({}));

/** One of several brands in a Strapi: its kit, and the entries that it is for. */
export const brand = z.object({
  /** Stable; `main` is the one that stands for everything that no other brand claims. */
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Must be a word of a to z, 0 to 9 and hyphens.'),
  name: z.string().trim().min(1, 'Write the name of the brand.').max(80),
  /** Content types and languages that it is for; empty means all. Of several brands the first that fits counts. */
  uids,
  locales,
  kit: brandKit,
});
export type Brand = Readonly<z.infer<typeof brand>>;

/** A text to put in the place of what was found. */
export interface Fix {
  /** For the button: `Replace with “Lindner & Daughters”`. */
  readonly label: string;
  readonly replacement: string;
}

/** A part of a picture; all are parts of one (0 is left or top, 1 is right or bottom). */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A sentence as key and values, for interfaces that say it in their own language. Keys: `src/brand/rules` lists them. */
export interface Words {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Where else something is said, for findings about two places. */
export interface OtherPlace {
  /** Key of the channel whose copy it is in; null for the entry. */
  readonly channel: string | null;
  readonly place: Place;
  readonly quote: string;
  readonly region?: Region;
}

/** What a rule says about a place. */
export interface Finding {
  /** Stable: `brand.term/cheap`, `brand.alt-text`, `vale/write-good.Weasel`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why, and what to do, in English. */
  readonly message: string;
  /** The same for the admin's language; absent where the words are the business's or a pack's own. */
  readonly words?: Words;
  readonly place: Place;
  /** Exactly what the stored value holds at `place`; empty where something is missing. */
  readonly quote: string;
  /** The first of `fixes`; null where there is none. */
  readonly fix: Fix | null;
  /** All replacements that would do, where there are several. */
  readonly fixes?: readonly Fix[];
  readonly link?: string;
  /** Where in the picture at `place`. */
  readonly region?: Region;
  /** What it does not agree with. */
  readonly other?: OtherPlace;
  /** Key of the channel whose copy it is about; absent for the entry. `place` is then a place in the copy. */
  readonly channel?: string;
}
