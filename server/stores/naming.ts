import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { personOfUser } from '../actor';

const roleRow = z.object({ code: z.string(), name: z.string() });
const userRow = z.object({
  email: z.string(),
  isActive: z.boolean().nullish(),
  blocked: z.boolean().nullish(),
  roles: z.array(z.object({ code: z.string() })).nullish(),
});
const permissionRow = z.object({ action: z.string(), role: z.object({ code: z.string() }).nullish() });
const localeRow = z.object({ code: z.string() });

const prefix = 'plugin::presence.';
const superAdmin = 'strapi-super-admin';

export type NamingStore = ReturnType<typeof namingStore>;

/** Who and what in this installation a workflow can name. */
export const namingStore = (db: Core.Strapi['db']) => ({
  async roles(): Promise<{ code: string; name: string }[]> {
    const rows: unknown = await db
      .query('admin::role')
      .findMany({ select: ['code', 'name'], orderBy: { id: 'asc' } });
    return z.array(roleRow).parse(rows);
  },

  /** Everybody who can sign in, by name, with e-mail, roles and everything that a workflow can name them by. */
  async people(permissions: readonly string[]) {
    const found: unknown = await db.query('admin::user').findMany({ populate: ['roles'] });
    const granted = z.array(permissionRow).parse(
      await db.query('admin::permission').findMany({
        where: { action: { $startsWith: prefix } },
        select: ['action'],
        populate: ['role'],
      }),
    );
    return z
      .array(z.unknown())
      .parse(found)
      .flatMap((one) => {
        const { email, isActive, blocked, roles } = userRow.parse(one);
        if (!isActive || blocked) return [];
        const codes = (roles ?? []).map(({ code }) => code);
        const held = permissions.filter(
          (name) =>
            codes.includes(superAdmin) ||
            granted.some(({ action, role }) => action === prefix + name && codes.includes(role?.code ?? '')),
        );
        return [
          {
            name: personOfUser(one)?.name ?? email,
            email: email.toLowerCase(),
            principals: [
              ...codes.map((code) => `role:${code}`),
              `user:${email.toLowerCase()}`,
              ...held.map((name) => `may:${name}`),
            ],
          },
        ];
      });
  },

  async locales(): Promise<string[]> {
    const rows: unknown = await db
      .query('plugin::i18n.locale')
      .findMany({ select: ['code'], orderBy: { id: 'asc' } });
    return z
      .array(localeRow)
      .parse(rows)
      .map(({ code }) => code);
  },
});
