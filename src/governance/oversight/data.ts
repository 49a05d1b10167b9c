import type { OversightFacts } from './facts';
import type { Policy } from './schema';

const dayInMs = 86_400_000;
/** The sweep runs every ten minutes; a day late means that it does not run. */
const leeway = dayInMs;
/** A key begins with its day, and may be kept until two days later. */
const keyLife = 2 * dayInMs;
const keyLeeway = 3_600_000;

/** Policies about what is kept of people. */
export const dataPolicies: readonly Policy<OversightFacts>[] = [
  {
    id: 'retention',
    area: 'data',
    mend: 'settings',
    judge: ({ data: { oldestTouchpoint, retentionDays }, now }) => {
      if (oldestTouchpoint === null) return { state: 'kept', said: 'empty', values: { days: retentionDays } };
      const age = Math.max(0, now - oldestTouchpoint);
      const values = { days: retentionDays, oldest: Math.floor(age / dayInMs) };
      return age > retentionDays * dayInMs + leeway
        ? { state: 'broken', said: 'broken', values }
        : { state: 'kept', said: 'kept', values };
    },
  },
  {
    id: 'visitor-keys',
    area: 'data',
    mend: 'settings',
    judge: ({ data: { oldestVisitorKey }, now }) => {
      if (oldestVisitorKey === null) return { state: 'kept', said: 'empty' };
      const hours = Math.floor(Math.max(0, now - oldestVisitorKey) / 3_600_000);
      return now - oldestVisitorKey > keyLife + keyLeeway
        ? { state: 'broken', said: 'broken', values: { hours } }
        : { state: 'kept', said: 'kept', values: { hours } };
    },
  },
  {
    id: 'consents',
    area: 'data',
    mend: 'subscribers',
    judge: ({ data: { subscribers, withoutProof } }) => {
      if (withoutProof > 0)
        return { state: 'broken', said: 'broken', values: { count: withoutProof, all: subscribers } };
      return subscribers === 0
        ? { state: 'kept', said: 'empty' }
        : { state: 'kept', said: 'kept', values: { all: subscribers } };
    },
  },
  {
    id: 'erasures',
    area: 'data',
    mend: 'subscribers',
    judge: ({ data: { erasures, leftovers } }) => {
      if (leftovers > 0)
        return { state: 'broken', said: 'broken', values: { count: leftovers, all: erasures } };
      return erasures === 0
        ? { state: 'kept', said: 'empty' }
        : { state: 'kept', said: 'kept', values: { all: erasures } };
    },
  },
];
