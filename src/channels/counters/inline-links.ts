import { graphemesOf } from '../count';
import type { InlineLinks } from '../rules/rules';
import { spansOf } from './spans';

/** Scheme, a host that ends like a public one, and what follows until a space. */
const address = /https?:\/\/(?:[\p{L}\p{N}-]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)(?::\d+)?(?:[/?#]\S*)?/giu;
const farMention =
  /(?<![\p{L}\p{N}/_@])(@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)@[\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;
const sentenceEnd = /[.,;:!?'")\]]+$/;
const gap = '\n\n';

/** The text with the address of the page behind it, unless it says it already: where a network has no place of its own for it. */
export function withLink(text: string, link: string | null): string {
  const bare = text.trimEnd();
  if (link === null || bare.includes(link)) return bare;
  return bare === '' ? link : bare + gap + link;
}

/** Characters as the network counts them: every link one length, a mention without its server. */
export function inlineLength(text: string, link: string | null, { length }: InlineLinks): number {
  const counted = lengthOf(text.trimEnd(), length);
  if (link === null || text.includes(link)) return counted;
  return counted === 0 ? length : counted + length + graphemesOf(gap);
}

function lengthOf(text: string, link: number): number {
  let links = 0;
  const rest = text.replace(address, (found) => {
    links += 1;
    return sentenceEnd.exec(found)?.[0] ?? '';
  });
  return graphemesOf(rest.replace(farMention, '$1')) + links * link;
}

/** The text with each address in it replaced. */
export async function withAddresses(
  text: string,
  replace: (address: string) => Promise<string>,
): Promise<string> {
  let written = '';
  for (const span of spansOf(text)) written += span.isAddress ? await replace(span.text) : span.text;
  return written;
}
