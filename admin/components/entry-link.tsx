import { useEffect, useSyncExternalStore } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@strapi/design-system';
import type { ContentTypeView } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { sharedApi } from '../api';
import { shelf } from '../shelf';

// Only the content types know which of them have a single entry, and those are edited under another address.
const types = shelf<readonly ContentTypeView[]>(() => sharedApi().contentTypes());

/** Where the Content Manager edits an entry. */
export function useEditPath(): (entry: EntryKey) => string {
  useEffect(() => types.look('all', ''), []);
  const known = useSyncExternalStore(types.watch, () => types.known.get('all'));
  return ({ uid, documentId, locale }) => {
    const isSingle = known?.value?.find((type) => type.uid === uid)?.kind === 'singleType';
    const query = locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : '';
    return isSingle
      ? `/content-manager/single-types/${uid}${query}`
      : `/content-manager/collection-types/${uid}/${documentId}${query}`;
  };
}

/** An entry's title, leading to its edit view. */
export function EntryLink({ entry, title }: { entry: EntryKey; title: string }) {
  const pathOf = useEditPath();
  return (
    <Link tag={RouterLink} to={pathOf(entry)}>
      {title}
    </Link>
  );
}
