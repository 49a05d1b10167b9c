import { z } from 'zod';
import { accounts } from '../../shared/accounts';
import { channels, locales, phrase, reason, severity } from './parts';

/** A name with its one right spelling: `Lindner & Daughters`. */
export const brandName = z.object({
  name: phrase,
  /** Report other capitals too. Turn off for a name that is also an ordinary word. */
  matchCase: z.boolean().default(true),
  /** How the name is often written wrongly, beside what we know anyway (without spaces, hyphens, `&`). */
  misspellings: z.array(phrase).max(50).default([]),
  /** Where posts can name whoever is called so. The first place of the name in a copy that is derived becomes a mention there. */
  accounts: accounts.optional(),
  severity: severity.default('warning'),
  locales,
  channels,
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
    /**
     * Also the inflected forms (`cheaper`, `billige`). They are written out when the kit is saved, so that a person sees them and
     * the check only compares.
     */
    inflect: z.boolean().default(false),
    /** Further forms that a person names: irregular ones, compounds. */
    forms: z.array(phrase).max(200).default([]),
    /** What saving made of `inflect`: form, and what to say in its place. Not edited by people. */
    expanded: z
      .array(z.object({ form: z.string().max(200), prefer: z.string().max(200).nullable() }))
      .max(400)
      .default([]),
    locales,
    channels,
  })
  .refine((term) => term.prefer === null || term.prefer !== term.avoid, {
    path: ['prefer'],
    message: 'The word to prefer is the word to avoid. Write another one, or leave it empty.',
  });
export type BrandTerm = Readonly<z.infer<typeof brandTerm>>;

/** A pattern of the business's own: a regular expression, for what words cannot say. */
export const brandPattern = z.object({
  /** Stable; part of the rule's id: `pattern/<key>`. */
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, 'Must be a word of a to z, 0 to 9 and hyphens.'),
  pattern: z.string().min(1).max(500),
  ignoreCase: z.boolean().default(true),
  message: z.string().trim().min(1).max(300),
  /** What to write in its place; `$1` stands for the first group. Null: no fix. */
  replacement: z.string().max(300).nullable().default(null),
  severity: severity.default('warning'),
  locales,
  channels,
  examples: z
    .object({ fail: z.array(z.string().max(500)).max(20), pass: z.array(z.string().max(500)).max(20) })
    .default({ fail: [], pass: [] }),
  /** What the check of the pattern said when it was saved: `slow` ones run on the server only, with a time limit. */
  speed: z.enum(['unchecked', 'linear', 'slow']).default('unchecked'),
  enabled: z.boolean().default(true),
});
export type BrandPattern = Readonly<z.infer<typeof brandPattern>>;

/** Lists of words that leave people out, with what to say; shipped per language, each list can be switched off. */
export const inclusive = z.object({
  severity: severity.default('suggestion'),
  /** Ids of shipped entries that the business does not want. */
  except: z.array(z.string().max(100)).max(500).default([]),
});

/** Spelling with Hunspell dictionaries: that of English comes with the plugin, others are named in the plugin's config. */
export const spelling = z.object({
  severity: severity.default('warning'),
  /** Words that are right here beside the dictionary; names of the kit always are. */
  words: z.array(phrase).max(5_000).default([]),
});
