import type { PublicationState } from '../schema';
import { stages } from '../status';
import { clashItems } from './clash';
import { costItems } from './cost';
import type { PreflightFacts } from './facts';
import type { Found } from './finding';
import { gateItems } from './gate';
import type { PreflightItem, PreflightSeverity } from './schema';
import { standingItems } from './standing';
import { outsideItems } from './outside';
import { wordingItems } from './wording';

interface Look {
  readonly code: string;
  /** What is said where nothing was found. */
  readonly fine: string;
  readonly items: (facts: PreflightFacts) => Found[];
}

const looks: readonly Look[] = [
  { code: 'preflight.standing-fine', fine: 'It has its time, and nobody stopped it.', items: standingItems },
  { code: 'preflight.gate-fine', fine: 'The entry may go out.', items: gateItems },
  { code: 'preflight.wording-fine', fine: 'The copy fits its channel and the brand.', items: wordingItems },
  {
    code: 'preflight.outside-fine',
    fine: 'Links, pictures and the channel are in order.',
    items: outsideItems,
  },
  {
    code: 'preflight.clash-fine',
    fine: 'Its time collides with nothing.',
    items: ({ publication, clash, zone }) => clashItems(publication.dueAt, clash, zone),
  },
  {
    code: 'preflight.cost-fine',
    fine: 'It costs no more than planned.',
    items: ({ cost }) => costItems(cost),
  },
];

/** States in which "will it go out?" is a question. */
export const isAsked = (state: PublicationState): boolean => stages[state].isOpen;

const rank: Readonly<Record<PreflightSeverity, number>> = { red: 0, amber: 1, green: 2 };

/** Will it go out? What is in the way, what to look at, and what is fine; the gravest first. */
export function preflightOf(facts: PreflightFacts): PreflightItem[] {
  const { key: publication } = facts.publication;
  return looks
    .flatMap(({ code, fine, items }): Found[] => {
      const found = once(items(facts));
      return found.length > 0 ? found : [{ code, severity: 'green', message: fine, values: {}, fix: null }];
    })
    .map((item) => ({ ...item, publication }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}

const once = (items: readonly Found[]): Found[] => [
  ...new Map(items.map((item) => [`${item.code} ${item.message}`, item])).values(),
];

/** The gravest of many; green where there is nothing to say. */
export const verdictOf = (severities: readonly PreflightSeverity[]): PreflightSeverity =>
  (['red', 'amber'] as const).find((one) => severities.includes(one)) ?? 'green';
