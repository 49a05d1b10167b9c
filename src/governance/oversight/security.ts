import { judgeLook } from './content';
import type { OversightFacts } from './facts';
import type { Policy } from './schema';

const dayInMs = 86_400_000;
const oldestSecret = 365;
const longestAway = 90;
/** So many refused tries in a week are somebody who guesses. */
const mostRefused = 20;
const fewestApprovers = 2;

/** The permissions that let somebody go past others. */
export const powers = ['publish.emergency', 'channels.manage', 'settings.manage'] as const;
export const approving = 'review.approve';

/** Policies about secrets and about who may do what. */
export const securityPolicies: readonly Policy<OversightFacts>[] = [
  {
    id: 'encryption',
    area: 'security',
    mend: 'key',
    judge: ({ security: { hasKey } }) =>
      hasKey ? { state: 'kept', said: 'kept' } : { state: 'broken', said: 'broken' },
  },
  {
    id: 'credentials',
    area: 'security',
    mend: 'channels',
    judge: ({ security: { channels }, now }) => {
      const days = (at: number): number => Math.floor(Math.max(0, now - at) / dayInMs);
      const kept = channels.flatMap(({ name, secretAt }) =>
        secretAt === null ? [] : [{ name, days: days(secretAt) }],
      );
      const old = kept.filter(({ days: age }) => age > oldestSecret);
      if (kept.length === 0) return { state: 'kept', said: 'empty' };
      const oldest = Math.max(...kept.map(({ days: age }) => age));
      return old.length > 0
        ? {
            state: 'broken',
            said: 'broken',
            values: { count: old.length, oldest },
            names: old.map(({ name }) => name),
          }
        : { state: 'kept', said: 'kept', values: { count: kept.length, oldest } };
    },
  },
  {
    id: 'channels',
    area: 'security',
    mend: 'channels',
    judge: ({ security: { channels } }) => {
      if (channels.length === 0) return { state: 'unknown', said: 'none' };
      const out = channels.filter(({ isReady }) => !isReady).map(({ name }) => name);
      if (out.length > 0)
        return { state: 'broken', said: 'broken', values: { count: out.length }, names: out };
      const last = Math.max(...channels.map(({ deliveredAt }) => deliveredAt ?? 0));
      return last === 0
        ? { state: 'kept', said: 'new', values: { count: channels.length } }
        : { state: 'kept', said: 'kept', values: { count: channels.length, at: last } };
    },
  },
  {
    id: 'approvers',
    area: 'security',
    mend: 'roles',
    judge: ({ security: { holders }, content: { fourEyes } }) => {
      const names = holders[approving] ?? [];
      const values = { count: names.length };
      if (names.length === 0) return { state: 'broken', said: 'nobody' };
      if (fourEyes && names.length < fewestApprovers) return { state: 'broken', said: 'one', values, names };
      return { state: 'kept', said: 'kept', values, names };
    },
  },
  {
    id: 'powers',
    area: 'security',
    mend: 'roles',
    judge: ({ security: { holders, people } }) => {
      const held = powers.filter((power) => (holders[power] ?? []).length > 0);
      const names = held.map((power) => `${power}: ${(holders[power] ?? []).join(', ')}`);
      const all = people.length;
      const tooMany = all > 2 && held.some((power) => (holders[power] ?? []).length >= all);
      return tooMany
        ? { state: 'broken', said: 'broken', values: { all }, names }
        : { state: 'kept', said: 'kept', values: { count: held.length }, names };
    },
  },
  {
    id: 'idle-people',
    area: 'security',
    mend: 'people',
    judge: ({ security: { people, watchedSince }, now }) => {
      const before = now - longestAway * dayInMs;
      const idle = people.filter(
        ({ seenAt, createdAt }) => createdAt < before && (seenAt === null || seenAt < before),
      );
      // Nobody saw them, but nobody looked for long enough either.
      const isWatched = watchedSince !== null && watchedSince <= before;
      const sure = idle.filter(({ seenAt }) => seenAt !== null || isWatched);
      if (sure.length > 0)
        return {
          state: 'broken',
          said: 'broken',
          values: { count: sure.length },
          names: sure.map(({ name }) => name),
        };
      if (idle.length > 0)
        return {
          state: 'unknown',
          said: 'young',
          values: {
            days: watchedSince === null ? 0 : Math.max(0, Math.floor((now - watchedSince) / dayInMs)),
          },
        };
      return { state: 'kept', said: 'kept', values: { count: people.length } };
    },
  },
  {
    id: 'links',
    area: 'security',
    mend: 'audit',
    judge: ({ security: { refusedLinks: count } }) =>
      count > mostRefused
        ? { state: 'broken', said: 'broken', values: { count } }
        : { state: 'kept', said: 'kept', values: { count } },
  },
  {
    id: 'webhooks',
    area: 'security',
    mend: 'webhooks',
    judge: ({ security: { failingWebhooks: names, webhooks: count } }) => {
      if (names === null) return { state: 'unknown', said: 'none' };
      return names.length > 0
        ? { state: 'broken', said: 'broken', values: { count: names.length }, names }
        : { state: 'kept', said: 'kept', values: { count } };
    },
  },
  {
    id: 'audit',
    area: 'security',
    mend: 'audit',
    judge: ({ security: { audit }, now }) => judgeLook(audit, now),
  },
];
