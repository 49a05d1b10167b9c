import type { OversightFacts } from './facts';
import type { AccessView, Policy, Reach, Verdict } from './schema';

const dayInMs = 86_400_000;
const longestUnused = 90;

const writersBy = (access: readonly AccessView[], isWanted: (reach: Reach) => boolean) =>
  access.flatMap(({ name, writers }) => writers.filter(isWanted).map((reach) => ({ type: name, reach })));

function judgeWriters(found: readonly { type: string; reach: Reach }[], types: number): Verdict {
  const [first] = found;
  if (!first) return { state: 'kept', said: 'kept', values: { types } };
  return {
    state: 'broken',
    said: 'broken',
    values: { count: found.length },
    names: found.map(({ type, reach }) => `${type}: ${reach.actions.join(', ')} (${reach.name})`),
    to: first.reach.to,
  };
}

/** Policies about who reaches governed types from outside. */
export const apiPolicies: readonly Policy<OversightFacts>[] = [
  {
    id: 'public-writes',
    area: 'api',
    mend: 'public-roles',
    judge: ({ api: { access, hasAccounts } }) => {
      if (!hasAccounts) return { state: 'kept', said: 'empty' };
      if (access.length === 0) return { state: 'unknown', said: 'none' };
      return judgeWriters(
        writersBy(access, ({ isPublic }) => isPublic),
        access.length,
      );
    },
  },
  {
    id: 'account-writes',
    area: 'api',
    mend: 'public-roles',
    judge: ({ api: { access, hasAccounts } }) => {
      if (!hasAccounts) return { state: 'kept', said: 'empty' };
      if (access.length === 0) return { state: 'unknown', said: 'none' };
      return judgeWriters(
        writersBy(access, ({ kind, isPublic }) => kind === 'role' && !isPublic),
        access.length,
      );
    },
  },
  {
    id: 'full-tokens',
    area: 'api',
    mend: 'tokens',
    judge: ({ api: { tokens } }) => {
      const names = tokens.filter(({ isFull }) => isFull).map(({ name }) => name);
      return names.length > 0
        ? { state: 'broken', said: 'broken', values: { count: names.length }, names }
        : { state: 'kept', said: 'kept', values: { count: tokens.length } };
    },
  },
  {
    id: 'old-tokens',
    area: 'api',
    mend: 'tokens',
    judge: ({ api: { tokens }, now }) => {
      if (tokens.length === 0) return { state: 'kept', said: 'empty' };
      const isOver = (at: number | null): boolean => at !== null && at <= now;
      const names = tokens
        .filter(({ expiresAt }) => !isOver(expiresAt))
        .filter(({ usedAt, createdAt }) => (usedAt ?? createdAt) < now - longestUnused * dayInMs)
        .map(({ name }) => name);
      return names.length > 0
        ? { state: 'broken', said: 'broken', values: { count: names.length }, names }
        : { state: 'kept', said: 'kept', values: { count: tokens.length } };
    },
  },
  {
    id: 'endless-tokens',
    area: 'api',
    mend: 'tokens',
    judge: ({ api: { tokens } }) => {
      if (tokens.length === 0) return { state: 'kept', said: 'empty' };
      const names = tokens.filter(({ expiresAt }) => expiresAt === null).map(({ name }) => name);
      return names.length > 0
        ? { state: 'broken', said: 'broken', values: { count: names.length }, names }
        : { state: 'kept', said: 'kept', values: { count: tokens.length } };
    },
  },
];
