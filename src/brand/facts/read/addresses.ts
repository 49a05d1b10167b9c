import type { PlainFact } from '../fact';

const address = /(?<![\p{L}\p{N}@._-])(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]+|(?<![\p{L}\p{N}@._-])(?:[a-z\d-]+\.)+(?:com|org|net|de|at|ch|fr|es|eu|uk|io|shop|store|app|info|biz|test|example)(?:\/[^\s<>"'()[\]{}]*)?(?![\p{L}\p{N}@-])/giu; // prettier-ignore

/** Web addresses in a text. Its value is host and path: UTM parameters, `www.` and the slash at the end say nothing. */
export const readAddresses = (text: string): readonly PlainFact[] =>
  [...text.matchAll(address)].flatMap(({ index: start, 0: found }) => {
    const said = found.replace(/[.,;:!?…]+$/, '');
    const value = addressOf(said);
    return value === null
      ? []
      : [{ kind: 'url' as const, start, end: start + said.length, said, value, part: '' }];
  });

/** Host and path of an address, and what of its query is no UTM parameter; null for what is no web address. */
export function addressOf(said: string): string | null {
  if (/^[a-z]+:(?!\/\/)/i.test(said)) return null;
  const [, host = '', path = '', query = ''] =
    /^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i.exec(said) ?? [];
  if (!host.includes('.')) return null;
  const kept = query.split('&').filter((pair) => pair !== '' && !/^(?:utm_|gclid|fbclid|mc_)/i.test(pair)); // prettier-ignore
  const rest = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${host.toLowerCase()}${path.replace(/\/+$/, '')}${rest}`;
}
