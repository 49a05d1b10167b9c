import { entryIdOf, type EntryKey } from '../../../../src/shared/entry-key';

/** So many things are remembered; what is beyond is found by the look of the next day. */
const most = 20_000;

export type Awaited = ReturnType<typeof awaited>;

/** Which entries are to be checked again when something becomes known: whether a link is alive, what a picture shows. */
export function awaited() {
  const waiting = new Map<string, Map<string, EntryKey>>();
  return {
    note(key: EntryKey, things: readonly string[]): void {
      for (const thing of things) {
        if (waiting.size >= most && !waiting.has(thing)) return;
        const keys = waiting.get(thing) ?? new Map<string, EntryKey>();
        waiting.set(thing, keys.set(entryIdOf(key), key));
      }
    },

    /** The entries that waited for any of these; they wait no more. */
    take(things: readonly string[]): EntryKey[] {
      const keys = new Map<string, EntryKey>();
      for (const thing of things) {
        for (const [id, key] of waiting.get(thing) ?? []) keys.set(id, key);
        waiting.delete(thing);
      }
      return [...keys.values()];
    },
  };
}
