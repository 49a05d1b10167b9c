import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import { wired } from '../../server/wire';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';
import { bootStrapi, type App } from './boot';
import type { DatabaseKind, TestDatabase } from './databases';
import type { RedisRoom } from './redis-room';
import { hire, type Answer, type Staff } from './staff';

const article = 'api::article.article';
const secret = { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };

interface Refused {
  readonly error: { readonly message: string; readonly details: Record<string, unknown> & { code: string } };
}

/** A business with a website, a webhook and an article, whose engine runs when the test says so. */
export interface CampaignRoom {
  readonly app: App;
  readonly emil: Staff;
  readonly owner: Staff;
  readonly receiver: WebhookReceiver;
  readonly channels: { readonly site: string; readonly hook: string; readonly sky: string };
  /** Which pages of the site were asked for. */
  readonly site: { readonly asked: string[] };
  article(fields?: object): Promise<string>;
  campaign(documentId: string, channels: readonly string[], more?: object): Promise<CampaignView>;
  post<T>(by: Staff, path: string, body?: object): Promise<Answer<T & Refused>>;
  view(key: string): Promise<CampaignView>;
  publication(key: string, channel: string): Promise<PublicationView>;
  /** Approves the article and its copies as the panel shows them. */
  approve(documentId: string): Promise<void>;
  govern(uids: readonly string[]): Promise<void>;
  /** Works off what is due now. */
  work(): Promise<void>;
  notices(): Promise<readonly { readonly code: string; readonly message: string }[]>;
  stop(): Promise<void>;
}

export async function campaignRoom(
  db: DatabaseKind,
  redis?: RedisRoom,
  database?: TestDatabase,
): Promise<CampaignRoom> {
  const queue = redis && { kind: 'bullmq', redis: redis.url, prefix: redis.prefix };
  const app = await bootStrapi({
    db,
    ...(database ? { database } : {}),
    presence: { engine: { enabled: false, ...queue }, outgoing: { allow: ['127.0.0.1'] } },
  });
  const owner = await hire(app, 'Rosa');
  const emil = await hire(app, 'Emil', ['read', 'review.submit', 'campaigns.manage']);
  const receiver = await startWebhookReceiver();
  const site = { asked: [] as string[] };
  const pages = createServer((request, response) => {
    site.asked.push(request.url ?? '');
    response.end('page');
  }).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  const { port } = pages.address() as AddressInfo;

  const saveSettings = async (change: object): Promise<void> => {
    const { body } = await owner.call('GET', '/presence/settings');
    const saved = await owner.call('PUT', '/presence/settings', { ...body, ...change });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  };
  await saveSettings({
    sites: { baseUrl: `http://127.0.0.1:${port}`, pages: { [article]: '/{locale}/{slug}' }, hook: null },
  });
  const channel = async (input: object): Promise<string> => {
    const { status, body } = await owner.call<{ key: string }>('POST', '/presence/channels', input);
    if (status > 201) throw new Error(JSON.stringify(body));
    return body.key;
  };
  const channels = {
    site: await channel({ kind: 'website', name: 'Website' }),
    hook: await channel({ kind: 'webhook', name: 'Partner', settings: { url: receiver.url }, secret }),
    sky: await channel({
      kind: 'bluesky',
      name: 'Bluesky',
      settings: { identifier: 'bakery.test' },
      secret: { appPassword: 'unused' },
    }),
  };
  const { engine } = wired(app.strapi).publishing;
  const isBusy = async (): Promise<boolean> => {
    const rows = () => app.strapi.db.connection('presence_publications').limit(1).select('id');
    const due = rows().where({ state: 'scheduled', waits_for: '' }).where('next_at', '<=', Date.now());
    return (await due).length > 0 || (await rows().where('state', 'running')).length > 0;
  };
  const room: CampaignRoom = {
    app,
    emil,
    owner,
    receiver,
    channels,
    site,
    async article(fields = {}) {
      const data = {
        title: 'Rye, fresh from the oven',
        slug: `rye-${Math.random()}`.replace('.', ''),
        summary: 'Baked at four.',
        ...fields,
      };
      const { documentId } = await app.strapi.documents(article).create({ data, locale: 'en' });
      return documentId;
    },
    async campaign(documentId, keys, more = {}) {
      const { status, body } = await emil.call<CampaignView>('POST', '/presence/campaigns', {
        entry: { uid: article, documentId, locale: 'en' },
        name: 'Rye week',
        copies: keys.map((key) => ({ channel: key })),
        ...more,
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
    post: (by, path, body = {}) => by.call('POST', `/presence${path}`, body),
    async view(key) {
      return (await emil.call<CampaignView>('GET', `/presence/campaigns/${key}`)).body;
    },
    async publication(key, channelKey) {
      const found = (await room.view(key)).publications.find((one) => one.channel === channelKey);
      if (!found) throw new Error(`campaign ${key} has no channel ${channelKey}`);
      return found;
    },
    async approve(documentId) {
      const entry = { uid: article, documentId, locale: 'en' };
      for (const [by, kind] of [
        [emil, 'submit'],
        [owner, 'approve'],
      ] as const) {
        const panel = await owner.call<{ seal: string; copies: object[] }>(
          'GET',
          `/presence/entry?${new URLSearchParams(entry)}`,
        );
        const { seal, copies } = panel.body;
        const { status, body } = await by.call('POST', '/presence/entry/decision', {
          entry,
          kind,
          seal,
          copies,
        });
        if (status !== 200) throw new Error(JSON.stringify(body));
      }
    },
    govern: (governed) => saveSettings({ governed }),
    async work() {
      do {
        await engine.tick();
        await engine.idle();
      } while (await isBusy());
    },
    async notices() {
      return (await owner.call<{ items: { code: string; message: string }[] }>('GET', '/presence/notices'))
        .body.items;
    },
    async stop() {
      await app.stop();
      await receiver.stop();
      pages.close();
    },
  };
  return room;
}
