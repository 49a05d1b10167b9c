import { formatHex, parse } from 'culori';
import { colourSpace } from '../../pictures/colour';
import type { QuoteOf, Subject, SubjectRule } from '../../engine/rule';
import type { BrandKit, Finding } from '../../schema';
import { findingAt } from '../finding';
import { stylesIn, type Declaration } from './styles';

/** Fonts and colours that rich text and HTML set by themselves, in `style` attributes and old `font` elements. */
export function lookRules({ richText, palette }: BrandKit): readonly SubjectRule[] {
  if (!richText) return [];
  const { severity, fonts, colours } = richText;
  return [
    ...(fonts ? [fontRule(fonts, severity)] : []),
    ...(colours ? [colourRule([...palette.map(({ hex }) => hex), ...colours], severity)] : []),
  ];
}

const generic = new Set(
  'serif sans-serif monospace cursive fantasy system-ui inherit initial unset revert'.split(' '),
);

const familiesOf = (value: string): readonly string[] =>
  value.split(',').map((one) => one.trim().replace(/^["']|["']$|\s*!important$/gi, ''));

function fontRule(fonts: readonly string[], severity: Finding['severity']): SubjectRule {
  const rule = 'look.font';
  const allowed = new Set(fonts.map((font) => font.toLowerCase()));
  const list = fonts.join(', ');
  return {
    kind: 'subject',
    id: rule,
    severity,
    explanation: 'Texts set no fonts but those of the business.',
    examples: {
      fail: ['<p style="font-family: Papyrus">Rye</p>'],
      pass: [`<p style="font-family: ${fonts[0] ?? 'inherit'}, serif">Rye</p>`],
    },
    find: (subject, quoteOf) =>
      declarations(subject, /^(?:font-family|face)$/).flatMap((one) => {
        const wrong = familiesOf(one.value).find(
          (font) => !allowed.has(font.toLowerCase()) && !generic.has(font.toLowerCase()),
        );
        if (wrong === undefined || wrong === '') return [];
        return findingAt(one.place, quoteOf, {
          rule,
          severity,
          message: `“${wrong}” is no font of ours (${list}). Remove it from the text.`,
          words: { key: rule, values: { wrong, list } },
        });
      }),
  };
}

/** Two colours that nobody can tell apart (ΔE2000) are one. */
const unseen = 1;

function colourRule(allowed: readonly string[], severity: Finding['severity']): SubjectRule {
  const rule = 'look.colour';
  const known = allowed.flatMap((hex) => {
    const colour = parse(hex);
    return colour ? { hex, colour } : [];
  });
  const find = (subject: Subject, quoteOf: QuoteOf): readonly Finding[] =>
    declarations(subject, /^(?:color|background|background-color|border-color|bgcolor)$/).flatMap((one) => {
      const said = one.value.replace(/\s*!important$/i, '');
      const colour = parse(said);
      if (!colour || colour.alpha === 0) return [];
      const [nearest] = known
        .map(({ hex, colour: own }) => ({ hex, far: colourSpace().difference(own, colour) }))
        .sort((a, b) => a.far - b.far || (a.hex < b.hex ? -1 : 1));
      if (nearest && nearest.far <= unseen && (colour.alpha ?? 1) === 1) return [];
      const values = { said, hex: formatHex(colour) };
      return findingAt(one.place, quoteOf, {
        rule,
        severity,
        message: `The colour “${said}” is not in our palette. Remove it, or take one of ours.`,
        words: { key: rule, values },
        fix: nearest ? { label: `Use ${nearest.hex}`, replacement: nearest.hex } : null,
      });
    });
  return {
    kind: 'subject',
    id: rule,
    severity,
    explanation: 'Texts set no colours but those of the palette.',
    examples: {
      fail: ['<p style="color: rgb(1, 250, 3)">Rye</p>', '<font color="lime">Rye</font>'],
      pass: [`<p style="color: ${allowed[0] ?? 'inherit'}">Rye</p>`],
    },
    find,
  };
}

/** Declarations in all Markdown of a subject that are not shown as code. */
function declarations({ content, blocks }: Subject, property: RegExp): readonly Declaration[] {
  return content.parts.flatMap((part) => {
    if (part.kind !== 'text' || part.type !== 'richtext' || !/<[a-z]/i.test(part.value)) return [];
    const code = blocks
      .filter(({ piece }) => piece.field === part.field)
      .flatMap(({ piece }) => piece.segments.filter((one) => one.code).map(({ place }) => place));
    return stylesIn(part.value, part.field).filter(
      (one) =>
        property.test(one.property) &&
        !code.some(({ start, end }) => one.place.start < end && start < one.place.end),
    );
  });
}
