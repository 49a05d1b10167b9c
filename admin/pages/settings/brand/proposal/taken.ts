import type { Proposal } from '../../../../../src/brand/catalogue/schema';
import type { BrandKit } from '../../../../../src/brand/schema';
import { blankTerm } from '../kit/term-lines';

/** A part of a proposal that a person can tick. */
export type Tick =
  `palette ${string}` | `name ${string}` | `term ${string}` | `voice ${keyof Proposal['voice']}`;

const traits = [
  'meanSentence',
  'longestSentence',
  'readingGrade',
  'passiveShare',
  'exclamations',
  'person',
  'formality',
] as const;

/** The traits that were measured. */
export const measured = (voice: Proposal['voice']): (keyof Proposal['voice'])[] =>
  traits.filter((trait) => voice[trait] !== null);

/** What the kit does not say yet: this is ticked to begin with. What it says already is not overwritten unasked. */
export function freshOf(proposal: Proposal, kit: BrandKit): Set<Tick> {
  const lower = (texts: readonly string[]) => new Set(texts.map((text) => text.toLowerCase()));
  const [names, terms, colours] = [
    lower(kit.names.map(({ name }) => name)),
    lower(kit.terms.map(({ avoid }) => avoid)),
    lower(kit.palette.map(({ hex }) => hex)),
  ];
  return new Set<Tick>([
    ...proposal.palette
      .filter(({ hex }) => !colours.has(hex.toLowerCase()))
      .map(({ hex }) => `palette ${hex}` as const),
    ...proposal.names
      .filter(({ name }) => !names.has(name.toLowerCase()))
      .map(({ name }) => `name ${name}` as const),
    ...proposal.terms
      .filter(({ avoid }) => !terms.has(avoid.toLowerCase()))
      .map(({ avoid }) => `term ${avoid}` as const),
  ]);
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The kit with what was ticked. A measured value becomes the limit, rounded so that what was measured passes. */
export function withTaken(kit: BrandKit, proposal: Proposal, ticks: ReadonlySet<Tick>): BrandKit {
  const names = proposal.names.filter(({ name }) => ticks.has(`name ${name}`));
  const terms = proposal.terms.filter(({ avoid }) => ticks.has(`term ${avoid}`));
  const colours = proposal.palette.filter(({ hex }) => ticks.has(`palette ${hex}`));
  const has = (trait: keyof Proposal['voice']) => ticks.has(`voice ${trait}`);
  const { meanSentence, longestSentence, readingGrade, passiveShare, exclamations, person, formality } =
    proposal.voice;
  const severity = 'suggestion' as const;
  return {
    ...kit,
    palette: [
      ...kit.palette.filter(({ hex }) => !colours.some((colour) => colour.hex === hex)),
      ...colours.map(({ name, hex }) => ({ name, hex })),
    ],
    names: [
      ...kit.names.filter(({ name }) => !names.some((one) => one.name === name)),
      ...names.map(({ name, variants }) => ({
        name,
        matchCase: true,
        misspellings: variants.map(({ text }) => text).filter((text) => text !== name),
        severity: 'warning' as const,
        locales: [],
        channels: [],
      })),
    ],
    terms: [
      ...kit.terms.filter(({ avoid }) => !terms.some((one) => one.avoid === avoid)),
      ...terms.map(({ avoid, prefer, locale }) =>
        blankTerm({ avoid, prefer, inflect: true, locales: locale === null ? [] : [locale] }),
      ),
    ],
    longestSentence:
      has('longestSentence') && longestSentence !== null
        ? { words: clamp(Math.ceil(longestSentence), 5, 200), severity }
        : kit.longestSentence,
    voice: {
      ...kit.voice,
      ...(has('meanSentence') && meanSentence !== null
        ? { meanSentence: { max: clamp(Math.ceil(meanSentence), 3, 60), severity } }
        : {}),
      ...(has('readingGrade') && readingGrade !== null
        ? { readingGrade: { max: clamp(Math.ceil(readingGrade), 1, 20), severity } }
        : {}),
      ...(has('passiveShare') && passiveShare !== null
        ? { passive: { maxShare: clamp(Math.ceil(passiveShare * 100) / 100, 0, 1), severity } }
        : {}),
      ...(has('exclamations') && exclamations !== null
        ? { exclamation: { max: clamp(Math.ceil(exclamations), 0, 50), severity } }
        : {}),
      ...(has('person') && person !== null ? { person: { use: person, severity } } : {}),
      ...(has('formality') && formality !== null
        ? { formality: { use: formality, severity: 'warning' as const } }
        : {}),
    },
  };
}
