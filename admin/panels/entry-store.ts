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
const contexts = shelf<BrandContext>((uid) => sharedApi().brandContext(uid));

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

/** Kit, model and governance of a content type, asked for once a page load; null asks nothing. */
export function useBrandContext(uid: string | null): Known<BrandContext> {
  useEffect(() => {
    if (uid) contexts.look(uid, '');
  }, [uid]);
  return useSyncExternalStore(contexts.watch, () => (uid && contexts.known.get(uid)) || nothing);
}
