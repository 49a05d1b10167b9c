import { z } from 'zod';
import { severity } from './parts';

export const longestSentence = z.object({
  words: z.number().int().min(5).max(200),
  severity: severity.default('suggestion'),
});

/** Measured traits with their targets; null traits are not looked at. Shares are parts of one (0.1 is 10 %). */
export const voice = z.object({
  /** Mean words in a sentence, over a whole entry. */
  meanSentence: z
    .object({ max: z.number().min(3).max(60), severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** How hard a text may be: school grade in English (Flesch-Kincaid), or the value of the language's own formula mapped to it. */
  readingGrade: z
    .object({ max: z.number().min(1).max(20), severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** Who speaks: `we`, `i`, or nobody (`impersonal`). */
  person: z
    .object({ use: z.enum(['we', 'i', 'impersonal']), severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** How the reader is spoken to, where the language makes a difference: `du`/`tu`/`tú` or `Sie`/`vous`/`usted`. */
  formality: z
    .object({ use: z.enum(['informal', 'formal']), severity: severity.default('warning') })
    .nullable()
    .default(null),
  /** Largest share of sentences in the passive voice. */
  passive: z
    .object({ maxShare: z.number().min(0).max(1), severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** Most exclamation marks in an entry or copy; more than one in a row is always too many. */
  exclamation: z
    .object({ max: z.number().int().min(0).max(50), severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** Words in capitals that are no acronyms: a shout. */
  shouting: z
    .object({ severity: severity.default('suggestion') })
    .nullable()
    .default(null),
});
export type Voice = Readonly<z.infer<typeof voice>>;
