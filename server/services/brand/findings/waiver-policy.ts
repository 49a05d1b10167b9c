import { waiverPolicy, type WaiverPolicy } from '../../../../src/brand/findings/schema';
import type { Actor } from '../../../../src/shared/actor';
import type { OptionsStore } from '../../../stores/options';
import type { Audit } from '../../audit';
import type { Transaction } from '../../transaction';

const option = 'brand-waiver-policy';

export interface WaiverPolicyDeps {
  readonly options: OptionsStore;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
}

export type WaiverPolicies = ReturnType<typeof waiverPolicies>;

/** Who may waive, and for how long. */
export function waiverPolicies({ options, audit, transaction }: WaiverPolicyDeps) {
  const get = async (): Promise<WaiverPolicy> => waiverPolicy.parse((await options.get(option)) ?? {});
  return {
    get,

    async save(after: WaiverPolicy, actor: Actor): Promise<WaiverPolicy> {
      await transaction(async () => {
        const before = await get();
        await options.set(option, after);
        await audit.record({ kind: 'brand-waiver.policy', actor, details: { before, after } });
      });
      return after;
    },
  };
}
