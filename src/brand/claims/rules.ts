import { blockOf } from '../engine/blocks';
import type { Block, Range, Subject, SubjectRule } from '../engine/rule';
import { isForLocale } from '../engine/scope';
import { wildcardRanges } from '../house/claims/wildcard';
import { spotOf } from '../place';
import type { BrandKit, Finding, Region, RegisteredClaim, Severity, Words } from '../schema';
import type { Place } from '../../shared/place';
import { holdsDisclaimer } from './disclaimer';

/** What has to hold where a claim of the registry is said: the right place, in time, with its disclaimer and its proof. */
export const claimRules = (kit: BrandKit): readonly SubjectRule[] => kit.claims.map(claimRule);

function claimRule(claim: RegisteredClaim): SubjectRule {
  const readers = claim.patterns.map(wildcardRanges);
  const spoken = (claim.patterns[0] ?? '').replace(/\*/g, '');
  return {
    kind: 'subject',
    id: `claim/${claim.key}`,
    severity: claim.severity,
    explanation: `“${claim.patterns[0] ?? ''}” may be said where it is allowed, as long as it holds, and with what belongs to it.${claim.reason === '' ? '' : ` ${claim.reason}`}`,
    ...(claim.evidence === null ? {} : { link: claim.evidence }),
    ...(claim.disclaimer === null ? {} : { examples: { fail: [`${spoken}.`], pass: [`${spoken}. ${claim.disclaimer}`] } }),
    find: (subject, quoteOf) => {
      const said = sayingsIn(subject, (block) => readers.flatMap((rangesIn) => rangesIn(block)));
      if (said.length === 0) return [];
      const problem = problemOf(claim, subject);
      if (!problem) return [];
      const told = problem.isEverywhere ? said : said.slice(0, 1);
      return told.map(({ place, text, region }): Finding => {
        const why = claim.reason === '' ? '' : ` ${claim.reason}`;
        return {
          rule: `claim/${claim.key}`,
          severity: problem.severity ?? claim.severity,
          message: problem.message(text) + why,
          words: { key: problem.key, values: { ...problem.values, said: text, why } },
          place,
          quote: region ? '' : quoteOf(place),
          fix: null,
          ...(claim.evidence === null ? {} : { link: claim.evidence }),
          ...(region ? { region } : {}),
        };
      });
    },
  };
} // prettier-ignore

interface Saying {
  readonly place: Place;
  readonly text: string;
  readonly region: Region | null;
}

/** Least confidence of a line of text in a picture, of 100. */
const surely = 60;

/** Where the claim is said, in texts and in pictures. */
function sayingsIn(subject: Subject, rangesIn: (block: Block) => readonly Range[]): readonly Saying[] {
  const inTexts = subject.blocks
    .filter(({ kind, fieldType }) => kind !== 'code' && fieldType !== 'email' && fieldType !== 'enumeration')
    .flatMap((block) =>
      withoutDoubles(rangesIn(block)).flatMap(({ start, end }): Saying | readonly Saying[] => {
        const spot = spotOf(block.piece, start, end);
        return spot ? { place: spot.place, text: block.text.slice(start, end), region: null } : [];
      }),
    );
  const inPictures = subject.content.pictures.flatMap(({ hash, place }) =>
    linesOf(subject, hash).flatMap(({ text, region }) => {
      const [range] = rangesIn(lineBlock(text, subject));
      return range ? [{ place, text: text.slice(range.start, range.end), region }] : [];
    }),
  );
  return [...inTexts, ...inPictures];
}

/** Two ways of saying a claim may stand at the same place: one finding. */
const withoutDoubles = (ranges: readonly Range[]): readonly Range[] =>
  ranges.filter(
    (one, index) => !ranges.slice(0, index).some(({ start, end }) => one.start < end && start < one.end),
  );

const linesOf = ({ pictures }: Subject, hash: string | null) =>
  (hash === null ? [] : (pictures.get(hash)?.texts ?? [])).filter(({ confidence }) => confidence >= surely);

const lineBlock = (text: string, { uid, locale, channel }: Subject): Block =>
  blockOf(
    { field: '', type: 'string', role: null, kind: 'plain', text, segments: [], editable: false },
    { uid, locale, channel: channel?.kind ?? null },
  );

interface Problem {
  readonly key: string;
  readonly values: NonNullable<Words['values']>;
  /** Said at each place; else at the first. */
  readonly isEverywhere: boolean;
  readonly severity?: Severity;
  readonly message: (said: string) => string;
}

/** The first thing that does not hold; what comes later does not matter until that is settled. */
function problemOf(claim: RegisteredClaim, subject: Subject): Problem | null {
  const { allowedChannels, allowedLocales, disclaimer, evidence, validUntil } = claim;
  const channel = subject.channel?.kind ?? 'entry';
  if (allowedChannels.length > 0 && !allowedChannels.includes(channel)) {
    const name = subject.channel?.name ?? '';
    return channel === 'entry'
      ? { key: 'claim.entry', values: {}, isEverywhere: true, message: (said) => `“${said}” may not be claimed in an entry: remove or rephrase it.` }
      : { key: 'claim.channel', values: { name }, isEverywhere: true, message: (said) => `“${said}” may not be claimed on ${name}: remove or rephrase it.` };
  }
  if (!isForLocale(allowedLocales, subject.locale)) {
    const locale = subject.locale ?? '';
    return { key: 'claim.locale', values: { locale }, isEverywhere: true, message: (said) => `“${said}” may not be claimed in this language (${locale}): remove or rephrase it.` };
  }
  if (validUntil !== null && subject.today !== null && subject.today > validUntil)
    return { key: 'claim.expired', values: { validUntil }, isEverywhere: true, message: (said) => `“${said}” could be claimed until ${validUntil}: remove it, or renew the proof.` };
  if (disclaimer !== null && !holdsDisclaimer(textOf(subject), disclaimer))
    return { key: 'claim.disclaimer', values: { disclaimer }, isEverywhere: false, message: (said) => `“${said}” needs a sentence beside it: “${disclaimer}”. Add it.` };
  if (evidence === null)
    return { key: 'claim.evidence', values: {}, isEverywhere: false, severity: 'suggestion', message: (said) => `For “${said}” the kit names no proof. Add the link to one, or rephrase the claim.` };
  return null;
} // prettier-ignore

/** All that a reader sees: texts, and the words in pictures. */
const textOf = (subject: Subject): string =>
  [
    ...subject.blocks.filter(({ kind }) => kind !== 'code').map(({ text }) => text),
    ...subject.content.pictures.flatMap(({ hash }) => linesOf(subject, hash).map(({ text }) => text)),
  ].join('\n');
