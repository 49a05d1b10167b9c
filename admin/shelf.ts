import { refusalOf, type Refusal } from './refusal';

/** What is known about something that several components look at. */
export interface Known<T> {
  readonly value?: T;
  readonly refusal?: Refusal;
}

/** Answers by key, asked for once however many look; a new version asks again and keeps the old answer meanwhile. */
export function shelf<T>(ask: (key: string) => Promise<T>) {
  const known = new Map<string, Known<T>>();
  const versions = new Map<string, string>();
  const watchers = new Set<() => void>();
  const put = (key: string, entry: Known<T>) => {
    known.set(key, entry);
    watchers.forEach((tell) => tell());
  };
  const look = (key: string, version: string) => {
    if (versions.get(key) === version) return;
    versions.set(key, version);
    ask(key).then(
      (value) => versions.get(key) === version && put(key, { value }),
      (error: unknown) =>
        versions.get(key) === version && put(key, { ...known.get(key), refusal: refusalOf(error) }),
    );
  };
  const watch = (tell: () => void) => {
    watchers.add(tell);
    return () => void watchers.delete(tell);
  };
  const again = (key: string) => {
    const version = versions.get(key) ?? '';
    versions.delete(key);
    look(key, version);
  };
  return { known, put, look, watch, again };
}
