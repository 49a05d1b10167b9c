import type { EntryContent } from '../content/schema';
import type { Mentionable } from '../shared/accounts';
import { hashtagsOf, withHashtags } from './counters/hashtags';
import { inlineLength } from './counters/inline-links';
import { mentionsIn, withMentions } from './mentions/mention';
import { channelRules } from './rules';
import { textLimitOf, type ChannelRules, type Limit } from './rules/rules';
import type { BuiltInKind, Copy, CopyPicture } from './schema';
import { fits, shorten, type Room } from './shorten';
import { defaultTemplate, partsOf } from './templates/defaults';
import { sourceOf } from './templates/placeholders';
import { renderPart } from './templates/render';
import type { CopySource, CopyTemplate, TemplatePart } from './templates/schema';

/** By which template a copy is made, and what it can name. */
export interface DeriveBy {
  /** That of the channel; parts left out are written by the template of its kind. */
  readonly template?: CopyTemplate | null | undefined;
  readonly channel?: string | null;
  readonly campaign?: string | null;
  /** Who is named by their account where the text names them. */
  readonly mentionable?: readonly Mentionable[];
}

/**
 * The copy of one channel as a person would begin to write it: by the template of the channel or of its kind, shortened at sentences or
 * words to what the channel accepts, by its kind or its rules. `link` is the address of the page.
 */
export function deriveCopy(
  of: BuiltInKind | ChannelRules,
  content: EntryContent,
  link: string | null,
  { template, ...names }: DeriveBy = {},
): Copy {
  const rules = typeof of === 'string' ? channelRules[of] : of;
  return copyOf(rules, sourceOf(content, link, names), coverOf(content), template);
}

/** The copy of what an entry gives; its cover goes with it where the channel takes pictures. */
export function copyOf(
  rules: ChannelRules,
  source: CopySource,
  cover: CopyPicture | null,
  template?: CopyTemplate | null,
): Copy {
  const base = {
    link: rules.link === 'none' ? null : source.link,
    pictures: cover && rules.pictures.max > 0 ? [within(rules, cover, source.locale)] : [],
    edited: false,
  };
  const own = defaultTemplate(rules);
  const written = (part: TemplatePart): string => {
    const room = part === 'text' ? textRoom(rules, base) : partRoom(rules, part);
    const make = (by: string) => madeOf(part, renderPart(by, source, room), room, rules, source);
    const text = make(template?.[part] ?? own[part] ?? '');
    // What has to be there is there, whatever the entry has of what the template names.
    return text === '' && isNeeded(part, rules) ? make(own[part] ?? '') : text;
  };
  return { text: '', ...base, ...Object.fromEntries(partsOf(rules).map((part) => [part, written(part)])) };
}

const isNeeded = (part: TemplatePart, { text, subject }: ChannelRules): boolean =>
  part === 'text' ? text.required : part === 'subject' && subject?.required === true;

/** Parts beside the text stand on one line, but for the description; hashtags beyond what a network takes become words, and names mentions. */
function madeOf(
  part: TemplatePart,
  text: string,
  room: Room,
  rules: ChannelRules,
  { locale, mentionable }: CopySource,
): string {
  if (part === 'description') return text;
  if (part !== 'text') return text.replace(/\p{White_Space}+/gu, ' ');
  const { hashtags = noLimit, mentions = noLimit } = rules.text;
  const fewer = hashtagsOf(text) <= hashtags.max ? text : withHashtags(text, hashtags.max);
  const said = fits(fewer, room) ? fewer : shorten(fewer, room, locale);
  const hasRoom = (longer: string) => fits(longer, room) && mentionsIn(longer) <= mentions.max;
  return withMentions(said, rules.kind, mentionable, hasRoom);
}

const noLimit = { max: Infinity };

/** The picture of an entry that goes with its copies; null where it has none in the media library. */
export function coverOf({ roles, pictures }: EntryContent): CopyPicture | null {
  const cover = roles.cover ?? pictures[0];
  if (!cover || cover.hash === null || cover.url === '') return null;
  return { hash: cover.hash, url: cover.url, alt: cover.alt ?? '' };
}

/** With an alt text as long as the network takes it. */
const within = ({ pictures }: ChannelRules, cover: CopyPicture, locale: string | null): CopyPicture => ({
  ...cover,
  alt: shorten(cover.alt, roomOf(pictures.altGraphemes), locale),
});

/** UTF-16 units that a copy holds of each part, whatever its channel takes. */
const longest = { text: 100_000, title: 1_000, description: 5_000, subject: 1_000, preheader: 1_000 };

const partRoom = (rules: ChannelRules, part: Exclude<TemplatePart, 'text'>): Room => ({
  ...roomOf(part === 'preheader' ? rules.preheader?.advised : rules[part]?.graphemes),
  units: longest[part],
});

const roomOf = (limit: Limit | undefined): Room => (limit === undefined ? {} : { graphemes: limit.max });

/** `link` is the address that goes behind the text, where it takes of the same room; pictures may leave less of it. */
const textRoom = (rules: ChannelRules, { link, pictures }: Pick<Copy, 'link' | 'pictures'>): Room => ({
  ...roomOf(textLimitOf(rules, pictures.length)),
  ...measureOf(rules.text, link),
  units: longest.text,
  ...(rules.text.utf8Bytes === undefined ? {} : { utf8Bytes: rules.text.utf8Bytes.max }),
});

function measureOf(
  { characters, inlineLinks }: ChannelRules['text'],
  link: string | null,
): Pick<Room, 'measure'> {
  if (characters) return { measure: (text) => characters.measure(text, link) };
  return inlineLinks ? { measure: (text) => inlineLength(text, link, inlineLinks) } : {};
}
