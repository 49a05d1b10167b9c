import { randomUUID } from 'node:crypto';
import { website } from '../../server/channels/website';
import type { Site } from '../../server/channels/website-test';
import { publishEntry } from '../../server/channels/strapi-publish';
import { unpublishEntry } from '../../server/channels/strapi-unpublish';
import { outgoing } from '../../server/http/outgoing';
import { wired } from '../../server/wire';
import type { Account, Delivery } from '../../src/channels/channel';
import type { EntryKey } from '../../src/shared/entry-key';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';
import { bootStrapi, type App } from './boot';

const account: Account = { key: 'site', kind: 'website', name: 'Website', settings: {}, secret: null };

describe('A publication reaches the website', () => {
  let app: App;
  let siteServer: WebhookReceiver;
  let hook: WebhookReceiver;
  /** Which addresses the site serves by now. */
  const built = new Set<string>();
  let clock = Date.UTC(2026, 10, 22, 8, 0, 0);

  beforeAll(async () => {
    app = await bootStrapi();
    siteServer = await startWebhookReceiver();
    siteServer.behave(({ path }) => ({ status: built.has(path) ? 200 : 404 }));
  });
  afterAll(async () => {
    await app?.stop();
    await siteServer?.stop();
  });
  beforeEach(async () => {
    hook = await startWebhookReceiver();
    built.clear();
  });
  afterEach(() => hook.stop());

  const site = (): Site => ({
    baseUrl: siteServer.url,
    pages: {},
    hook: { url: hook.url, secret: 'shared-secret' },
  });
  const adapter = (onSleep: () => void = () => undefined) =>
    website({
      http: outgoing(['127.0.0.1']),
      site: async () => site(),
      published: async (key) => {
        const loaded = await wired(app.strapi).entries.load(key, 'published');
        return loaded && { seal: loaded.seal, pageUrl: `${siteServer.url}/${key.documentId}` };
      },
      publish: publishEntry(app.strapi),
      unpublish: unpublishEntry(app.strapi),
      sleep: async (ms) => {
        clock += ms;
        onSleep();
      },
      now: () => clock,
    });

  async function draft(title: string): Promise<{ key: EntryKey; seal: string; path: string }> {
    const { documentId } = await app.strapi
      .documents('api::article.article')
      .create({ data: { title } as never });
    const key = { uid: 'api::article.article', documentId, locale: 'en' };
    const loaded = await wired(app.strapi).entries.load(key, 'draft');
    if (!loaded) throw new Error('no draft');
    return { key, seal: loaded.seal, path: `/${documentId}` };
  }
  const delivery = (
    { key, seal }: { key: EntryKey; seal: string },
    changes: Partial<Delivery> = {},
  ): Delivery => ({
    publication: randomUUID(),
    attempt: 1,
    entry: key,
    campaign: 'c',
    seal,
    copy: { text: '', link: null, pictures: [], edited: false },
    pageUrl: null,
    createdAt: clock,
    dueAt: clock,
    track: async (url) => url,
    beat: async () => true,
    ...changes,
  });
  const rowsOf = ({ documentId, uid }: EntryKey) =>
    app.strapi.db.query(uid).findMany({ where: { documentId, publishedAt: { $notNull: true } } });

  test('published, the hook called with a signature, and done once the page answers', async () => {
    const entry = await draft('Comes up while we wait');
    const outcome = await adapter(() => built.add(entry.path)).deliver(account, delivery(entry));
    expect(outcome).toEqual({
      kind: 'delivered',
      remoteId: `api::article.article|${entry.key.documentId}|en`,
      url: `${siteServer.url}${entry.path}`,
    });
    expect(await rowsOf(entry.key)).toHaveLength(1);
    expect(hook.received).toHaveLength(1);
    expect(hook.received[0]?.headers['webhook-signature']).toMatch(/^v1,/);
    expect(JSON.parse(hook.received[0]?.body ?? '')).toMatchObject({
      type: 'presence.site-changed',
      data: { page: `${siteServer.url}${entry.path}` },
    });
  });

  test('A page that is not up after ten seconds is asked for again, without publishing or calling the hook again', async () => {
    const entry = await draft('Slow site');
    const one = adapter();
    const sent = delivery(entry);
    const before = clock;
    expect(await one.deliver(account, sent)).toMatchObject({
      kind: 'retry',
      code: 'website.page-not-up',
      after: 5_000,
    });
    expect(clock - before).toBeLessThanOrEqual(10_000);
    const [first] = await rowsOf(entry.key);
    built.add(entry.path);
    expect(await one.deliver(account, { ...sent, attempt: 2 })).toMatchObject({ kind: 'delivered' });
    expect((await rowsOf(entry.key)).map(({ id }) => id)).toEqual([first?.id]);
    expect(hook.received).toHaveLength(1);
  });

  test('What is online already, as approved, is not published again', async () => {
    const entry = await draft('Already there');
    await app.strapi.documents('api::article.article').publish({ documentId: entry.key.documentId });
    const [before] = await rowsOf(entry.key);
    built.add(entry.path);
    expect(await adapter().deliver(account, delivery(entry))).toMatchObject({ kind: 'duplicate' });
    expect((await rowsOf(entry.key)).map(({ id }) => id)).toEqual([before?.id]);
  });

  test('A hook that fails is called again; the entry stays published', async () => {
    const entry = await draft('Hook down');
    hook.behave({ status: 500 });
    const one = adapter();
    const sent = delivery(entry);
    built.add(entry.path);
    expect(await one.deliver(account, sent)).toMatchObject({ kind: 'retry', code: 'website.hook-failed' });
    expect(await rowsOf(entry.key)).toHaveLength(1);
    hook.behave({});
    expect(await one.deliver(account, { ...sent, attempt: 2 })).toMatchObject({ kind: 'delivered' });
    expect(hook.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      sent.publication,
      sent.publication,
    ]);
  });

  test('An entry that was deleted is rejected with a sentence', async () => {
    const entry = await draft('Deleted');
    await app.strapi.documents('api::article.article').delete({ documentId: entry.key.documentId });
    expect(await adapter().deliver(account, delivery(entry))).toMatchObject({
      kind: 'rejected',
      code: 'entry.not-found',
    });
  });

  test('What the gate vetoes is not published, and is asked about again', async () => {
    const entry = await draft('Not approved');
    const { settings } = wired(app.strapi);
    const before = await settings.get();
    await settings.save({ ...before, governed: ['api::article.article'] }, { kind: 'system', name: 'test' });
    try {
      expect(await adapter().deliver(account, delivery(entry))).toMatchObject({
        kind: 'retry',
        code: 'gate.blocked',
      });
      expect(await rowsOf(entry.key)).toEqual([]);
      expect(hook.received).toEqual([]);
    } finally {
      await settings.save({ ...before, governed: [] }, { kind: 'system', name: 'test' });
    }
  });

  test('The test of the channel tells what the site answers, and does not call the hook', async () => {
    built.add('/');
    const report = await adapter().test(account);
    expect(report).toMatchObject({ state: 'ready' });
    expect(report.found[0]).toEqual({ label: 'Website', value: `${siteServer.url} answers with status 200` });
    expect(hook.received).toEqual([]);
  });
});
