import { wired } from '../../server/wire';
import { facebookApp, type SeenPage } from '../network/practice/facebook-oauth';
import { linkedinApp } from '../network/practice/linkedin-oauth';
import { googleApp } from '../network/practice/google-oauth';
import { pinterestApp } from '../network/practice/pinterest-oauth';
import { startPractice, type PracticeServer } from '../network/practice/server';
import { databases } from './boot';
import { connectRoom, type ConnectRoom, type Finished } from './connect-room';
import { hire } from './staff';

interface Listed {
  readonly chosen: string | null;
  readonly places: readonly { readonly id: string; readonly name: string; readonly problem: string | null }[];
}

describe.each(databases())('Where a connected channel posts on %s', (db) => {
  let network: PracticeServer;
  let room: ConnectRoom;

  beforeAll(async () => {
    network = await startPractice();
    room = await connectRoom(db, network, {
      facebook: facebookApp,
      linkedin: linkedinApp,
      'google-business': googleApp,
      pinterest: pinterestApp,
    });
  });
  afterAll(async () => {
    await room?.stop();
    await network?.stop();
  });

  const list = (key: string) => room.owner.call<Listed & Finished>('GET', `/presence/channels/${key}/places`);
  const pick = (key: string, place: string) =>
    room.owner.call<Finished>('PUT', `/presence/channels/${key}/place`, { place });

  const pages: readonly SeenPage[] = [
    { name: 'Bakery North', gram: 'bakery.north' },
    { name: 'Bakery South', gram: null },
    { name: 'Guild', tasks: ['ANALYZE'], gram: 'guild' },
    { name: 'Archive', tasks: [], gram: null },
  ];

  test('of several Pages a person chooses one, later another, and the record says which', async () => {
    network.facebook.sees('rosa', pages);
    // The list comes in several parts.
    network.facebook.inPartsOf(2);
    const key = await room.make('facebook', { server: network.url });
    const { body } = await room.connect(key, 'rosa');
    expect(body).toMatchObject({
      report: { state: 'reauthorise', message: expect.stringContaining('nobody has chosen yet') },
      channel: { hasSecret: true, settings: { pageId: '' } },
    });
    const { body: seen } = await list(key);
    expect(seen.chosen).toBeNull();
    expect(seen.places.map(({ name, problem }) => [name, problem])).toEqual([
      ['Bakery North', null],
      ['Bakery South', null],
      ['Guild', 'role'],
      ['Archive', 'role'],
    ]);
    expect(JSON.stringify(seen)).not.toContain('EAA');

    const [north, south, guild] = seen.places.map(({ id }) => id) as [string, string, string];
    for (const [id, name] of [
      [north, 'Bakery North'],
      [south, 'Bakery South'],
    ] as const) {
      const picked = await pick(key, id);
      expect(picked.body).toMatchObject({
        report: { state: 'ready' },
        channel: { state: 'ready', settings: { pageId: id }, connected: { as: name } },
      });
      expect((await list(key)).body.chosen).toBe(id);
      expect((await room.recorded('channel.pick'))[0]).toMatchObject({ channel: key, place: id, as: name });
    }
    expect((await pick(key, guild)).body.error.details).toMatchObject({
      ...{ code: 'connect.place-unusable', problem: 'role' },
    });
    expect((await pick(key, '4711')).body.error.details.code).toBe('connect.place-gone');
    expect((await room.channel(key)).settings['pageId']).toBe(south);

    // Connected anew, it stays where it was.
    expect((await room.connect(key, 'rosa')).body.channel.settings['pageId']).toBe(south);
    network.facebook.inPartsOf(100);
  });

  test('a Page that a person does not see any more is not kept when they connect anew', async () => {
    network.facebook.sees('rosa', pages);
    const key = await room.make('facebook', { server: network.url });
    await room.connect(key, 'rosa');
    const [north] = (await list(key)).body.places;
    await pick(key, north?.id ?? '');
    network.facebook.sees('rosa', [pages[1]!, { name: 'New bakery', gram: null }]);
    expect((await room.connect(key, 'rosa')).body.channel).toMatchObject({
      settings: { pageId: '' },
      state: 'reauthorise',
    });
  });

  test('accounts of Instagram are chosen by the Pages that they belong to', async () => {
    network.instagramByFacebook.sees('rosa', [...pages, { name: 'Bakery East', gram: 'bakery.east' }]);
    const key = await room.make('instagram', { login: 'facebook', server: `${network.url}/instagram` });
    await room.connect(key, 'rosa');
    const { places } = (await list(key)).body;
    expect(places.map(({ name, problem }) => [name, problem])).toEqual([
      ['@bakery.north', null],
      ['Bakery South', 'no-instagram'],
      ['@guild', 'role'],
      ['Archive', 'no-instagram'],
      ['@bakery.east', null],
    ]);
    const east = places.find(({ name }) => name === '@bakery.east')?.id ?? '';
    expect((await pick(key, east)).body).toMatchObject({
      report: { state: 'ready' },
      channel: { settings: { userId: east }, connected: { as: '@bakery.east' } },
    });
  });

  test('pages of LinkedIn at which the role does not let a person post are told apart', async () => {
    network.linkedinSees('rosa', [
      { id: '11', name: 'Bakery' },
      { id: '12', name: 'Guild', role: 'ANALYST' },
      { id: '13', name: 'Café' },
    ]);
    const key = await room.make('linkedin', { as: 'organization', server: network.url });
    expect((await room.connect(key, 'rosa')).body.report.state).toBe('reauthorise');
    expect((await list(key)).body.places).toMatchObject([
      { id: 'urn:li:organization:11', name: 'Bakery', problem: null },
      { id: 'urn:li:organization:12', name: 'Guild', problem: 'role' },
      { id: 'urn:li:organization:13', name: 'Café', problem: null },
    ]);
    const picked = await pick(key, 'urn:li:organization:13');
    expect(picked.body).toMatchObject({
      report: { state: 'ready' },
      channel: { settings: { author: 'urn:li:organization:13' }, connected: { as: 'Café' } },
    });
    const person = await room.make('linkedin', { as: 'person', server: network.url });
    await room.connect(person, 'rosa');
    expect((await list(person)).body.error.details.code).toBe('connect.nothing-to-choose');
  });

  test('of several locations on Google one that takes posts is chosen', async () => {
    network.googleSees('rosa', [
      { id: '91', title: 'Market square', mayPost: true },
      { id: '92', title: 'Harbour', mayPost: false },
      { id: '93', title: 'Station', mayPost: true },
    ]);
    const key = await room.make('google-business', { server: network.url });
    await room.connect(key, 'rosa');
    const { places } = (await list(key)).body;
    expect(places.map(({ name, problem }) => [name, problem])).toEqual([
      ['Market square', null],
      ['Harbour', 'closed'],
      ['Station', null],
    ]);
    expect((await pick(key, places[2]?.id ?? '')).body).toMatchObject({
      report: { state: 'ready' },
      channel: { settings: { location: places[2]?.id } },
    });
  });

  test('of several boards of Pinterest one is chosen, and the channel stays that of its account', async () => {
    network.pinterestHas('rosa', [
      { id: '31', name: 'Bread' },
      { id: '32', name: 'Cakes' },
    ]);
    const key = await room.make('pinterest', { server: network.url });
    expect((await room.connect(key, 'rosa')).body.report).toMatchObject({
      ...{ state: 'reauthorise', message: expect.stringContaining('Choose the one') },
    });
    expect((await list(key)).body).toMatchObject({
      ...{
        chosen: null,
        places: [
          { id: '31', name: 'Bread' },
          { id: '32', name: 'Cakes' },
        ],
      },
    });
    expect((await pick(key, '33')).body.error.details.code).toBe('connect.place-gone');
    expect((await pick(key, '32')).body).toMatchObject({
      report: { state: 'ready', message: expect.stringContaining('Cakes') },
      channel: { settings: { board: '32' }, connected: { as: 'rosa' } },
    });
    expect((await room.recorded('channel.pick'))[0]).toMatchObject({ channel: key, place: '32' });
  });

  test('what lists the Pages may run out while posting goes on; that is said', async () => {
    network.facebook.sees('rosa', pages);
    const key = await room.make('facebook', { server: network.url });
    await room.connect(key, 'rosa');
    await pick(key, (await list(key)).body.places[0]?.id ?? '');
    network.facebook.revoke('rosa');
    expect((await list(key)).body.error.details.code).toBe('connect.places-over');
    network.order({ network: 'facebook', on: 'read', fault: { kind: 'cut' }, times: 3 });
    expect((await list(key)).body.error.details.code).toBe('connect.network-failed');
    network.heal();
    expect(await room.channel(key)).toMatchObject({ state: 'ready', hasSecret: true });
  });

  test('a channel that was never connected leaves no choice, and who may not manage channels makes none', async () => {
    const key = await room.make('facebook', { server: network.url });
    expect((await list(key)).body.error.details.code).toBe('connect.nothing-to-choose');
    const reader = await hire(room.app, 'Rita', ['read']);
    expect((await reader.call('GET', `/presence/channels/${key}/places`)).status).toBe(403);
    expect((await reader.call('PUT', `/presence/channels/${key}/place`, { place: '1' })).status).toBe(403);
    expect((await room.owner.call('GET', '/presence/channels/none/places')).status).toBe(404);
    expect(await wired(room.app.strapi).channels.account(key)).toMatchObject({ secret: null });
  });
});
