import { secretBox, type Encryption } from '../../server/services/secret-box';
import { knownApps } from '../../server/services/connect-apps';
import { connectAppsStore } from '../../server/stores/connect-apps';
import type { AppView } from '../../src/channels/connect/apps';
import { linkedinApp } from '../network/practice/linkedin-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { connectRoom, type ConnectRoom } from './connect-room';
import { databases } from './databases';
import { hire } from './staff';

interface Refused {
  readonly error: { readonly message: string; readonly details: { readonly code: string } };
}

describe.each(databases())('Apps that people enter on %s', (db) => {
  let network: PracticeServer;
  let room: ConnectRoom;
  beforeAll(async () => {
    network = await startPractice();
    room = await connectRoom(db, network, {});
  });
  beforeEach(async () => {
    for (const { name } of await apps()) await room.owner.call('DELETE', `/presence/connect-apps/${name}`);
  });
  afterAll(async () => {
    await room?.stop();
    await network?.stop();
  });

  const apps = async () => (await room.owner.call<AppView[]>('GET', '/presence/connect-apps')).body;
  const app = async (name: string) => (await apps()).find((one) => one.name === name);
  const put = (name: string, body: object) =>
    room.owner.call<AppView & Refused>('PUT', `/presence/connect-apps/${name}`, body);
  const page = () => room.make('linkedin', { as: 'person', server: network.url });

  test('connect a channel, and let it be tried, without anything in the configuration', async () => {
    const key = await page();
    expect((await room.begin(key)).body.error).toMatchObject({
      details: { code: 'connect.app-missing' },
      message: expect.stringContaining('in the form of the channel'),
    });
    const entered = await put('linkedin', linkedinApp);
    expect(entered).toMatchObject({
      status: 200,
      body: {
        ...{ name: 'linkedin', from: 'admin', clientId: linkedinApp.clientId, hasSecret: true },
        returns: [{ kind: 'linkedin', address: `${room.app.url}/api/presence/connect/linkedin` }],
      },
    });
    const { body } = await room.connect(key, 'rosa');
    expect(body).toMatchObject({ report: { state: 'ready' }, channel: { connected: { as: 'rosa' } } });
    const tried = await room.owner.call<{ report: { state: string } }>(
      ...(['POST', `/presence/channels/${key}/test`, {}] as const),
    );
    expect(tried.body.report.state).toBe('ready');
  });

  test('say by the secret that is right whether the network takes them, and keep it where it is left out', async () => {
    const key = await page();
    await put('linkedin', { ...linkedinApp, clientSecret: 'another' });
    expect((await room.connect(key, 'rosa')).body.error.details.code).toBe('connect.app-refused');
    await put('linkedin', linkedinApp);
    // The form is saved once more, and nobody wrote the secret again.
    await put('linkedin', { clientId: linkedinApp.clientId });
    expect((await room.connect(key, 'rosa')).body.report.state).toBe('ready');
    expect((await room.recorded('connect-app.save')).slice(0, 3)).toEqual([
      { app: 'linkedin', clientId: linkedinApp.clientId, newSecret: false },
      { app: 'linkedin', clientId: linkedinApp.clientId, newSecret: true },
      { app: 'linkedin', clientId: linkedinApp.clientId, newSecret: true },
    ]);
  });

  test('never show their secret again, in no answer, no line of the record and no row', async () => {
    await put('linkedin', linkedinApp);
    const { db: database } = room.app.strapi;
    const told = [
      await apps(),
      await room.recorded('connect-app.save'),
      await database.query('presence::connect-app').findMany({}),
    ];
    expect(JSON.stringify(told)).not.toContain(linkedinApp.clientSecret);
  });

  test('are gone after they were removed, and the channel says what it lacks', async () => {
    const key = await page();
    await put('linkedin', linkedinApp);
    await room.connect(key, 'rosa');
    const removed = await room.owner.call<AppView>('DELETE', '/presence/connect-apps/linkedin');
    expect(removed.body).toMatchObject({ from: null, clientId: '', hasSecret: false });
    expect((await room.begin(key)).body.error.details.code).toBe('connect.app-missing');
    expect((await room.recorded('connect-app.remove'))[0]).toEqual({ app: 'linkedin' });
  });

  test('are refused where something is wrong with them, and nothing is stored', async () => {
    const wrong: readonly [what: string, name: string, body: object, code: string][] = [
      ['no secret where one is needed', 'linkedin', { clientId: 'one' }, 'connect.app-secret-missing'],
      ['an empty id', 'linkedin', { ...linkedinApp, clientId: ' ' }, 'request.invalid'],
      ['an id that is too long', 'x', { clientId: 'x'.repeat(1_001) }, 'request.invalid'],
      ['a right that no app has', 'threads', { ...linkedinApp, alsoScopes: ['all'] }, 'request.invalid'],
      ['rights where there are none', 'x', { ...linkedinApp, alsoScopes: ['read'] }, 'request.invalid'],
      ['a field that nobody knows', 'x', { clientId: 'one', more: 1 }, 'request.invalid'],
      ['a network without an app', 'mastodon', linkedinApp, 'connect.app-unknown'],
      ['what is no name at all', '__proto__', linkedinApp, 'connect.app-unknown'],
    ];
    for (const [what, name, body, code] of wrong)
      expect([what, (await put(name, body)).body.error?.details.code]).toEqual([what, code]);
    expect((await apps()).every(({ from }) => from === null)).toBe(true);
  });

  test('of X may have no secret, and those of Meta say which rights they have', async () => {
    expect((await put('x', { clientId: 'one', clientSecret: null })).body).toMatchObject({
      ...{ from: 'admin', hasSecret: false },
    });
    const alsoScopes = ['read_insights', 'instagram_manage_comments'];
    expect((await put('facebook', { ...linkedinApp, alsoScopes })).body).toMatchObject({
      alsoScopes,
      returns: [{ kind: 'facebook' }, { kind: 'instagram' }],
    });
  });

  test('whose encryption nobody can undo are shown as such, and are entered again', async () => {
    await put('linkedin', linkedinApp);
    await room.app.strapi.db
      .query('presence::connect-app')
      .updateMany({ where: {}, data: { sealed: 'v1:of-another-key' } });
    await new Promise((done) => setTimeout(done, 1_100));
    expect(await app('linkedin')).toMatchObject({ from: 'admin', isUnreadable: true, hasSecret: false });
    expect((await room.begin(await page())).body.error.details.code).toBe('connect.app-missing');
    expect((await put('linkedin', { clientId: 'one' })).body.error.details.code).toBe(
      'connect.app-secret-missing',
    );
    expect((await put('linkedin', linkedinApp)).body).toMatchObject({ isUnreadable: false });
  });

  test('are known to every instance within a second', async () => {
    const { strapi } = room.app;
    const box = secretBox(strapi.service('admin::encryption') as unknown as Encryption);
    let at = 0;
    const other = knownApps({
      ...{ config: {}, store: connectAppsStore(strapi.db), secrets: box, now: () => at },
    });
    await other.read();
    expect(other.of('linkedin')).toBeUndefined();
    await put('linkedin', linkedinApp);
    at = 1_000;
    await other.read();
    expect(other.of('linkedin')).toEqual(linkedinApp);
  });

  test('are for those who look after channels', async () => {
    const writer = await hire(room.app, 'Wim', ['read']);
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/linkedin'],
      ['DELETE', '/linkedin'],
    ] as const)
      expect((await writer.call(method, `/presence/connect-apps${path}`)).status).toBe(403);
  });
});

describe.each(databases())('Apps in the configuration on %s', (db) => {
  test('hold, and cannot be changed by people', async () => {
    const network = await startPractice();
    const room = await connectRoom(db, network, { linkedin: linkedinApp });
    try {
      const { body } = await room.owner.call<AppView[]>('GET', '/presence/connect-apps');
      expect(body.find(({ name }) => name === 'linkedin')).toMatchObject({
        ...{ from: 'config', clientId: linkedinApp.clientId, hasSecret: true },
      });
      for (const [method, input] of [['PUT', linkedinApp] as const, ['DELETE', undefined] as const]) {
        const answer = await room.owner.call<Refused>(method, '/presence/connect-apps/linkedin', input);
        expect(answer).toMatchObject({
          status: 400,
          body: { error: { details: { code: 'connect.app-fixed' } } },
        });
      }
    } finally {
      await room.stop();
      await network.stop();
    }
  });
});
