import { parse } from 'tldts';
import { utf8BytesOf } from './count';

/** A stretch of text that does something when it is clicked. Offsets count UTF-8 bytes, as Bluesky wants them. */
export interface Facet {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly feature:
    | { readonly kind: 'link'; readonly uri: string }
    | { readonly kind: 'tag'; readonly tag: string }
    /** The handle has to be resolved to an account; where that fails, the text stays plain. */
    | { readonly kind: 'mention'; readonly handle: string };
}

type Found = { readonly start: number; readonly end: number; readonly feature: Facet['feature'] };

/**
 * Links, tags and mentions in the text, in order and without overlap; found as the official app finds them
 * (`detectFacets` of @atproto/api), so that our preview, our post and the app agree.
 */
export function facetsOf(text: string): Facet[] {
  const found = [...linksOf(text), ...mentionsOf(text), ...tagsOf(text)].sort((a, b) => a.start - b.start);
  const facets: Facet[] = [];
  let units = 0;
  let bytes = 0;
  for (const { start, end, feature } of found) {
    if (start < units) continue;
    const byteStart = bytes + utf8BytesOf(text.slice(units, start));
    bytes = byteStart + utf8BytesOf(text.slice(start, end));
    units = end;
    facets.push({ byteStart, byteEnd: bytes, feature });
  }
  return facets;
}

const webAddress = /(^|\s|\()(https?:\/\/\S+|(?<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)\S*)/gim;

function linksOf(text: string): Found[] {
  return [...text.matchAll(webAddress)].flatMap((match) => {
    const { domain } = match.groups ?? {};
    const written = withoutEnd(match[2] ?? '');
    if (domain !== undefined && !isKnownDomain(domain)) return [];
    const uri = domain === undefined ? written : `https://${written}`;
    if (!URL_START.test(uri)) return [];
    const start = match.index + (match[1] ?? '').length;
    return [{ start, end: start + written.length, feature: { kind: 'link', uri } } as const];
  });
}

const URL_START = /^https?:\/\/[^\s/]/i;

/** A full stop or a closing bracket that ends the sentence does not belong to the address. */
function withoutEnd(address: string): string {
  const bare = address.replace(/[.,;:!?]$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

const isKnownDomain = (domain: string): boolean => parse(domain).isIcann === true;

const mention = /(^|\s|\()(@)([a-zA-Z0-9.-]+)(\b)/g;

function mentionsOf(text: string): Found[] {
  return [...text.matchAll(mention)].flatMap((match) => {
    const handle = match[3] ?? '';
    // `.test` is no real domain, but the one that servers on the same machine use.
    if (!isKnownDomain(handle) && !handle.endsWith('.test')) return [];
    const start = match.index + (match[1] ?? '').length;
    return [{ start, end: start + 1 + handle.length, feature: { kind: 'mention', handle } } as const];
  });
}

// Invisible spaces end a tag; a tag needs more than digits and punctuation. As `TAG_REGEX` of @atproto/api.
const tag =
  /(^|\s)[#＃]((?!\ufe0f)[^\s\u00AD\u2060\u200A\u200B\u200C\u200D\u20e2]*[^\d\s\p{P}\u00AD\u2060\u200A\u200B\u200C\u200D\u20e2]+[^\s\u00AD\u2060\u200A\u200B\u200C\u200D\u20e2]*)/gu;

function tagsOf(text: string): Found[] {
  return [...text.matchAll(tag)].flatMap((match) => {
    const word = (match[2] ?? '').replace(/\p{P}+$/u, '');
    if (word.length === 0 || word.length > 64) return [];
    const start = match.index + (match[1] ?? '').length;
    return [{ start, end: start + 1 + word.length, feature: { kind: 'tag', tag: word } } as const];
  });
}
