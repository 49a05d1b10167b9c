import type { LastLook, OversightFacts } from './facts';
import type { Policy, Verdict } from './schema';

/** A look that is older than this says nothing about today, in milliseconds. */
const fresh = 8 * 86_400_000;

/** The verdict on something that a check counts now and then. */
export function judgeLook(look: LastLook, now: number): Verdict {
  if (look === null) return { state: 'unknown', said: 'never' };
  const values = { at: look.at, count: look.found };
  if (look.found > 0) return { state: 'broken', said: 'broken', values };
  // A look that is still to come was made by a clock that ran ahead.
  return look.at < now - fresh || look.at > now + fresh
    ? { state: 'unknown', said: 'old', values }
    : { state: 'kept', said: 'kept', values };
}

/** Policies about what is published. */
export const contentPolicies: readonly Policy<OversightFacts>[] = [
  {
    id: 'governed',
    area: 'content',
    mend: 'settings',
    judge: ({ content: { governed, types } }) =>
      governed.length === 0
        ? { state: 'broken', said: 'broken', values: { types } }
        : { state: 'kept', said: 'kept', values: { count: governed.length, types }, names: governed },
  },
  {
    id: 'four-eyes',
    area: 'content',
    mend: 'settings',
    judge: ({ content: { fourEyes } }) =>
      fourEyes ? { state: 'kept', said: 'kept' } : { state: 'broken', said: 'broken' },
  },
  {
    id: 'exceptions',
    area: 'content',
    mend: 'audit',
    judge: ({ content: { exceptions: count } }) =>
      count > 0 ? { state: 'broken', said: 'broken', values: { count } } : { state: 'kept', said: 'kept' },
  },
  {
    id: 'approved',
    area: 'content',
    mend: 'drift',
    judge: ({ content: { drift, governed }, now }) =>
      governed.length === 0 ? { state: 'unknown', said: 'none' } : judgeLook(drift, now),
  },
  {
    id: 'reviews-in-time',
    area: 'content',
    mend: 'reviews',
    judge: ({ content: { overdueReviews: count, governed } }) => {
      if (governed.length === 0) return { state: 'unknown', said: 'none' };
      return count > 0
        ? { state: 'broken', said: 'broken', values: { count } }
        : { state: 'kept', said: 'kept' };
    },
  },
  {
    id: 'looked-at',
    area: 'content',
    mend: 'life',
    judge: ({ content: { life } }) => {
      if (life.dated === 0 && life.overdue === 0)
        return { state: 'unknown', said: 'none', values: { live: life.live } };
      return life.overdue > 0
        ? { state: 'broken', said: 'broken', values: { count: life.overdue, live: life.live } }
        : { state: 'kept', said: 'kept', values: { live: life.live } };
    },
  },
  {
    id: 'owners',
    area: 'content',
    mend: 'life-settings',
    judge: ({ content: { life } }) => {
      if (life.gone.length > 0) return { state: 'broken', said: 'gone', names: life.gone };
      if (life.ownerless > 0) return { state: 'broken', said: 'broken', values: { count: life.ownerless } };
      return life.dated === 0 ? { state: 'unknown', said: 'none' } : { state: 'kept', said: 'kept' };
    },
  },
];
