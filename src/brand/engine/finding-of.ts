import type { TextPiece } from '../../content/schema';
import { spotOf } from '../place';
import type { Finding, Fix, Severity } from '../schema';
import type { BlockRule, Hit, LiteralRule, QuoteOf } from './rule';

/** What a rule said of a block. */
export interface Said {
  readonly rule: BlockRule | LiteralRule;
  readonly hit: Hit;
}

/** What was said of a piece, as a finding at its place in the stored value; null where nothing stored stands behind it. */
export function findingOf(
  { rule, hit }: Said,
  piece: TextPiece,
  severity: Severity,
  quoteOf: QuoteOf,
): Finding | null {
  const isPoint = hit.start === hit.end;
  const spot = isPoint
    ? spotOf(piece, Math.min(hit.start, piece.text.length - 1), hit.start + 1)
    : spotOf(piece, hit.start, hit.end);
  if (!spot) return null;
  const place = isPoint ? { ...spot.place, end: spot.place.start } : spot.place;
  const canFix = !isPoint && spot.isOne && piece.editable;
  const fixes = canFix ? (hit.replacements ?? []).map((text) => fixOf(text, piece)) : [];
  const link = hit.link ?? rule.link;
  return {
    rule: hit.rule ?? rule.id,
    severity: hit.severity ?? severity,
    message: hit.message,
    ...(hit.words ? { words: hit.words } : {}),
    place,
    quote: quoteOf(place),
    fix: fixes[0] ?? null,
    ...(fixes.length > 1 ? { fixes } : {}),
    ...(link === undefined ? {} : { link }),
  };
}

const fixOf = (text: string, { type }: TextPiece): Fix => ({
  label: text === '' ? 'Remove it' : `Replace with “${text}”`,
  replacement: type === 'richtext' ? escaped(text) : text,
});

/** The replacement is words, whatever they hold: Markdown must not read them as markup. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, '\\$&');
