import type { ContentPicture } from '../../../content/schema';
import type { RuleFacts, Subject, SubjectRule } from '../../engine/rule';
import type { Finding, Region, Severity, Words } from '../../schema';
import { pictureKeyOf, type PictureFacts } from '../schema';

/** What is to be judged: a picture, what was measured in it, and where it is shown. */
export interface Shown {
  readonly picture: ContentPicture;
  readonly facts: PictureFacts;
  readonly subject: Subject;
}

/** What a rule says of a picture; without a region it is about the whole. */
export interface Remark {
  readonly message: string;
  readonly words?: Words;
  readonly region?: Region;
  readonly severity?: Severity;
  /** Where the remark is another rule's: a term that stands in the picture. */
  readonly rule?: string;
  readonly link?: string;
}

/** A rule about pictures: judges what was measured, so it runs on the server only. Pictures without facts are passed over. */
export const pictureRule = (
  { id, severity, explanation, examples }: Pick<RuleFacts, 'id' | 'severity' | 'explanation' | 'examples'>,
  judge: (shown: Shown) => readonly Remark[],
): SubjectRule => ({
  kind: 'subject',
  id,
  severity,
  runs: 'server',
  explanation,
  ...(examples ? { examples } : {}),
  find: (subject, quoteOf) =>
    subject.content.pictures.flatMap((picture) => {
      const facts = subject.pictures.get(pictureKeyOf(picture));
      if (!facts) return [];
      const { place } = picture;
      return judge({ picture, facts, subject }).map((remark): Finding => ({
        rule: id,
        severity,
        ...remark,
        place,
        quote: quoteOf(place),
        fix: null,
      }));
    }),
});

/**
 * A sentence in English, and its key and values for other languages. `{name}` in it stands for a value, as in the admin's
 * translations, which say the same.
 */
export const sentence = (
  key: string,
  english: string,
  values: Readonly<Record<string, string | number>> = {},
): Pick<Remark, 'message' | 'words'> => ({
  message: english.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)),
  words: { key: `picture.${key}`, ...(Object.keys(values).length > 0 ? { values } : {}) },
});

/** `0.4567` → `46`. */
export const percent = (share: number): number => Math.round(share * 100);

/** One digit behind the point at most. */
export const short = (value: number): number => Math.round(value * 10) / 10;
