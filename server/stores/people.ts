import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { personOfUser } from '../actor';

const userRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  email: z.string().nullish(),
});
const roleRow = z.object({ code: z.string(), name: z.string() });

/** An admin user who can sign in. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** In small letters. */
  readonly email: string;
}

export type PeopleStore = ReturnType<typeof peopleStore>;

/** Whom work can be given to: the admin users who can sign in, and the Strapi roles. */
export const peopleStore = (db: Core.Strapi['db']) => ({
  async users(): Promise<Colleague[]> {
    const found: unknown = await db.query('admin::user').findMany({
      where: { isActive: true, $or: [{ blocked: false }, { blocked: null }] },
      orderBy: [{ firstname: 'asc' }, { lastname: 'asc' }, { id: 'asc' }],
    });
    return z
      .array(z.unknown())
      .parse(found)
      .map((one) => {
        const { id, email } = userRow.parse(one);
        return { id, name: personOfUser(one)?.name ?? '', email: (email ?? '').toLowerCase() };
      });
  },

  async roles(): Promise<{ code: string; name: string }[]> {
    return z.array(roleRow).parse(await db.query('admin::role').findMany({ orderBy: { name: 'asc' } }));
  },
});
