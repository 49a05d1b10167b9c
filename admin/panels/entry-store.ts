import { useEffect, useSyncExternalStore } from 'react';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import type { EntryPanel } from '../../src/governance/review/schema';
import type { BrandContext } from '../../src/governance/schema';
import { sharedApi } from '../api';
import { shelf, type Known } from '../shelf';

const entries = shelf<EntryPanel>((id) => {
  const key = entryKeyOf(id);
  return key ? sharedApi().entry(key) : Promise.reject(new Error(id));
});
const contexts = shelf<BrandContext>((id) => {
  const [uid = '', locale = ''] = id.split('|');
  return sharedApi().brandContext(uid, locale || null);
});

const nothing: Known<never> = {};

/** Where an entry stands; asked again when `version` changes, that is after each save. Null: not saved yet. */
export function useEntryPanel(key: EntryKey | null, version: string): Known<EntryPanel> {
  const id = key && entryIdOf(key);
  useEffect(() => {
    if (id) entries.look(id, version);
  }, [id, version]);
  return useSyncExternalStore(entries.watch, () => (id && entries.known.get(id)) || nothing);
}

/** Shows what a decision answered, everywhere at once. */
export const showPanel = (panel: EntryPanel): void => entries.put(entryIdOf(panel), { value: panel });

/** Asks again, for example after a refusal. */
export const refreshPanel = (key: EntryKey): void => entries.again(entryIdOf(key));

/** Kit, model and governance of a content type in a language, asked for once a page load; null asks nothing. */
export function useBrandContext(uid: string | null, locale: string | null): Known<BrandContext> {
  const id = uid && `${uid}|${locale ?? ''}`;
  useEffect(() => {
    if (id) contexts.look(id, '');
  }, [id]);
  return useSyncExternalStore(contexts.watch, () => (id && contexts.known.get(id)) || nothing);
}
