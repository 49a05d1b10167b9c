import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);
const users = z.array(
  z.object({ id, email: z.string(), firstname: z.string().nullish(), lastname: z.string().nullish() }),
);
const roles = z.array(z.object({ code: z.string(), name: z.string() }));

const active = { isActive: true, blocked: { $ne: true } };

export type OwnersStore = ReturnType<typeof ownersStore>;

/** Who can look after entries: roles and people of the admin panel, as `role:CODE` and `user:E-MAIL`. */
export const ownersStore = (db: Core.Strapi['db']) => ({
  async all(): Promise<{ owner: string; name: string }[]> {
    const people = users.parse(
      await db.query('admin::user').findMany({ where: active, orderBy: { email: 'asc' } }),
    );
    const groups = roles.parse(await db.query('admin::role').findMany({ orderBy: { name: 'asc' } }));
    return [
      ...groups.map(({ code, name }) => ({ owner: `role:${code}`, name })),
      ...people.map(({ email, firstname, lastname }) => ({
        owner: `user:${email}`,
        name: [firstname, lastname].filter(Boolean).join(' ') || email,
      })),
    ];
  },

  /** Ids of the active admin users behind an owner; none where they are gone. */
  async idsOf(owner: string): Promise<string[]> {
    const name = owner.slice(owner.indexOf(':') + 1);
    const where = owner.startsWith('role:') ? { roles: { code: name } } : { email: name.toLowerCase() };
    const found = await db
      .query('admin::user')
      .findMany({ where: { ...active, ...where }, select: ['id', 'email'] });
    return users.parse(found).map((user) => user.id);
  },
});
