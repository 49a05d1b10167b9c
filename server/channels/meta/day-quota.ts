import type { Outcome } from '../../../src/channels/channel';
import type { Outgoing } from '../../http/outgoing';
import { graphValue } from './graph';
import type { MetaProfile } from './sessions';
import { publishingLimit } from './two-step-test';

/** The quota counts 24 hours that move along: a place is free again before long. */
const quotaWait = 3_600_000;

/** How a try ends where the profile has posted as much as its network takes in 24 hours; null: there is room. */
export async function fullDay(
  http: Outgoing,
  ready: MetaProfile,
  limitAt: string,
  now: () => number,
): Promise<Outcome | null> {
  const [used] = graphValue(await publishingLimit(http, ready, limitAt, now), 'read', now()).data;
  if (!used?.config || used.quota_usage < used.config.quota_total) return null;
  return {
    kind: 'parked',
    code: 'meta.day-quota',
    message: `${ready.network} takes no more posts of this profile in these 24 hours. It goes on by itself.`,
    until: now() + quotaWait,
  };
}
