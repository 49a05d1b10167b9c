import type { Place } from '../../../shared/place';
import type { Subject } from '../../engine/rule';
import { spotOf } from '../../place';

/** A link of a subject, with its address taken apart. */
export interface FoundLink {
  readonly href: string;
  readonly text: string;
  readonly place: Place;
  /** Without `www.`; null for links inside the site and for other things than web addresses. */
  readonly host: string | null;
  readonly protocol: string | null;
  /** Names of the query's parameters. */
  readonly parameters: ReadonlySet<string>;
}

const bare = /\bhttps?:\/\/[^\s<>"]+/gi;

/** Links of the content, and addresses that stand in plain text: people and networks make links of them. */
export function linksOf({ content, blocks }: Subject): readonly FoundLink[] {
  const found = content.links.map(({ href, text, place }) => taken(href, text, place));
  const seen = new Set(content.links.map(({ href, place }) => `${place.field}|${href}`));
  for (const { piece, text, fieldType, kind } of blocks) {
    if (fieldType === 'richtext' || kind === 'code' || !text.includes('://')) continue;
    for (const { index, 0: match } of text.matchAll(bare)) {
      const href = match.replace(/[.,;:!?)\]'’”]+$/, '');
      const spot = spotOf(piece, index, index + href.length);
      if (spot && !seen.has(`${piece.field}|${href}`)) found.push(taken(href, href, spot.place));
    }
  }
  return found;
}

const webAddress = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i;

function taken(href: string, text: string, place: Place): FoundLink {
  const parts = webAddress.exec(href.trim());
  const [, protocol, host, , query = ''] = parts ?? [];
  const names = query.split('&').flatMap((pair) => pair.split('=')[0] || []);
  return {
    href,
    text,
    place,
    host:
      host
        ?.toLowerCase()
        .replace(/^www\./, '')
        .replace(/\.$/, '') ?? null,
    protocol: protocol?.toLowerCase() ?? null,
    parameters: new Set(names.map((name) => name.toLowerCase())),
  };
}

/** Whether a host is one of these domains: `example.com` is `www.example.com` too, `*.example.com` everything below it. */
export const isOneOf = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) =>
    domain.startsWith('*.')
      ? host === domain.slice(2) || host.endsWith(domain.slice(1))
      : host === domain.replace(/^www\./, ''),
  );
