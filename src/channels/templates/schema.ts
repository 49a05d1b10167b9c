import { z } from 'zod';
import type { Mentionable } from '../../shared/accounts';

/** Parts of a copy that a template writes, in the order in which people see them. */
export const templateParts = ['subject', 'preheader', 'text', 'title', 'description'] as const;
export type TemplatePart = (typeof templateParts)[number];

/** Characters (UTF-16 units) of one part of a template. */
export const longestTemplate = 2_000;

/**
 * How the copies of a channel are written, part by part: words with `{{ … }}` where the entry fills in. A part left out is
 * written by the template of the kind. What is wrong with the language of a template, `templateProblems` says.
 */
export const copyTemplate = z.strictObject({
  subject: z.string().optional(),
  preheader: z.string().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
});
export type CopyTemplate = z.output<typeof copyTemplate>;

/** What templates fill in, as one entry and one channel give it: plain text; null or empty where there is none. */
export interface CopySource {
  readonly title: string | null;
  readonly summary: string | null;
  /** First paragraph of the entry. */
  readonly opening: string | null;
  /** Paragraphs of the body, with an empty line between them. */
  readonly body: string | null;
  readonly coverAlt: string | null;
  readonly slug: string | null;
  readonly canonicalUrl: string | null;
  /** Other texts of the entry by the path of their field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Address of the page. */
  readonly link: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly locale: string | null;
  /** Who is named by their account where the text names them. */
  readonly mentionable: readonly Mentionable[];
}
