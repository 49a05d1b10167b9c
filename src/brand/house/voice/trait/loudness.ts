import type { BlockRule, Hit, Rule, SubjectRule } from '../../../engine/rule';
import type { BrandKit } from '../../../schema';
import { findingIn, matchesIn, mostTold, proseKinds } from '../../finding';
import { languageOf } from '../../languages';

/** Exclamation marks and capitals. */
export const loudnessRules = (kit: BrandKit): readonly Rule[] => [
  ...exclamationRules(kit),
  ...shoutingRules(kit),
];

function exclamationRules({ voice: { exclamation } }: BrandKit): readonly Rule[] {
  if (!exclamation) return [];
  const { max, severity } = exclamation;
  const tooMany: SubjectRule = {
    kind: 'subject',
    id: 'voice.exclamation',
    severity,
    explanation: 'Few exclamation marks in one text: each makes the next one weaker.',
    examples: { fail: ['Fresh! '.repeat(max + 1)], pass: ['Fresh.'] },
    find: (subject, quoteOf) => {
      const marks = subject.blocks.flatMap((block) =>
        block.kind === 'code' || !block.text.includes('!')
          ? []
          : [...matchesIn(block, /!+/g)].map(({ start, end }) => ({ block, range: { start, end } })),
      );
      if (marks.length <= max) return [];
      const values = { count: marks.length, most: max };
      return marks.slice(max, max + mostTold).flatMap(({ block, range }) =>
        findingIn(block, range, quoteOf, {
          rule: 'voice.exclamation',
          severity,
          message: `Exclamation marks: ${values.count}. At most ${values.most} are wanted; a full stop does.`,
          words: { key: 'voice.exclamation', values },
        }),
      );
    },
  };
  const inARow: BlockRule = {
    kind: 'block',
    id: 'voice.exclamation-row',
    severity,
    needs: ['!!', '!?', '?!'],
    explanation: 'One exclamation mark is enough, never two in a row.',
    examples: { fail: ['Fresh bread!!', 'Really?!?'], pass: ['Fresh bread!', 'Really?'] },
    find: (block) =>
      [...matchesIn(block, /[!?]*(?:!!|!\?|\?!)[!?]*/g)].map(({ start, end, 0: said }): Hit => {
        const instead = said.includes('?') ? '?' : '!';
        return {
          start,
          end,
          message: `“${said}” is more than one mark. Write “${instead}”.`,
          words: { key: 'voice.exclamation-row', values: { said, instead } },
          replacements: [instead],
        };
      }),
  };
  return [tooMany, inARow];
}

/** Written in capitals because they are names of letters or read as words. */
const acronyms = new Set(
  'ASCII AMEX BAFÖG COVID DSGVO ETHZ EURIBOR FIFA GDPR HACCP HTML HTTPS ICAO IBAN IKEA INTERPOL LASER LIDAR MODEM NATO NASA NGINX OECD OPEC PDF RADAR SCUBA SEPA SQL SWIFT UEFA UNESCO UNICEF USB'.split(
    ' ',
  ),
);
/** Nearly every text is let go by this, which is ten times as fast. */
const someCaps = /[A-Z\u00c0-\u00de\u0370-\u03ff\u0400-\u042f]{4}/;
const caps = /(?<![\p{L}\p{N}&@#-])\p{Lu}[\p{Lu}'’]*(?:[ \u00a0]+\p{Lu}[\p{Lu}'’]+)*(?![\p{L}\p{N}&-])/gu;

function shoutingRules({ voice: { shouting }, names, terms }: BrandKit): readonly BlockRule[] {
  if (!shouting) return [];
  const ours = new Set(
    [
      ...names.flatMap(({ name }) => name.split(/\s+/)),
      ...terms.flatMap(({ prefer }) => prefer?.split(/\s+/) ?? []),
    ].filter((word) => word === word.toUpperCase()),
  );
  const isShout = (word: string) =>
    word.length >= 5 && /[AEIOUYÄÖÜÉÀ]/.test(word) && !acronyms.has(word) && !ours.has(word);
  return [
    {
      kind: 'block',
      id: 'voice.shouting',
      severity: shouting.severity,
      scope: { kinds: proseKinds },
      explanation: 'Words in capitals that are no abbreviations are a shout, and harder to read.',
      examples: { fail: ['Come and BUY BREAD today.'], pass: ['The EU and UNESCO came for bread.'] },
      find: (block) =>
        !someCaps.test(block.text)
          ? []
          : [...matchesIn(block, caps)].flatMap(({ start, end, 0: said }): Hit | readonly Hit[] => {
              const words = said.split(/[ \u00a0]+/);
              if (!words.some(isShout)) return [];
              const isFirst = block.sentences.some((sentence) => sentence.start === start);
              const quiet = said.toLowerCase();
              const instead = isFirst ? quiet.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : quiet;
              return {
                start,
                end,
                message: `“${said}” is a shout. Write it in small letters.`,
                words: { key: 'voice.shouting', values: { said } },
                // In German small letters would make nouns wrong.
                ...(languageOf(block.locale) === 'de' ? {} : { replacements: [instead] }),
              };
            }),
    },
  ];
}
