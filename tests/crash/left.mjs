// What is not at its end, as it stands in the database of a run: why it waits, and for how long.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const over = ['delivered', 'unknown'];

/** Reads past Presence, because no process of it may be alive. */
export function ledgerOf(connection) {
  const knex = require('knex');
  const client = connection.client === 'postgres' ? 'pg' : 'mysql2';
  const db = knex({ ...connection, client, pool: { min: 0, max: 2 } });
  const open = () => db('presence_publications').whereNotIn('state', over);

  return {
    /** How many stand in each state. */
    async states() {
      const rows = await db('presence_publications').groupBy('state').select('state').count({ count: '*' });
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },

    /** When the last of them is looked at again by itself; null where one of them never is. */
    async lastTry() {
      const rows = await open().select('state', 'next_at', 'lease_until');
      const times = rows.map(({ state, next_at, lease_until }) =>
        state === 'running' ? lease_until : next_at,
      );
      return times.some((at) => at === null) ? null : Math.max(0, ...times.map(Number));
    },

    left,

    /** The same, with a line for each channel, for what is known of quotas, and for each notice of trouble. */
    async lines() {
      const channels = await db('presence_channels').select('*');
      const gates = await db('presence_rate_gates').select('*');
      const notices = await db('presence_notices').orderBy('id', 'desc').limit(20).select('*');
      return [
        ...(await left()),
        ...channels.map(({ name, state, state_reason }) => `channel ${name} is ${state} ${state_reason}`),
        ...gates.map((gate) => `quota ${JSON.stringify(gate)}`),
        ...notices.map(({ code, message }) => `notice ${code}: ${message}`),
      ];
    },

    close: () => db.destroy(),
  };

  /** One line for each of them. */
  async function left() {
    const now = Date.now();
    const wait = (at) => (at === null ? 'never' : `${Math.round((Number(at) - now) / 1_000)} s`);
    const rows = await open().orderBy('next_at').select('*');
    return rows.map(
      (row) =>
        `left: ${row.kind} ${row.key} is ${row.state}, next try in ${wait(row.next_at)}, lease ends in ${wait(row.lease_until)}, ${row.failures} failures in a row of ${row.attempts} tries, ${row.armed_at ? 'in doubt, ' : ''}${row.error_code}: ${row.error_message}`,
    );
  }
}
