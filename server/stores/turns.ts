import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { queryOn } from './bulk';

/** A lease of rows that wait for their turn. */
export interface Turn {
  readonly now: number;
  readonly token: string;
  /** When others may take the rows, unless their end was written down before. */
  readonly until: number;
  readonly limit: number;
}

/**
 * Takes up to `limit` rows whose turn has come, also from a process that died; they bear the token then. The table has `state`, `next_at`,
 * `lease_token` and `lease_until`.
 */
export async function takeTurns(
  db: Core.Strapi['db'],
  table: string,
  { now, token, until, limit }: Turn,
): Promise<void> {
  const due = () =>
    queryOn(db, table)
      .where('state', 'waiting')
      .where('next_at', '<=', now)
      .where((free) => void free.whereNull('lease_until').orWhere('lease_until', '<', now));
  const found = z
    .array(z.object({ id: z.coerce.number() }))
    .parse(await due().orderBy('next_at').limit(limit).select('id'));
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  await due().whereIn('id', ids).update({ lease_token: token, lease_until: until });
}
