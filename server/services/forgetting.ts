import type { ChannelsStore } from '../stores/channels';

/** The store of channels, with what is held in memory dropped after each change. */
export function forgetting(store: ChannelsStore, forget: () => void): ChannelsStore {
  const after =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await act(...args);
      } finally {
        forget();
      }
    };
  return {
    ...store,
    insert: after(store.insert),
    adjust: after(store.adjust),
    replace: after(store.replace),
    renew: after(store.renew),
    mark: after(store.mark),
    tested: after(store.tested),
    remove: after(store.remove),
  };
}
