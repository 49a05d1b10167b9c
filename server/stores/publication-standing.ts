import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { publicationState } from '../../src/publishing/schema';
import type { Counted } from '../../src/publishing/running/standing';
import { queryOn } from './bulk';
import { notHeld } from './holds';
import { publicationsTable } from './publication-row';

/** What still asks for something. What is over is never counted here, however much of it there is. */
const open = ['scheduled', 'running', 'parked', 'held', 'asking', 'rejected', 'unknown'] as const;

const count = z.coerce.number();
const byState = z.array(z.object({ channel: z.string(), state: publicationState, count }));
const byChannel = z.array(z.object({ channel: z.string(), count }));
const waits = z.array(z.object({ channel: z.string(), count, late: count, oldest: count }));

/**
 * Counts where publications stand. Each statement is answered from an index (channel and state, or state and time), so it costs what
 * is open, not what was ever published.
 */
export function publicationStanding(db: Core.Strapi['db']) {
  const on = () => queryOn(db, publicationsTable.tableName);
  const raw = (sql: string, bindings: readonly number[] = []) => db.connection.raw(sql, [...bindings]);
  const due = (now: number) =>
    on().where('state', 'scheduled').where('waits_for', '').where('next_at', '<=', now).groupBy('channel');
  const total = () => raw('count(*) as count');

  return {
    async counted(channels: readonly string[], now: number, lateAfter: number): Promise<Counted> {
      if (channels.length === 0) return { states: [], due: [], free: [], orphaned: [] };
      const states: unknown = await on()
        .whereIn('channel', [...channels])
        .whereIn('state', [...open])
        .groupBy('channel', 'state')
        .select('channel', 'state', total());
      const orphaned: unknown = await on()
        .where('state', 'running')
        .where('lease_until', '<', now)
        .groupBy('channel')
        .select('channel', total());
      const all: unknown = await due(now).select('channel', total());
      const free: unknown = await due(now)
        .modify(notHeld(db))
        .select(
          'channel',
          total(),
          raw('min(next_at) as oldest'),
          raw('sum(case when next_at < ? then 1 else 0 end) as late', [now - lateAfter]),
        );
      return {
        states: byState.parse(states),
        due: byChannel.parse(all),
        free: waits.parse(free),
        orphaned: byChannel.parse(orphaned),
      };
    },
  };
}

export type PublicationStanding = ReturnType<typeof publicationStanding>;
