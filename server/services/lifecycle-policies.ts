import type { ContentModel } from '../../src/content/schema';
import { policiesProblem } from '../../src/governance/lifecycle/policies';
import {
  lifePolicies,
  noPolicy,
  type LifePolicies,
  type LifePolicy,
} from '../../src/governance/lifecycle/schema';
import type { Settings } from '../../src/governance/settings';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { OptionsStore } from '../stores/options';
import type { OwnersStore } from '../stores/owners';
import type { Audit } from './audit';
import { cached } from './cached';
import type { Transaction } from './transaction';

const option = 'life-policies';

interface Deps {
  readonly options: OptionsStore;
  readonly owners: OwnersStore;
  readonly models: () => readonly ContentModel[];
  readonly settings: () => Promise<Pick<Settings, 'governed'>>;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

export type LifecyclePolicies = ReturnType<typeof lifecyclePolicies>;

/** What holds for published entries of each type. Read from memory, at most a second behind what another instance saved. */
export function lifecyclePolicies({ options, owners, models, settings, audit, transaction, now }: Deps) {
  const held = cached(async () => lifePolicies.parse((await options.get(option)) ?? {}), now);

  const policies = {
    get: (): Promise<LifePolicies> => held.get(),

    of: async (uid: string): Promise<LifePolicy> => (await held.get())[uid] ?? noPolicy,

    /** Types whose entries have a life that we follow: those with a policy, and the governed ones. */
    async followed(): Promise<string[]> {
      const known = new Set(models().map(({ uid }) => uid));
      const named = [...Object.keys(await held.get()), ...(await settings()).governed];
      return [...new Set(named)].filter((uid) => known.has(uid));
    },

    /** Saves all policies or none; `next` is what the request brought. */
    async save(next: unknown, actor: Actor): Promise<Result<LifePolicies>> {
      const parsed = lifePolicies.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const known = new Set((await owners.all()).map(({ owner }) => owner));
      const problem = policiesProblem(parsed.data, models(), known);
      if (problem) return fail(problem);
      const before = await held.get();
      await transaction(async () => {
        await options.set(option, parsed.data);
        await audit.record({
          kind: 'lifecycle.policies',
          actor,
          details: { before, after: parsed.data },
        });
      });
      held.forget();
      return ok(parsed.data);
    },
  };
  return policies;
}
