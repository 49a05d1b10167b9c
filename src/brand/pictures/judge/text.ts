import type { TextPiece } from '../../../content/schema';
import { BlockChecker } from '../../engine/block-checker';
import { blockOf } from '../../engine/blocks';
import type { Rule, SubjectRule } from '../../engine/rule';
import type { BrandKit, Region, Severity } from '../../schema';
import { leastConfidence, type PictureFacts } from '../schema';
import { pictureRule, sentence, short } from './picture-rule';

type Line = NonNullable<PictureFacts['texts']>[number];

const gravity: readonly Severity[] = ['error', 'warning', 'suggestion'];
/** What a headline in a picture can break. Spelling and style are not asked of what a machine has read. */
const aboutWords = /^(?:brand\.(?:term|name|claim)|claim|pattern|inclusive)\//;

/** The contrast of the text in pictures, and the kit’s words in it. */
export function textRules(kit: BrandKit, rules: readonly Rule[]): readonly SubjectRule[] {
  const { contrast, text } = kit.pictures;
  return [...(contrast ? [contrastRule(contrast)] : []), ...(text ? [wordsRule(text, rules)] : [])];
}

const contrastRule = ({ min, severity }: NonNullable<BrandKit['pictures']['contrast']>): SubjectRule =>
  pictureRule(
    {
      id: 'picture.contrast',
      severity,
      explanation:
        'Text in a picture stands out from what is behind it, as WCAG counts contrast, so that people with weak eyes can read it.',
      examples: {
        fail: ['Light grey words on white.'],
        pass: ['Dark words on a light ground.'],
      },
    },
    ({ facts }) =>
      linesOf(facts).flatMap(({ text, region, contrast }) =>
        contrast === null || contrast >= min
          ? []
          : {
              region,
              ...sentence(
                'contrast',
                'The contrast of “{text}” to what is behind it is {contrast} : 1; it needs {least} : 1. Make the words darker or lighter, or put a plain ground behind them.',
                { text: text.slice(0, 60), contrast: short(contrast), least: short(min) },
              ),
            },
      ),
  );

/** Terms, names and claims in the text of a picture are what they are in a text. Findings carry the id of the rule that they break. */
function wordsRule({ severity }: { readonly severity: Severity }, rules: readonly Rule[]): SubjectRule {
  const about = rules.filter(
    ({ kind, id }) => kind === 'literal' || (kind === 'block' && aboutWords.test(id)),
  );
  const checker = new BlockChecker(
    about,
    (rule) => rule.severity,
    (_, work) => work(),
  );
  return pictureRule(
    {
      id: 'picture.text',
      severity,
      explanation: 'The words in a picture follow the kit as those in a text do: terms, names, claims.',
      examples: {
        fail: ['A poster that says “cheap” where the kit says “fair-priced”.'],
        pass: ['A poster that says “fair-priced”.'],
      },
    },
    ({ facts, picture, subject: { uid, locale, channel } }) => {
      const lines = linesOf(facts);
      const spans = spansOf(lines);
      const piece = pieceOf(lines.map(({ text }) => text).join('\n'), picture.field);
      return checker
        .said(blockOf(piece, { uid, locale, channel: channel?.kind ?? null }))
        .map(({ rule, hit }) => ({
          rule: hit.rule ?? rule.id,
          severity: mildest(hit.severity ?? rule.severity, severity),
          message: hit.message,
          ...(hit.words ? { words: hit.words } : {}),
          ...(hit.link === undefined ? {} : { link: hit.link }),
          region: around(
            spans.filter(({ start, end }) => start < hit.end && end > hit.start).map(({ line }) => line),
          ),
        }));
    },
  );
}

const linesOf = ({ texts }: PictureFacts): readonly Line[] =>
  (texts ?? []).filter(({ confidence }) => confidence >= leastConfidence);

function spansOf(
  lines: readonly Line[],
): { readonly line: Line; readonly start: number; readonly end: number }[] {
  let start = 0;
  return lines.map((line) => {
    const span = { line, start, end: start + line.text.length };
    start = span.end + 1;
    return span;
  });
}

/** A machine may have misread: what it finds is never graver than the policy says, nor than the rule. */
const mildest = (a: Severity, b: Severity): Severity => (gravity.indexOf(a) > gravity.indexOf(b) ? a : b);

const pieceOf = (text: string, field: string): TextPiece => ({
  field,
  type: 'media',
  role: null,
  kind: 'plain',
  text,
  segments: [
    { start: 0, end: text.length, place: { field, start: 0, end: text.length }, exact: true, code: false },
  ],
  editable: false,
});

function around(lines: readonly Line[]): Region {
  const x = Math.min(1, ...lines.map(({ region }) => region.x));
  const y = Math.min(1, ...lines.map(({ region }) => region.y));
  const right = Math.max(0, ...lines.map(({ region }) => region.x + region.width));
  const bottom = Math.max(0, ...lines.map(({ region }) => region.y + region.height));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
