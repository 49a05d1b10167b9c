import { getFetchClient } from '@strapi/strapi/admin';

/** Milliseconds between two looks while the page is seen. */
const every = 60_000;

let count = 0;
let askedAt = -Infinity;
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

/** How many notices wait, as far as known. */
export const unread = (): number => count;

/** What a page that just read notices knows better than the last look. */
export function setUnread(next: number): void {
  if (next === count) return;
  count = next;
  watchers.forEach((tell) => tell());
}

/** Looks now, unless somebody just did. */
async function look(): Promise<void> {
  if (document.hidden || Date.now() - askedAt < every / 2) return;
  askedAt = Date.now();
  try {
    const { data } = await getFetchClient().get<{ unread: number }>('/presence/notices/count');
    setUnread(data.unread);
  } catch {
    // A bell that cannot ask shows what it knew; the page of notices says what is wrong.
  }
}

const lookNow = () => void look();

/** Strapi makes the links of its menu anew on every navigation, so the count outlives each bell. */
export function watchUnread(tell: () => void): () => void {
  watchers.add(tell);
  if (watchers.size === 1) {
    lookNow();
    timer = setInterval(lookNow, every);
    document.addEventListener('visibilitychange', lookNow);
  }
  return () => {
    watchers.delete(tell);
    if (watchers.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookNow);
  };
}
