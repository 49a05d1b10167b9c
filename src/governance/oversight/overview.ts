import { apiPolicies } from './api';
import { contentPolicies } from './content';
import { dataPolicies } from './data';
import type { OversightFacts } from './facts';
import type { Mend, OversightView, Policy, PolicyState, PolicyView } from './schema';
import { securityPolicies } from './security';

/** Every policy that the page judges, in the order of its areas. */
export const policies: readonly Policy<OversightFacts>[] = [
  ...contentPolicies,
  ...dataPolicies,
  ...securityPolicies,
  ...apiPolicies,
];

/** Where each kind of mending is done; null where only the configuration of the server helps. */
const places: Readonly<Record<Mend, string | null>> = {
  settings: '/settings/presence/governance',
  'life-settings': '/settings/presence/life',
  life: '/plugins/presence/life?standing=overdue',
  reviews: '/plugins/presence/reviews/board',
  drift: '/plugins/presence/governance/uncovered',
  audit: '/plugins/presence/record',
  channels: '/plugins/presence/channels',
  subscribers: '/plugins/presence/subscribers',
  roles: '/settings/roles',
  people: '/settings/users',
  'public-roles': '/settings/users-permissions/roles',
  tokens: '/settings/api-tokens',
  webhooks: '/settings/presence/webhooks',
  key: null,
};

/** Every policy with what was found. */
export function overviewOf(facts: OversightFacts): OversightView {
  const judged = policies.map(({ id, area, mend, judge }): PolicyView => {
    const { state, said, values = {}, names = [], to } = judge(facts);
    return { id, area, state, said, values, names, mend: { kind: mend, to: to ?? places[mend] } };
  });
  const count = (state: PolicyState): number => judged.filter((policy) => policy.state === state).length;
  return {
    at: facts.now,
    counts: { kept: count('kept'), broken: count('broken'), unknown: count('unknown') },
    policies: judged,
    access: facts.api.access,
  };
}
