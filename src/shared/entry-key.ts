/**
 * Which entry is meant: a Strapi document in one locale. The numeric row id is never a key, because
 * publishing deletes and recreates the published row.
 */
export interface EntryKey {
  /** Content type, such as `api::article.article`. */
  readonly uid: string;
  readonly documentId: string;
  /** IETF tag such as `en` or `de-AT`; null where the content type is not localized. */
  readonly locale: string | null;
}

/** One string for one entry, for columns and maps: `api::article.article|k3x…|en`; an absent locale is empty. */
export const entryIdOf = ({ uid, documentId, locale }: EntryKey): string =>
  `${uid}|${documentId}|${locale ?? ''}`;

/** The key behind `entryIdOf`; null where the string is not one. */
export function entryKeyOf(id: string): EntryKey | null {
  const [uid, documentId, locale, ...rest] = id.split('|');
  if (!uid || !documentId || locale === undefined || rest.length > 0) return null;
  return { uid, documentId, locale: locale === '' ? null : locale };
}
