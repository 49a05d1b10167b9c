import type { LifeStanding } from '../../../src/governance/lifecycle/schema';
import type { LifeFilter } from '../../life-api';

export const standings: readonly LifeStanding[] = ['overdue', 'soon', 'later', 'none', 'archived'];
export const trends = ['halved', 'holding', 'unknown'] as const;

/** What the address of the page narrows the list to; what it does not know is left out. */
export function filterOf(params: URLSearchParams): LifeFilter {
  const text = (name: string): string | undefined => params.get(name) || undefined;
  return {
    standing: standings.find((each) => each === params.get('standing')),
    trend: trends.find((each) => each === params.get('trend')),
    uid: text('uid'),
    owner: text('owner'),
    on: text('on'),
    q: text('q'),
  };
}
