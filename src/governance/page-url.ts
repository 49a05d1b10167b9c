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
  const values = new Map<string, string | null>([
    ...Object.entries(content.fields),
    [
      'slug',
      content.roles.slug ?? (Object.hasOwn(content.fields, 'slug') ? content.fields['slug'] : null) ?? null,
    ],
    ['locale', key.locale],
    ['documentId', key.documentId],
  ]);
  if (partsOf(pattern).some((name) => !values.get(name))) return null;
  const filled = pattern.replace(parts, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
  if (!filled.startsWith('/')) return filled;
  return baseUrl === '' ? null : `${baseUrl}${filled}`;
}
