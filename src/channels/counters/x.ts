import { parse } from 'tldts';
import { withLink } from './inline-links';

/** Every address counts as one of t.co (docs.x.com/fundamentals/counting-characters). */
const addressLength = 23;

const address =
  /(?<![\p{L}\p{N}@＠$#＃_.\-/])(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>"]*)?/giu;
const sentenceEnd = /[.,;:!?'"\]…]$/u;

/** What is no part of an address that ends a sentence; a bracket belongs to it that was opened in it. */
function bareOf(found: string): string {
  if (sentenceEnd.test(found)) return bareOf(found.slice(0, -1));
  if (!found.endsWith(')')) return found;
  return found.split('(').length >= found.split(')').length ? found : bareOf(found.slice(0, -1));
}
/** As one: a family, a flag, a keycap; a bare © is a letter. */
const emoji =
  /\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|(?![©®](?!\uFE0F))\p{Extended_Pictographic}\uFE0F?\p{EMod}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*/gu;

/** Code points that weigh one; every other weighs two. */
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 4_351],
  [8_192, 8_205],
  [8_208, 8_223],
  [8_242, 8_247],
];

/** Addresses as X finds them: those with a scheme, and bare names under a public suffix such as bakery.de. */
export const xAddresses = (text: string): readonly string[] =>
  [...text.matchAll(address)].map(({ 0: found }) => bareOf(found)).filter((found) => isPublic(found));

const isPublic = (found: string): boolean => {
  const { domain, isIcann, hostname } = parse(found, { extractHostname: true });
  // Bare names are seen only in ASCII.
  const isBare = !/^https?:\/\//i.test(found);
  return domain !== null && isIcann === true && !(isBare && /[^\x20-\x7e]/.test(hostname ?? ''));
};

/** Whether X bills the post as one with an address. */
export const hasXAddress = (text: string, link: string | null): boolean =>
  link !== null || xAddresses(text).length > 0;

/** Characters as X weighs them, the address of the page behind the text (docs.x.com/fundamentals/counting-characters). */
export function xLength(text: string, link: string | null = null): number {
  const whole = withLink(text, link).normalize('NFC');
  let length = 0;
  const rest = whole.replace(address, (found) => {
    const bare = bareOf(found);
    const isLink = link !== null && bare === link.normalize('NFC');
    if (!isLink && !isPublic(bare)) return found;
    length += addressLength;
    // What stands on both sides must not grow together.
    return `\u200B${found.slice(bare.length)}`;
  });
  const plain = rest.replace(/\u200B/g, '').replace(emoji, (found) => {
    length += found === '' ? 0 : 2;
    return '';
  });
  for (const character of plain) length += weightOf(character.codePointAt(0) ?? 0);
  return length;
}

const weightOf = (point: number): number =>
  light.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
