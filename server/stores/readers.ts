import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { personOfUser } from '../actor';

const uid = 'admin::user';

const row = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  email: z.string().nullish(),
  preferedLanguage: z.string().nullish(),
});

/** An admin user whom a notice may reach. */
export interface AdminReader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Language of their admin panel. */
  readonly language: string;
}

/** `null` everybody who may see notices · `role:<code>` · `may:<permission>` · `user:<e-mail>` · the id of one user. */
export type Recipient = string | null;

const holding = (permission: string) => ({
  $or: [
    { roles: { code: 'strapi-super-admin' } },
    { roles: { permissions: { action: `plugin::presence.${permission}` } } },
  ],
});

/** Who is behind a recipient now; only people who can sign in. */
function behind(recipient: Recipient): object {
  if (recipient === null) return holding('read');
  if (recipient.startsWith('may:')) return holding(recipient.slice(4));
  if (recipient.startsWith('user:')) return { email: recipient.slice(5) };
  if (recipient.startsWith('role:')) return { roles: { code: recipient.slice(5) } };
  return { id: recipient };
}

export type ReadersStore = ReturnType<typeof readersStore>;

/** Whom notices reach, and who may look. */
export function readersStore(db: Core.Strapi['db']) {
  async function find(who: object): Promise<AdminReader[]> {
    const found: unknown = await db.query(uid).findMany({
      where: { $and: [who, { isActive: true }, { $or: [{ blocked: false }, { blocked: null }] }] },
    });
    const people = new Map<string, AdminReader>();
    for (const one of z.array(z.unknown()).parse(found)) {
      const { id, email, preferedLanguage } = row.parse(one);
      const name = personOfUser(one)?.name ?? '';
      people.set(id, { id, name, email: email ?? '', language: preferedLanguage ?? 'en' });
    }
    return [...people.values()];
  }

  return {
    async of(recipient: Recipient): Promise<AdminReader[]> {
      // An id that is no number would not be found but refused by some databases.
      if (recipient !== null && !recipient.includes(':') && !/^\d+$/.test(recipient)) return [];
      return find(behind(recipient));
    },

    /** A person who can sign in and has one of our permissions; null for everybody else. */
    async holder(id: string, permission: string): Promise<AdminReader | null> {
      if (!/^\d+$/.test(id)) return null;
      return (await find({ $and: [{ id }, holding(permission)] }))[0] ?? null;
    },
  };
}
