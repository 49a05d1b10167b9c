import type { OwnersStore } from '../stores/owners';
import type { LifecyclePolicies } from './lifecycle-policies';
import { toldCodes } from './lifecycle-words';
import type { NewNotice, Notices } from './notices';

interface Deps {
  readonly owners: Pick<OwnersStore, 'idsOf'>;
  readonly policies: Pick<LifecyclePolicies, 'of'>;
  readonly notices: Pick<Notices, 'settle'>;
}

/** Whom a notice is for; empty: everybody who sees notices. */
export type Addressed = Pick<NewNotice, 'to' | 'audience'>;

export type LifecycleOwners = ReturnType<typeof lifecycleOwners>;

/** Who is told about the entries of a type. */
export function lifecycleOwners({ owners, policies, notices }: Deps) {
  const all = {
    /** The owner; everybody where none is named, or the named one is gone. */
    async addressOf(uid: string): Promise<Addressed> {
      const { owner } = await policies.of(uid);
      const [id] = owner === null ? [] : await owners.idsOf(owner);
      if (owner === null || id === undefined) return {};
      return owner.startsWith('role:')
        ? { audience: { kind: 'roles', codes: [owner.slice('role:'.length)] } }
        : { to: id };
    },

    /** Somebody looked at the entry: what was told about it is over. */
    async settle(uid: string, entry: string): Promise<void> {
      const address = await all.addressOf(uid);
      const isEverybody = Object.keys(address).length === 0;
      for (const code of toldCodes) {
        await notices.settle({ code, entry });
        if (!isEverybody) await notices.settle({ code, entry, ...address });
      }
    },
  };
  return all;
}
