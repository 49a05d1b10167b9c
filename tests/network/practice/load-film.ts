import type { LoadFilm } from '../../../server/practice/meta/films';
import { fileOf } from '../../unit/video/film';

/** What was loaded, by its address. */
export interface LoadedFilm {
  readonly url: string;
  readonly type: string | null;
  readonly bytes: Buffer;
}

/**
 * Loads films as a network does that is given their address: it asks how heavy one is, then loads all of it.
 *
 * @param hosts where names lead that no resolver knows: `https://cms.bakery.test` to `http://127.0.0.1:4000`.
 */
export function filmLoader(hosts: Readonly<Record<string, string>>, loaded: LoadedFilm[]): LoadFilm {
  return async (url) => {
    const { origin, pathname } = new URL(url);
    const address = `${hosts[origin] ?? origin}${pathname}`;
    try {
      const head = await fetch(address, { method: 'HEAD' });
      const answer = head.ok ? await fetch(address) : head;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isWhole = head.headers.get('content-length') === String(bytes.length);
      if (!head.ok || answer.status !== 200 || !isWhole) return null;
      loaded.push({ url, type: answer.headers.get('content-type'), bytes });
      return fileOf(bytes);
    } catch {
      return null;
    }
  };
}
