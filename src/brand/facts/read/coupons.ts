import type { PlainFact } from '../fact';

const trigger = "(?:code promo(?:tionnel)?|(?:coupon|promo|promotion|promotional|voucher|discount|gutschein|rabatt|aktions|aktion|vorteils)?[ -]?codes?|gutscheine?|coupon|voucher|código(?: promocional| de (?:descuento|promoción))?|cupón(?: de descuento)?|bon (?:de réduction|d['’]achat))"; // prettier-ignore
const between =
  '(?:[ \\u00a0]?[:=][ \\u00a0]?|[ \\u00a0](?:(?:is|lautet|est|es|ist)[ \\u00a0])?)["“”„«‚‘\'*]?[ \\u00a0]?';
const pattern = new RegExp(`(?<![\\p{L}\\d-])(${trigger})${between}([\\p{L}\\d][\\p{L}\\d_-]{2,18}[\\p{L}\\d])(?![\\p{L}\\d])`, 'giu'); // prettier-ignore
/** Codes of other kinds, and amounts that a voucher is worth. */
const others = /(?:qr|zip|bar|dress|source|area|postal|country|post|strich|quell|morse|error|pin|iso|hs|vat|tax)[ -]?$/i; // prettier-ignore
const amount = /^\d+(?:er|en|e|eur|euros?|usd|gbp|chf|th|st|nd|rd|x|h)$/i;

/**
 * Codes behind a word that announces them: `code SPRING20`, `Gutschein: BROT-10`. Letters alone count only in capitals; in a
 * text all in capitals, or a code in small letters, there must be a digit in it.
 */
export const readCoupons = (text: string): readonly PlainFact[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const [all, announcing = '', said = ''] = match;
    const start = match.index + all.length - said.length;
    const hasBoth = /\d/.test(said) && /\p{L}/u.test(said) && !amount.test(said);
    const isCapitals = said === said.toUpperCase() && !/\d/.test(said) && /\p{Ll}/u.test(announcing);
    const isOther = others.test(text.slice(Math.max(0, match.index - 10), match.index));
    if (isOther || !(hasBoth || isCapitals)) return [];
    return [{ kind: 'coupon' as const, start, end: start + said.length, said, value: said.toUpperCase(), part: '' }];
  }); // prettier-ignore
