import type { PublicationView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';

const soon = 60_000;

/** How soon to look again: fast while something runs, now and then while something is due within the minute or corrected. */
export function nextLook(page: Page<PublicationView>, now: number): number {
  if (page.items.some(({ state }) => state === 'running')) return 2_000;
  if (page.items.some(({ state, nextAt }) => state === 'scheduled' && (nextAt ?? Infinity) - now < soon))
    return 5_000;
  if (page.items.some(({ correction }) => correction?.state === 'waiting')) return 5_000;
  return 30_000;
}
