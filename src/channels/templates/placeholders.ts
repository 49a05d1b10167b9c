import type { EntryContent } from '../../content/schema';
import type { Mentionable } from '../../shared/accounts';
import type { Value } from './language';
import type { CopySource } from './schema';

const prose =
  (read: (source: CopySource) => string | null) =>
  (source: CopySource): Value => ({ text: read(source) ?? '', isWhole: false });
const whole =
  (read: (source: CopySource) => string | null) =>
  (source: CopySource): Value => ({ text: read(source) ?? '', isWhole: true });

/** What can stand in a template, beside `fields.…`. */
const placeholders: ReadonlyMap<string, (source: CopySource) => Value> = new Map([
  ['title', prose(({ title }) => title)],
  ['summary', prose(({ summary }) => summary)],
  ['opening', prose(({ opening }) => opening)],
  ['body', prose(({ body }) => body)],
  ['cover.alt', prose(({ coverAlt }) => coverAlt)],
  ['link', whole(({ link }) => link)],
  ['slug', whole(({ slug }) => slug)],
  ['canonicalUrl', whole(({ canonicalUrl }) => canonicalUrl)],
  ['campaign', prose(({ campaign }) => campaign)],
  ['channel', whole(({ channel }) => channel)],
  ['locale', whole(({ locale }) => locale)],
]);

const fieldsPrefix = 'fields.';

/** The names that every template can use; what an entry has beside them is `fields.` and the path of the field. */
export const placeholderNames: readonly string[] = [...placeholders.keys(), `${fieldsPrefix}…`];

export const isPlaceholder = (name: string): boolean =>
  placeholders.has(name) || (name.startsWith(fieldsPrefix) && name.length > fieldsPrefix.length);

/** The value of a placeholder as the entry has it; empty where it has none. */
export function valueOf(name: string, source: CopySource): Value {
  const read = placeholders.get(name);
  if (read) return read(source);
  const path = name.slice(fieldsPrefix.length);
  const text = Object.hasOwn(source.fields, path) ? source.fields[path] : undefined;
  return { text: text ?? '', isWhole: false };
}

/** What an entry gives to templates. `link` is the address of its page. */
export function sourceOf(
  content: EntryContent,
  link: string | null,
  names: {
    readonly channel?: string | null;
    readonly campaign?: string | null;
    readonly mentionable?: readonly Mentionable[];
  } = {},
): CopySource {
  const { roles, locale } = content;
  const { channel = null, campaign = null, mentionable = [] } = names;
  return {
    title: roles.title,
    summary: roles.summary,
    opening: content.texts.find(({ kind, role }) => kind === 'paragraph' && role !== 'title')?.text ?? null,
    body: bodyOf(content),
    coverAlt: (roles.cover ?? content.pictures[0])?.alt ?? null,
    slug: roles.slug,
    canonicalUrl: roles.canonicalUrl,
    fields: fieldsOf(content),
    ...{ link, channel, campaign, locale, mentionable },
  };
}

/** Everything that is read as the body, a paragraph each. */
function bodyOf({ texts }: EntryContent): string | null {
  const body = texts.filter(({ role, kind }) => role === 'body' && kind !== 'alt' && kind !== 'code');
  return body.length === 0 ? null : paragraphs(body.map(({ text }) => text));
}

/** Short values at the root, and other texts that play no part, by the path of their field. */
function fieldsOf({ fields, texts }: EntryContent): Record<string, string> {
  const found = new Map<string, string[]>();
  for (const { field, role, kind, text } of texts)
    if (role === null && kind !== 'alt' && kind !== 'code')
      found.set(field, [...(found.get(field) ?? []), text]);
  return {
    ...Object.fromEntries([...found].map(([field, list]) => [field, paragraphs(list)])),
    ...fields,
  };
}

const paragraphs = (list: readonly string[]): string =>
  list
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');
