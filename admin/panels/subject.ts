import { useQueryParams } from '@strapi/strapi/admin';
import type { EntryKey } from '../../src/shared/entry-key';

/** The part of what the Content Manager hands to panels and actions that we look at. */
interface Subject {
  readonly model: string;
  readonly documentId?: string | undefined;
  readonly document?: Readonly<Record<string, unknown>> | undefined;
}

/** Which saved entry is open, and a text that changes with each save. */
export function useSubject({ model, documentId, document }: Subject): {
  readonly entry: EntryKey | null;
  /** Of the form, also before it is saved. */
  readonly locale: string | null;
  readonly version: string;
} {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const text = (name: string) => (typeof document?.[name] === 'string' ? document[name] : null);
  const id = documentId ?? text('documentId');
  const locale =
    text('locale') ?? (document?.['locale'] === null ? null : (query.plugins?.i18n?.locale ?? null));
  // A locale that was never saved has an empty document.
  if (!model.startsWith('api::') || !id || !document?.['id']) return { entry: null, locale, version: '' };
  return {
    locale,
    entry: { uid: model, documentId: id, locale },
    version: `${text('updatedAt') ?? ''} ${text('publishedAt') ?? ''} ${text('status') ?? ''}`,
  };
}
