import type { EntryContent } from '../content/schema';
import type { EntryKey } from '../shared/entry-key';

const parts = /\{([A-Za-z_][\w-]*)\}/g;

/** The names in braces that an address pattern asks for: `/{locale}/{slug}` gives `locale` and `slug`. */
export const partsOf = (pattern: string): string[] =>
  [...pattern.matchAll(parts)].flatMap(([, name]) => name ?? []);

/**
 * The address of an entry's page: `{locale}`, `{slug}`, `{documentId}` and any short field of the entry, each encoded
 * for a path. Null where the entry lacks a part, or the pattern is only a path and there is no site to put before it.
 */
export function pageUrlOf(
  pattern: string,
  baseUrl: string,
  key: EntryKey,
  content: Pick<EntryContent, 'fields' | 'roles'>,
): string | null {
  const values: Record<string, string | null | undefined> = {
    ...content.fields,
    slug: content.roles.slug ?? content.fields['slug'],
    locale: key.locale,
    documentId: key.documentId,
  };
  const names = partsOf(pattern);
  if (names.some((name) => !values[name])) return null;
  const filled = pattern.replace(parts, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  if (!filled.startsWith('/')) return filled;
  return baseUrl === '' ? null : `${baseUrl}${filled}`;
}
