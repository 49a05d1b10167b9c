import type { EntryContent } from '../content/schema';
import { inlineLength } from './counters/inline-links';
import { channelRules } from './rules';
import type { ChannelRules, InlineLinks, Limit } from './rules/rules';
import type { ChannelKind, Copy, CopyPicture } from './schema';
import { shorten, type Room } from './shorten';

/**
 * The copy of one channel as a person would begin to write it: from title, summary (or the first paragraph), cover and
 * page of the entry, shortened at sentences or words to what the channel accepts. `link` is the address of the page.
 */
export function deriveCopy(kind: ChannelKind, content: EntryContent, link: string | null): Copy {
  const rules = channelRules[kind];
  const title = oneLine(content.roles.title ?? '');
  const summary = oneLine(content.roles.summary ?? firstParagraph(content));
  const base = {
    link: rules.link === 'none' ? null : link,
    pictures: picturesOf(content, rules),
    edited: false,
  };
  const { locale } = content;
  const card = {
    title: shorten(title, roomOf(rules.title?.graphemes), locale),
    description: shorten(summary, roomOf(rules.description?.graphemes), locale),
  };
  switch (kind) {
    case 'website':
      return { ...base, text: '' };
    case 'bluesky':
      return { ...base, ...card, text: post(title, summary, textRoom(rules), locale) };
    case 'mastodon':
      return { ...base, text: post(title, summary, textRoom(rules, base.link), locale) };
    case 'webhook':
      return { ...base, ...card, text: shorten(plainText(content), textRoom(rules), locale) };
    case 'email':
      return {
        ...base,
        text: shorten(plainText(content), textRoom(rules), locale),
        subject: shorten(title, roomOf(rules.subject?.graphemes), locale),
        preheader: shorten(summary, roomOf(rules.preheader?.advised), locale),
      };
  }
}

const gap = '\n\n';

/** Title and summary in one text; the summary gives way first. */
function post(title: string, summary: string, room: Room, locale: string | null): string {
  const head = shorten(title, room, locale);
  if (head === '') return shorten(summary, room, locale);
  if (summary === '' || summary.startsWith(title)) return shorten(summary || title, room, locale);
  const whole = shorten(head + gap + summary, room, locale);
  // A cut in the middle of the title, or right behind it, leaves no word of the summary: then the title alone.
  return whole.length > head.length + gap.length && whole.startsWith(head + gap) ? whole : head;
}

function picturesOf({ roles, pictures }: EntryContent, { pictures: { max } }: ChannelRules): CopyPicture[] {
  const cover = roles.cover ?? pictures[0];
  if (max === 0 || !cover || cover.hash === null || cover.url === '') return [];
  return [{ hash: cover.hash, url: cover.url, alt: cover.alt ?? '' }];
}

const firstParagraph = ({ texts }: EntryContent): string =>
  texts.find(({ kind, role }) => kind === 'paragraph' && role !== 'title')?.text ?? '';

/** Everything that is read as the body, a paragraph each. */
function plainText({ texts, roles }: EntryContent): string {
  const body = texts.filter(({ role, kind }) => role === 'body' && kind !== 'alt' && kind !== 'code');
  if (body.length === 0) return (roles.summary ?? '').trim();
  return body
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(gap);
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const roomOf = (limit: Limit | undefined): Room => (limit === undefined ? {} : { graphemes: limit.max });

/** `link` is the address that goes behind the text, where it takes of the same room. */
const textRoom = ({ text }: ChannelRules, link: string | null = null): Room => ({
  ...roomOf(text.graphemes),
  ...(text.inlineLinks === undefined ? {} : { measure: counted(link, text.inlineLinks) }),
  ...(text.utf8Bytes === undefined ? {} : { utf8Bytes: text.utf8Bytes.max }),
});

const counted =
  (link: string | null, links: InlineLinks) =>
  (text: string): number =>
    inlineLength(text, link, links);
