import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const users = z.array(
  z.object({ id: z.union([z.string(), z.number()]).transform(String), email: z.string() }),
);

/** Which admin user has a seat under one of these addresses, blocked ones included; null where nobody has. */
export const seatsStore = (db: Core.Strapi['db']) => ({
  async of(addresses: readonly string[]): Promise<string | null> {
    const found: unknown = await db
      .query('admin::user')
      .findMany({ where: { email: { $in: [...addresses] } }, select: ['id', 'email'], limit: 1 });
    return users.parse(found)[0]?.id ?? null;
  },
});
