import type { PeopleView } from '../../../src/governance/board/schema';
import type { PeopleStore } from '../../stores/people';
import { cached } from '../cached';

export interface ColleaguesDeps {
  readonly store: PeopleStore;
  /** Ids of the admin users behind a principal that names several: `role:…` or `may:…`. */
  readonly behind: (principal: string) => Promise<readonly string[]>;
  readonly now: () => number;
}

export type Colleagues = ReturnType<typeof colleagues>;

/** The people and roles of the house, as principals name them. */
export function colleagues({ store, behind, now }: ColleaguesDeps) {
  const held = cached(async () => ({ users: await store.users(), roles: await store.roles() }), now);

  return {
    async all(): Promise<PeopleView> {
      const { users, roles } = await held.get();
      return {
        users: users.map(({ id, name, email }) => ({ id, name, principal: `user:${email}` })),
        roles: roles.map(({ name, code }) => ({ name, principal: `role:${code}` })),
      };
    },

    /** What people call each principal; null for one that nobody stands behind any more. */
    async names(): Promise<(principal: string) => string | null> {
      const { users, roles } = await this.all();
      const names = new Map([...users, ...roles].map(({ principal, name }) => [principal, name]));
      return (principal) => names.get(principal) ?? null;
    },

    /** Ids of the admin users behind these principals, each once; `id:<id>` is one of them. */
    async idsOf(principals: readonly string[]): Promise<string[]> {
      const { users } = await held.get();
      const ids = new Set<string>();
      for (const principal of principals) {
        if (principal.startsWith('id:')) ids.add(principal.slice(3));
        else if (principal.startsWith('user:'))
          for (const { id, email } of users) if (`user:${email}` === principal) ids.add(id);
        if (/^(role|may):/.test(principal)) for (const id of await behind(principal)) ids.add(id);
      }
      const known = new Set(users.map(({ id }) => id));
      return [...ids].filter((id) => known.has(id));
    },
  };
}
