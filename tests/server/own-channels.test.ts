import type { OwnTools } from '../../server/channels/own/tools';
import { wired } from '../../server/wire';
import type { Account, Correction, Delivery, Published } from '../../src/channels/channel';
import type { OwnTypeView } from '../../src/channels/own/type';
import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelTested, ChannelView } from '../../src/channels/schema';
import type { PublicationView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';
import { bootStrapi, databases, type App } from './boot';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { createDatabase, type TestDatabase } from './databases';

const now = { when: { kind: 'now' } };
const pin = 'pin-of-the-board';

interface Own extends Omit<Account, 'settings' | 'secret'> {
  readonly settings: { readonly address: string };
  readonly secret: { readonly pin: string };
}

/** A board that keeps what it is told under the key of the publication, and can be asked for it. */
const board = {
  type: 'board',
  label: 'Notice board',
  rules: {
    text: { graphemes: { max: 60 } },
    link: 'field',
    title: { graphemes: { max: 40 } },
    pictures: { max: 0 },
  },
  settings: [
    { name: 'address', label: 'Address', kind: 'url' },
    { name: 'size', label: 'Size of the letters', kind: 'number', required: false },
  ],
  secret: [{ name: 'pin', label: 'PIN' }],
  adapter({ http, noAnswer, ended }: OwnTools) {
    const call = async (
      { settings, secret }: Own,
      method: 'GET' | 'PUT' | 'DELETE',
      id: string,
      body?: object,
    ) => {
      const answer = await http.send({
        method,
        url: `${settings.address}/notices/${id}`,
        headers: { 'x-pin': secret.pin },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (answer.kind !== 'answered') throw ended(noAnswer(answer, method === 'GET' ? 'read' : 'write'));
      if (answer.status === 401)
        throw ended({ kind: 'reauthorise', code: 'board.pin', message: 'The board does not know the PIN.' });
      return answer.status;
    };
    return {
      inDoubt: 'look',
      async test(account: Own) {
        await call(account, 'GET', '');
        return { state: 'ready', message: 'The board hangs.' };
      },
      async deliver(account: Own, { publication, copy, track }: Delivery) {
        const link = copy.link === null ? null : await track(copy.link);
        await call(account, 'PUT', publication, { title: copy.title, text: copy.text, link });
        return {
          kind: 'delivered',
          remoteId: publication,
          url: `${account.settings.address}/${publication}`,
        };
      },
      async find(account: Own, { publication }: Delivery) {
        const status = await call(account, 'GET', publication);
        return status === 404 ? null : { remoteId: publication, url: null };
      },
      async recall(account: Own, { remoteId }: Published) {
        await call(account, 'DELETE', remoteId);
        return { kind: 'recalled', message: 'It was taken down.' };
      },
      async correct(account: Own, { remoteId, copy }: Correction) {
        await call(account, 'PUT', remoteId, { text: copy.text });
        return { kind: 'corrected', message: 'It says the new words.' };
      },
    };
  },
};

/** Adapters that do not what they should. */
const broken = (type: string, deliver: () => unknown) => ({
  ...{ type, label: type, rules: {} },
  adapter: () => ({ inDoubt: 'ask', test: async () => ({ state: 'ready', message: 'Fine.' }), deliver }),
});

const presence = { engine: { enabled: false }, outgoing: { allow: ['127.0.0.1'] } };

describe.each(databases())('a channel that an app brings, on %s', (db) => {
  let database: TestDatabase;
  let receiver: WebhookReceiver;
  /** A publication that is due when Strapi stops. */
  let due = '';

  beforeAll(async () => {
    database = await createDatabase(db);
    receiver = await startWebhookReceiver();
  });
  afterAll(async () => {
    await receiver?.stop();
    await database?.drop();
  });

  describe('and registers', () => {
    let room: CampaignRoom;
    let notices: Map<string, { text: string; title?: string; link: string | null }>;
    const input = (changes: object = {}) => ({
      ...{ kind: 'own', name: 'Shop window', secret: { pin } },
      settings: { type: 'board', values: { address: receiver.url } },
      ...changes,
    });
    const register = (definition: object) =>
      room.app.strapi.plugin('presence').service('own-channels').register(definition);
    const create = (changes: object = {}) => room.post<ChannelView>(room.owner, '/channels', input(changes));
    const hangs = () => [...notices.values()].map(({ text }) => text);
    /** The board works: it keeps what it is told, or loses its answer. */
    const works = (fault?: 'reset') =>
      receiver.behave(({ method, path, body, headers }) => {
        if (headers['x-pin'] !== pin) return { status: 401 };
        const id = path.slice('/notices/'.length);
        if (method === 'GET') return { status: id === '' || notices.has(id) ? 200 : 404 };
        if (method === 'DELETE') return { status: notices.delete(id) ? 200 : 404 };
        notices.set(id, { link: null, ...notices.get(id), ...(JSON.parse(body) as { text: string }) });
        return fault ? { fault } : { status: 200 };
      });
    const publish = async (channel: string, fields: object = {}) => {
      const { key } = await room.campaign(await room.article(fields), [room.channels.site, channel]);
      const scheduled = await room.post(room.emil, `/campaigns/${key}/schedule`, now);
      if (scheduled.status !== 200) throw new Error(JSON.stringify(scheduled.body));
      await room.work();
      return () => room.publication(key, channel);
    };
    /** What waits for its next try is due now. */
    const hurry = async (key: string) => {
      await room.app.strapi.db
        .connection('presence_publications')
        .where({ key })
        .update({ next_at: Date.now() - 1 });
      await room.work();
    };
    let shop: string;

    beforeAll(async () => {
      room = await campaignRoom(db, undefined, database);
      notices = new Map();
      works();
      register(board);
    });
    afterAll(() => room?.stop());
    beforeEach(() => {
      receiver.clear();
      notices.clear();
      works();
    });

    it('is listed among what can be connected, with its fields', async () => {
      const { body } = await room.owner.call<OwnTypeView[]>('GET', '/presence/channel-types');
      expect(body).toMatchObject([
        {
          type: 'board',
          label: 'Notice board',
          recall: 'deletes',
          corrects: true,
          secret: [{ name: 'pin' }],
        },
      ]);
      expect((await room.emil.call('GET', '/presence/channel-types')).status).toBe(403);
    });

    it.each<readonly [string, object, string, string]>([
      [
        'a type that nobody brings',
        { settings: { type: 'window', values: {} } },
        'channel.type-unknown',
        'settings.type',
      ],
      [
        'no address',
        { settings: { type: 'board', values: {} } },
        'request.invalid',
        'settings.values.address',
      ],
      [
        'an address that is none',
        { settings: { type: 'board', values: { address: 'here' } } },
        'request.invalid',
        'settings.values.address',
      ],
      ['no PIN', { secret: null }, 'channel.secret-missing', 'secret'],
      ['an empty PIN', { secret: { pin: '' } }, 'request.invalid', 'secret.pin'],
    ])('is not made with %s, and the field says so', async (_, changes, code, path) => {
      const { status, body } = await create(changes);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).toMatchObject({ error: { details: { code, path } } });
    });

    it('is connected, tested and changed; its PIN is never told', async () => {
      const made = await create();
      expect(made).toMatchObject({
        status: 201,
        body: { kind: 'own', hasSecret: true, own: { label: 'Notice board' } },
      });
      expect(JSON.stringify(made.body)).not.toContain(pin);
      shop = made.body.key;
      const tested = await room.post<ChannelTested>(room.owner, `/channels/${shop}/test`);
      expect(tested.body).toMatchObject({ report: { state: 'ready' }, channel: { state: 'ready' } });

      const put = (body: object) => room.owner.call<ChannelView>('PUT', `/presence/channels/${shop}`, body);
      const { secret: _, ...unchanged } = input();
      const elsewhere = { type: 'board', values: { address: 'https://elsewhere.test' } };
      expect((await put({ ...unchanged, settings: elsewhere })).body).toMatchObject({
        error: { details: { code: 'channel.secret-again' } },
      });
      expect((await put({ ...unchanged, settings: { type: 'other', values: {} } })).body).toMatchObject({
        error: { details: { code: 'channel.kind-fixed' } },
      });
      const renamed = await put({ ...unchanged, name: 'Window' });
      expect(renamed.body).toMatchObject({ name: 'Window', state: 'ready', hasSecret: true });

      await put(input({ secret: { pin: 'another-pin' } }));
      const refused = await room.post<ChannelTested>(room.owner, `/channels/${shop}/test`);
      expect(refused.body).toMatchObject({
        report: { message: 'The board does not know the PIN.' },
        channel: { state: 'reauthorise' },
      });
      await put(input());
      await room.post(room.owner, `/channels/${shop}/test`);
    });

    it('gets a copy by its own rules, and what is too long is not scheduled', async () => {
      const documentId = await room.article({ summary: 'Fresh rye. '.repeat(20) });
      const campaign = await room.campaign(documentId, [shop]);
      const [derived] = campaign.publications;
      expect(derived).toMatchObject({ kind: 'own', own: { label: 'Notice board', recall: 'deletes' } });
      expect(derived?.copy.title).toBe('Rye, fresh from the oven');
      expect(derived?.check).toMatchObject({ limit: 60, problems: [] });
      const long = [{ channel: shop, copy: { ...derived?.copy, text: 'Rye '.repeat(20), edited: true } }];
      await room.emil.call('PUT', `/presence/campaigns/${campaign.key}`, { copies: long });
      const refused = await room.post(room.emil, `/campaigns/${campaign.key}/schedule`, now);
      expect(refused.body).toMatchObject({
        error: { message: expect.stringContaining('too long for Notice board') },
      });
    });

    it('is published to after the website, corrected and taken back', async () => {
      const publication = await publish(shop);
      const { key, state, url, actions } = await publication();
      expect([state, url]).toEqual(['delivered', `${receiver.url}/${key}`]);
      expect(actions).toContain('correct');
      expect([...notices.values()]).toMatchObject([
        { title: 'Rye, fresh from the oven', text: 'Baked at four.', link: expect.stringMatching(/^http/) },
      ]);
      const text = 'Baked at five.';
      const corrected = await room.post<PublicationView>(room.emil, `/publications/${key}/correct`, { text });
      expect(corrected.body).toMatchObject({ correction: { state: 'corrected' } });
      expect(hangs()).toEqual(['Baked at five.']);
      await room.post(room.emil, `/publications/${key}/recall`);
      expect(await publication()).toMatchObject({ state: 'recalled' });
      expect(hangs()).toEqual([]);
    });

    it('is named by its type in what its links carry', async () => {
      const { key, publications } = await room.campaign(await room.article({}), [shop]);
      const publication = publications[0]?.key ?? '';
      await room.emil.call('PUT', `/presence/campaigns/${key}`, { utm: { campaign: 'rye-week' } });
      const { links, settings } = wired(room.app.strapi);
      const { baseUrl } = (await settings.get()).sites;
      const link = { publication, campaign: key, entry: 'e', channel: 'own', url: `${baseUrl}/rye` };
      await links.mint(link);
      const [stored] = await room.app.strapi.db.connection('presence_links').where({ publication });
      expect(new URL(String(stored?.url)).searchParams.get('utm_source')).toBe('board');
    });

    it('whose answer is lost is asked, and nothing is sent again', async () => {
      works('reset');
      const publication = await publish(shop);
      const { key, state } = await publication();
      expect(state).toBe('scheduled');
      works();
      await hurry(key);
      expect(await publication()).toMatchObject({ state: 'delivered' });
      expect(receiver.received.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    });

    it.each([
      ['throws', 'thrower', () => Promise.reject(new Error(`no line to ${pin}`)), 'own.threw'],
      ['answers nonsense', 'mumbler', async () => ({ kind: 'sent' }), 'own.no-outcome'],
    ])(
      'whose code %s leaves a doubt that a person settles, and the engine goes on',
      async (_, type, deliver, code) => {
        register(broken(type, deliver));
        const { body } = await create({ name: type, settings: { type, values: {} }, secret: undefined });
        const documentId = await room.article();
        const { key } = await room.campaign(documentId, [room.channels.site, body.key, shop]);
        await room.post(room.emil, `/campaigns/${key}/schedule`, now);
        await room.work();
        expect(await room.publication(key, body.key)).toMatchObject({ state: 'unknown', problem: { code } });
        // What stands beside it went out.
        expect(await room.publication(key, shop)).toMatchObject({ state: 'delivered' });
        const one = (await room.publication(key, body.key)).key;
        await room.post(room.emil, `/publications/${one}/answer`, { answer: 'there' });
        expect(await room.publication(key, body.key)).toMatchObject({ state: 'delivered' });
      },
    );

    it('in practice mode posts on a page of ours, by the rules of its type', async () => {
      const made = await create({ name: 'Rehearsal', practice: true, secret: undefined });
      const publication = await publish(made.body.key);
      const { key, state, practice } = await publication();
      expect([state, practice]).toEqual(['delivered', true]);
      expect(receiver.received).toEqual([]);
      const posts = async () =>
        (
          await room.owner.call<Page<PracticePostView>>(
            'GET',
            `/presence/practice/posts?channel=${made.body.key}`,
          )
        ).body.items;
      expect(await posts()).toMatchObject([
        { kind: 'own', text: 'Baked at four.', card: { title: 'Rye, fresh from the oven' } },
      ]);
      await room.post(room.emil, `/publications/${key}/correct`, { text: 'Baked at six.' });
      expect(await posts()).toMatchObject([{ text: 'Baked at six.' }]);
      await room.post(room.emil, `/publications/${key}/recall`);
      expect(await posts()).toEqual([]);
      expect(receiver.received).toEqual([]);
    });

    it('waits with what is due when Strapi stops', async () => {
      const documentId = await room.article();
      await room.app.strapi.documents('api::article.article').publish({ documentId, locale: 'en' });
      const { key, publications } = await room.campaign(documentId, [shop]);
      await room.post(room.emil, `/campaigns/${key}/schedule`, now);
      due = publications[0]?.key ?? '';
      expect((await room.publication(key, shop)).state).toBe('scheduled');
    });
  });

  describe('whose code is gone after a restart', () => {
    let app: App;
    beforeAll(async () => {
      receiver.clear();
      app = await bootStrapi({ database, presence });
    });
    afterAll(() => app?.stop());

    const publication = async () => {
      const found = await wired(app.strapi).publishing.publications.get(due);
      return found.ok ? found.value : found.error;
    };
    const work = async () => {
      await app.strapi.db
        .connection('presence_publications')
        .where({ key: due })
        .update({ next_at: Date.now() - 1 });
      const { engine } = wired(app.strapi).publishing;
      await engine.tick();
      await engine.idle();
    };
    const channel = async () =>
      (await wired(app.strapi).channels.list()).find(({ name }) => name === 'Shop window');

    it('is there to read and says what is missing; nothing goes out, and nothing is lost', async () => {
      expect(await channel()).toMatchObject({
        ...{ kind: 'own', own: null, state: 'reauthorise' },
        stateReason: expect.stringContaining('channels of the type “board” any more'),
      });
      const tested = await wired(app.strapi).channels.test((await channel())?.key ?? '');
      expect(tested).toMatchObject({ ok: true, value: { report: { state: 'failed' } } });
      await work();
      const stopped = await publication();
      expect(stopped).toMatchObject({
        ...{ kind: 'own', channelName: 'Shop window', state: 'parked' },
        problem: {
          code: 'publication.channel-reauthorise',
          message: expect.stringContaining('“board” any more'),
        },
      });
      expect(stopped).not.toHaveProperty('own');
      expect(receiver.received).toEqual([]);
    });

    it('goes on by itself once its code is back', async () => {
      app.strapi.plugin('presence').service('own-channels').register(board);
      expect(await channel()).toMatchObject({ state: 'ready', stateReason: '', own: { type: 'board' } });
      // The engine looks a channel up anew after a moment.
      do await work();
      while (((await publication()) as PublicationView).state === 'parked');
      expect(await publication()).toMatchObject({ state: 'delivered', own: { label: 'Notice board' } });
      expect(receiver.received.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    });
  });
});
