import type { CampaignState, PublicationState } from '../schema';

/** What makes a campaign stand somewhere: a publication in one state of each group, and none that rules it out. */
export interface CampaignCase {
  readonly state: CampaignState;
  readonly some: readonly (readonly PublicationState[])[];
  readonly none: readonly PublicationState[];
}

const forPeople = ['rejected', 'unknown', 'asking', 'held', 'parked'] as const;
const out = ['delivered', 'recalled'] as const;
const over = ['cancelled', 'skipped'] as const;
const busy = [...forPeople, 'running', 'scheduled'] as const;

/** Where a campaign stands, from the states of its publications: what needs a person comes first. Exactly one case fits. */
export const campaignCases: readonly CampaignCase[] = [
  { state: 'attention', some: [forPeople], none: [] },
  { state: 'running', some: [['running']], none: forPeople },
  { state: 'running', some: [['scheduled'], ['delivered']], none: [...forPeople, 'running'] },
  { state: 'waiting', some: [['scheduled']], none: [...forPeople, 'running', 'delivered'] },
  { state: 'done', some: [out], none: busy },
  { state: 'draft', some: [['draft']], none: [...busy, ...out] },
  { state: 'draft', some: [], none: [...busy, ...out, ...over, 'draft'] },
  { state: 'cancelled', some: [over], none: [...busy, ...out, 'draft'] },
];

export function campaignStateOf(states: readonly PublicationState[]): CampaignState {
  const has = (wanted: readonly PublicationState[]): boolean =>
    states.some((state) => wanted.includes(state));
  const found = campaignCases.find(({ some, none }) => some.every(has) && !has(none));
  if (!found) throw new Error(`no case for a campaign with publications in ${states.join(', ')}`);
  return found.state;
}
