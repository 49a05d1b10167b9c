import type { Mentionable } from '../../shared/accounts';
import type { ChannelKind } from '../schema';

/** How a post on this kind of channel names an account; null where the network, or this name, has no way to. */
export function mentionOf(kind: ChannelKind, { name, accounts }: Mentionable): string | null {
  switch (kind) {
    case 'bluesky':
    case 'mastodon':
    case 'instagram':
    case 'threads':
    case 'x':
    case 'telegram':
      return accounts[kind] === undefined ? null : `@${accounts[kind]}`;
    case 'linkedin': {
      const called = accounts.linkedinName ?? name;
      if (accounts.linkedin === undefined || /[[\]()\\]/.test(called)) return null;
      return `@[${called}](${accounts.linkedin})`;
    }
    default:
      return null;
  }
}

/** A mention as LinkedIn reads it (learn.microsoft.com, "little Text Format"): `@[Name](urn:li:organization:1)`. */
const ofLinkedin = /@\[([^[\]()\\]{1,100})\]\((urn:li:(?:organization|person):[\w-]{1,100})\)/g;

/** How many accounts a text names, as Instagram writes them. */
export const mentionsIn = (text: string): number =>
  text.match(/(?<![\p{L}\p{N}._@/])@[a-z0-9_](?:[a-z0-9._]*[a-z0-9_])?/giu)?.length ?? 0;

/** A stretch of a text for LinkedIn: a mention, or what stands between mentions. */
export interface LinkedinSpan {
  readonly text: string;
  /** The name that readers see; null: no mention. */
  readonly name: string | null;
}

/** The text cut into its mentions and what is between them; together they are the text. */
export function linkedinSpans(text: string): readonly LinkedinSpan[] {
  const spans: LinkedinSpan[] = [];
  let end = 0;
  for (const { 0: found, 1: name = '', index } of text.matchAll(ofLinkedin)) {
    if (index > end) spans.push({ text: text.slice(end, index), name: null });
    spans.push({ text: found, name });
    end = index + found.length;
  }
  if (end < text.length) spans.push({ text: text.slice(end), name: null });
  return spans;
}

interface Taken {
  readonly start: number;
  readonly end: number;
  readonly mention: string;
}

/**
 * The text with the names of accounts in their first places written as mentions of this kind of channel, as far as `fits` says that
 * there is room. A name inside a longer word, behind `#` or in quotation marks stays as it is, as networks link nothing there; so does one
 * that begins a post on X, which long showed that as an answer, to those alone who follow both, and does not say whether it still does.
 */
export function withMentions(
  text: string,
  kind: ChannelKind,
  names: readonly Mentionable[],
  fits: (text: string) => boolean,
): string {
  let taken: readonly Taken[] = [];
  for (const one of [...names].sort((a, b) => b.name.length - a.name.length)) {
    const mention = mentionOf(kind, one);
    if (mention === null || text.includes(mention) || taken.some((other) => other.mention === mention))
      continue;
    const start = placeOf(text, one.name, taken);
    if (start === null || (start === 0 && kind === 'x')) continue;
    const next = [...taken, { start, end: start + one.name.length, mention }];
    if (fits(written(text, next))) taken = next;
  }
  return written(text, taken);
}

const before = /[\s(]$/;
/** The end, a space, or a sign that belongs to no account and has none behind it. */
const after = /^(?:$|\s|['’)!?,;:…"“”»](?!@)|\.(?:$|[\s.)]))/u;

function placeOf(text: string, name: string, taken: readonly Taken[]): number | null {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const isFree = taken.every((one) => end <= one.start || at >= one.end);
    const begins = at === 0 || before.test(text.charAt(at - 1));
    if (isFree && begins && after.test(text.slice(end, end + 2))) return at;
  }
  return null;
}

function written(text: string, taken: readonly Taken[]): string {
  let [said, end] = ['', 0];
  for (const one of [...taken].sort((a, b) => a.start - b.start)) {
    said += text.slice(end, one.start) + one.mention;
    end = one.end;
  }
  return said + text.slice(end);
}
