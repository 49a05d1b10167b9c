import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);
const instant = z
  .union([z.number(), z.string(), z.date()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : new Date(value).getTime()));
const granted = z
  .array(z.object({ action: z.string() }))
  .nullish()
  .transform((permissions) => (permissions ?? []).map(({ action }) => action));

const token = z
  .object({
    id,
    name: z.string(),
    type: z.string().nullish(),
    kind: z.string().nullish(),
    expiresAt: instant,
    lastUsedAt: instant,
    createdAt: instant,
    permissions: granted,
  })
  .transform(({ lastUsedAt, createdAt, ...rest }) => ({
    ...rest,
    usedAt: lastUsedAt,
    createdAt: createdAt ?? 0,
  }));

const role = z.object({ id, name: z.string(), type: z.string().nullish(), permissions: granted });

const user = z.object({
  id,
  email: z.string(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  createdAt: instant,
});
const nameOf = ({ firstname, lastname, email }: z.output<typeof user>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;

const holding = z.array(
  z.object({
    action: z.string(),
    role: z
      .object({ users: z.array(z.looseObject({ isActive: z.unknown(), blocked: z.unknown() })).nullish() })
      .nullish(),
  }),
);

const accountRoles = 'plugin::users-permissions.role';

/** A token for machines. `permissions` counts only where the type is `custom`. */
export type ApiToken = z.output<typeof token>;
/** A role of the website's accounts; the one of type `public` is everybody who is not logged in. */
export type AccountRole = z.output<typeof role>;

export type AccessStore = ReturnType<typeof accessStore>;

/** Who may do what, as Strapi keeps it. Only read. */
export function accessStore(strapi: Core.Strapi) {
  const { db } = strapi;
  const hasAccounts = (): boolean => accountRoles in strapi.contentTypes;
  return {
    hasAccounts,

    /** Tokens of the content API. */
    async tokens(): Promise<ApiToken[]> {
      const found = await db
        .query('admin::api-token')
        .findMany({ populate: ['permissions'], orderBy: { name: 'asc' } });
      return z
        .array(token)
        .parse(found)
        .filter(({ kind }) => kind !== 'admin');
    },

    async roles(): Promise<AccountRole[]> {
      if (!hasAccounts()) return [];
      return z.array(role).parse(await db.query(accountRoles).findMany({ populate: ['permissions'] }));
    },

    /** Active people of the admin panel. */
    async people(): Promise<{ id: string; name: string; createdAt: number }[]> {
      const found = await db
        .query('admin::user')
        .findMany({ where: { isActive: true }, orderBy: { email: 'asc' } });
      return z
        .array(z.looseObject({ blocked: z.unknown() }))
        .parse(found)
        .filter(({ blocked }) => !blocked)
        .map((each) => user.parse(each))
        .map((each) => ({ id: each.id, name: nameOf(each), createdAt: each.createdAt ?? 0 }));
    },

    /** Names of the active people who hold each of these permissions. */
    async holders(actions: readonly string[]): Promise<Record<string, string[]>> {
      const found = await db.query('admin::permission').findMany({
        where: { action: { $in: [...actions] } },
        populate: { role: { populate: { users: true } } },
      });
      const names = new Map<string, Set<string>>(actions.map((action) => [action, new Set()]));
      for (const { action, role: held } of holding.parse(found))
        for (const each of held?.users ?? [])
          if (each.isActive && !each.blocked) names.get(action)?.add(nameOf(user.parse(each)));
      return Object.fromEntries([...names].map(([action, people]) => [action, [...people].sort()]));
    },

    /** When each admin user was last given a session that is still kept, by user id. */
    async sessions(): Promise<ReadonlyMap<string, number>> {
      if (!('admin::session' in strapi.contentTypes)) return new Map();
      const found = await db.query('admin::session').findMany({
        where: { origin: 'admin' },
        select: ['userId', 'createdAt'],
        orderBy: { createdAt: 'asc' },
      });
      const rows = z.array(z.object({ userId: id, createdAt: instant })).parse(found);
      return new Map(rows.map(({ userId, createdAt }) => [userId, createdAt ?? 0]));
    },
  };
}
