// The real plugin with everything that publishing touches (entries, governance, channels, audit, touchpoints), on a real database;
// only the outside world answers at once.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { forget, redisUrl } from '../../network/redis.mjs';
import { bundleServer } from '../../server-bundle.mjs';
import { bootStrapi } from '../boot.mjs';

const require = createRequire(import.meta.url);
const uid = 'api::article.article';

/**
 * `among`: one of several instances, each in a process of its own, on `database` and with one `prefix` in Redis; the `first` of them
 * makes what all use.
 */
export async function house(db, kind = 'embedded', among = null) {
  const plugin = await bundleServer(`
    export { wired } from './server/wire';
    export { wirePublishing } from './server/wire-publishing';
    export { insertRows } from './server/stores/bulk';
    export { publicationClaims } from './server/stores/publication-claims';
  `);
  const app = await bootStrapi({ db, plugin, ...(among ? { database: among.database } : {}) });
  const { wired, wirePublishing, insertRows, publicationClaims } = require(plugin);
  const isFirst = among?.first ?? true;
  const presence = wired(app.strapi);
  // Several channels, as a campaign has: each takes a few deliveries side by side.
  const channels = [];
  for (let n = 0; isFirst && n < 8; n += 1) {
    const input = {
      kind: 'webhook',
      name: `Partner ${n}`,
      settings: { url: 'https://partner.test/hook' },
      secret: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    };
    channels.push((await presence.channels.create(input, { kind: 'system', name: 'bench' })).value.key);
  }
  const entries = [];
  for (let n = 0; isFirst && n < 20; n += 1) {
    const data = { title: `Loaf ${n}`, slug: `loaf-${n}`, summary: 'Baked at four in the morning.' };
    const { documentId } = await app.strapi
      .documents(uid)
      .create({ data, locale: 'en', status: 'published' });
    const { seal } = await presence.entries.load({ uid, documentId, locale: 'en' }, 'draft');
    entries.push({ entry: `${uid}|${documentId}|en`, seal });
  }
  const prefix = among?.prefix ?? `presence-bench-${process.pid}`;
  const sent = { count: 0, onSend: () => undefined };
  const publishing = wirePublishing(app.strapi, {
    ...presence,
    config: {
      ...{ kind, enabled: true, pollEvery: 1_000, lease: 30_000 },
      redis: redisUrl,
      prefix,
    },
    channels: {
      list: presence.channels.list,
      names: presence.channels.names,
      open: presence.channels.opened,
      outOfOrder: async () => undefined,
      adapter: () => ({
        kind: 'webhook',
        deliver: async (_account, delivery) => {
          sent.count += 1;
          sent.onSend(delivery);
          return { kind: 'delivered', remoteId: delivery.publication, url: null };
        },
      }),
    },
    links: presence.links,
    ledger: presence.engagement.ledger,
    now: () => Date.now(),
  });
  const table = 'presence_publications';
  const columns = [
    'key',
    'campaign',
    'channel',
    'kind',
    'entry',
    'document',
    'entry_seal',
    'copy',
    'copy_seal',
    'links',
    'catch_up',
    'due_at',
    'local_time',
    'zone',
    'state',
    'next_at',
    'waits_for',
    'attempts',
    'failures',
    'lease_token',
    'error_code',
    'error_message',
    'created_at',
  ];
  return {
    app,
    engine: publishing.engine,
    claims: publicationClaims(app.strapi.db),
    sent,
    knex: app.strapi.db.connection,
    table,
    /** Publications that are due; `dueAt` by number. */
    async fill(count, dueAt = () => Date.now() - 1_000) {
      const copy = JSON.stringify({
        text: 'Fresh rye today, from the oven at four.',
        link: null,
        pictures: [],
        edited: false,
      });
      for (let from = 0; from < count; from += 1_000) {
        const rows = Array.from({ length: Math.min(1_000, count - from) }, (_, n) => {
          const { entry, seal } = entries[n % entries.length];
          const at = dueAt(from + n);
          return [
            randomUUID(),
            randomUUID(),
            channels[n % channels.length],
            'webhook',
            entry,
            entry.slice(0, -3),
            seal,
            copy,
            'c'.repeat(64),
            '{}',
            'late',
            at,
            '',
            '',
            'scheduled',
            at,
            '',
            0,
            0,
            '',
            '',
            '',
            at,
          ];
        });
        await insertRows(app.strapi.db, app.strapi.db.connection, table, columns, rows);
      }
      // What a database that has run for a minute knows of its tables by itself; SQLite plans without it.
      if (db !== 'sqlite')
        await app.strapi.db.connection.raw(db === 'postgres' ? `ANALYZE ${table}` : `ANALYZE TABLE ${table}`);
    },
    async empty() {
      for (const name of [
        table,
        'presence_attempts',
        'presence_audit',
        'presence_touchpoints',
        'presence_once',
      ])
        await app.strapi.db.connection(name).delete();
    },
    /** Resolves when so many were sent and their ends are written. */
    async drained(count) {
      while (sent.count < count) await new Promise((next) => setTimeout(next, 20));
      await publishing.engine.stop();
      if (kind === 'bullmq') await forget(prefix);
    },
  };
}
