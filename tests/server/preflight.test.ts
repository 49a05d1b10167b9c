import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView } from '../../src/publishing/schema';
import { wired } from '../../server/wire';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';

const article = 'api::article.article';
const minute = 60_000;

/** A certificate of a mail server's own making that runs out in ten days. */
function selfMade(): string {
  const words = 'req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.bakery.test -keyout /dev/null -days 10';
  return execFileSync('openssl', words.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe.each(databases())('will it go out, on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());
  beforeEach(() => room.govern([]));

  const publish = (documentId: string) =>
    room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
  const look = async (path: string) => (await room.emil.call<PreflightView>('GET', `/presence/${path}`)).body;
  const inWay = (view: PreflightView) =>
    view.publications.flatMap(({ items }) =>
      items.filter(({ severity }) => severity !== 'green').map(({ severity, code }) => `${severity} ${code}`),
    );
  const at = (ms: number) => {
    const local = new Date(Date.now() + ms).toISOString().slice(0, 16);
    return { when: { kind: 'at', local, zone: 'UTC' } };
  };
  const schedule = (key: string, input: object) =>
    room.post<CampaignView & { preflight: PreflightView }>(room.emil, `/campaigns/${key}/schedule`, input);
  const ahead = () => wired(room.app.strapi).preflight;
  const told = async () => {
    const { body } = await room.emil.call<{ items: { code: string; message: string }[] }>(
      'GET',
      '/presence/notices?unread=true',
    );
    return body.items.filter(({ code }) => code === 'publication.will-not-go-out');
  };

  it('says of a draft what is missing, for one publication and for its campaign', async () => {
    const documentId = await room.article();
    await publish(documentId);
    const { key, publications } = await room.campaign(documentId, [room.channels.hook]);
    const view = await look(`campaigns/${key}/preflight`);
    expect(view.verdict).toBe('amber');
    expect(inWay(view)).toEqual(['amber preflight.no-time', 'amber preflight.channel-untested']);
    expect(view.publications[0]).toMatchObject({ campaignName: 'Rye week', channelName: 'Partner' });
    expect(await look(`publications/${publications[0]?.key}/preflight`)).toMatchObject({ verdict: 'amber' });
    expect(view.costs).toEqual([]);
  });

  it('answers with it when something is scheduled, and turns green with the approval', async () => {
    await room.govern([article]);
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [room.channels.hook]);
    const { body } = await schedule(key, at(40 * minute));
    expect(body.preflight.verdict).toBe('red');
    expect(body.preflight.publications[0]?.items[0]).toMatchObject({
      severity: 'red',
      code: 'review.not-approved',
      fix: { where: 'entry' },
    });
    await room.approve(documentId);
    await publish(documentId);
    const after = await look(`campaigns/${key}/preflight`);
    expect(inWay(after)).toEqual(['amber preflight.channel-untested']);
  });

  it('knows an edit, a picture that is gone, and a copy that is too long', async () => {
    const documentId = await room.article();
    const { key, publications } = await room.campaign(documentId, [room.channels.sky]);
    await schedule(key, at(40 * minute));
    const copy = {
      ...publications[0]?.copy,
      text: 'Rye',
      pictures: [{ hash: 'gone', url: '/uploads/loaf.jpg', alt: 'A loaf' }],
    };
    await room.emil.call('PUT', `/presence/campaigns/${key}`, {
      copies: [{ channel: room.channels.sky, copy }],
    });
    await room.app.strapi
      .documents(article)
      .update({ documentId, locale: 'en', data: { title: 'Wheat' } as object });
    const found = inWay(await look(`campaigns/${key}/preflight`));
    expect(found).toContain('red preflight.picture-lost');
    expect(found).toContain('red publication.entry-edited');
  });

  it('sees that the page of a link is missing, or comes with the campaign', async () => {
    const documentId = await room.article();
    const alone = await room.campaign(documentId, [room.channels.hook]);
    await schedule(alone.key, at(40 * minute));
    expect(inWay(await look(`campaigns/${alone.key}/preflight`))).toContain('red publication.page-missing');
    const both = await room.campaign(documentId, [room.channels.hook, room.channels.site]);
    expect(inWay(await look(`campaigns/${both.key}/preflight`))).not.toContain(
      'red publication.page-missing',
    );
    await schedule(both.key, at(40 * minute));
    expect(inWay(await look(`campaigns/${both.key}/preflight`))).not.toContain(
      'red publication.page-missing',
    );
  });

  it('notices what was planned for the same channel already', async () => {
    const text = 'On Saturday the rolls stay warm until noon, and the coffee is on the house.';
    const write = async (name: string) => {
      const made = await room.campaign(await room.article(), [room.channels.sky], { name });
      const [first] = made.publications;
      await room.emil.call('PUT', `/presence/campaigns/${made.key}`, {
        copies: [{ channel: room.channels.sky, copy: { ...first?.copy, text } }],
      });
      await schedule(made.key, at(40 * minute));
      return made.key;
    };
    await write('Warm rolls');
    const view = await look(`campaigns/${await write('Again')}/preflight`);
    expect(inWay(view)).toContain('amber preflight.duplicate');
    expect(JSON.stringify(view)).toContain('“Warm rolls” on the same channel');
  });

  it('adds up what a channel bills in a month, against what may be spent there', async () => {
    const { hook } = room.channels;
    const channels = async () =>
      (await room.owner.call<{ key: string; state: string; settings: object }[]>('GET', '/presence/channels'))
        .body;
    await wired(room.app.strapi).channels.markState(hook, 'ready', '');
    const settings = { url: room.receiver.url, price: { perPost: 40, currency: 'EUR', cap: 100 } };
    const priced = { kind: 'webhook', name: 'Partner', settings };
    expect((await room.owner.call('PUT', `/presence/channels/${hook}`, priced)).status).toBe(200);
    // What it bills says nothing about whether it works.
    expect((await channels()).find(({ key }) => key === hook)).toMatchObject({ state: 'ready', settings });

    const june = new Date().getUTCFullYear() + 1;
    const post = async (hour: number) => {
      const documentId = await room.article();
      await publish(documentId);
      const { key } = await room.campaign(documentId, [hook]);
      await schedule(key, { when: { kind: 'at', local: `${june}-06-15T${hour}:00`, zone: 'UTC' } });
      return look(`campaigns/${key}/preflight`);
    };
    const found = (view: PreflightView) => inWay(view).filter((one) => one.includes('cap'));
    const first = await post(10);
    expect(found(first)).toEqual([]);
    const month = {
      channel: hook,
      channelName: 'Partner',
      month: `${june}-06-01`,
      currency: 'EUR',
      cap: 100,
    };
    expect(first.costs).toEqual([{ ...month, posts: 1, sum: 40 }]);
    expect(found(await post(12))).toEqual(['amber preflight.near-cap']);
    const third = await post(14);
    expect(found(third)).toEqual(['red preflight.over-cap']);
    expect(third.costs).toEqual([{ ...month, posts: 3, sum: 120 }]);

    const wrong = { ...priced, settings: { ...settings, price: { ...settings.price, perPost: 0 } } };
    const { status, body } = await room.owner.call<object>('PUT', `/presence/channels/${hook}`, wrong);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('an amount such as 0.10')]);
    const free = { ...priced, settings: { url: room.receiver.url } };
    await room.owner.call('PUT', `/presence/channels/${hook}`, free);
    expect((await look('publishing/preflight?days=31')).costs).toEqual([]);
  });

  it('asks a channel until when it can be signed in to', async () => {
    const tenDays = selfMade();
    const smtp = { host: 'mail.bakery.test', certificate: tenDays };
    const settings = { fromName: 'Bakery', fromEmail: 'news@bakery.test', imprint: 'Mill Lane 1', smtp };
    const made = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
      ...{ kind: 'email', name: 'Newsletter', settings, secret: { password: 'unused' } },
    });
    const { key } = await room.campaign(await room.article(), [made.body.key]);
    await schedule(key, at(9 * 24 * 60 * minute));
    expect(inWay(await look(`campaigns/${key}/preflight`))).not.toContain('red preflight.credentials-end');
    const { key: later } = await room.campaign(await room.article(), [made.body.key]);
    await schedule(later, at(11 * 24 * 60 * minute));
    const view = await look(`campaigns/${later}/preflight`);
    expect(inWay(view)).toContain('red preflight.credentials-end');
    expect(
      view.publications[0]?.items.find(({ code }) => code === 'preflight.credentials-end'),
    ).toMatchObject({
      values: { channel: 'Newsletter', at: Date.parse(new X509Certificate(tenDays).validTo) },
    });
  });

  it('keeps to the plan of the business: distances and times without posts', async () => {
    const { sky } = room.channels;
    const own = (name: string) => room.article({ title: name, summary: `${name} ${'x'.repeat(30)}` });
    const one = await room.campaign(await own('Spelt'), [sky], { name: 'Spelt' });
    await schedule(one.key, at(20 * 24 * 60 * minute));
    const two = await room.campaign(await own('Rolls'), [sky], { name: 'Rolls' });
    await schedule(two.key, at((20 * 24 + 1) * 60 * minute));
    const { body: plan } = await room.owner.call('GET', '/presence/publishing/plan');
    const { holidayDays: _, ...rest } = plan;
    const day = (days: number) =>
      new Date(Date.now() + days * 24 * 60 * minute).toISOString().slice(0, 10) + 'T00:00';
    const saved = await room.owner.call('PUT', '/presence/publishing/plan', {
      ...rest,
      minDistance: [{ channel: sky, minutes: 240 }],
      blackouts: [{ name: 'Winter break', from: day(19), to: day(23), channels: [] }],
    });
    expect(saved.status).toBe(200);
    const found = await look(`campaigns/${two.key}/preflight`);
    expect(inWay(found)).toEqual(
      expect.arrayContaining(['amber preflight.too-close', 'amber preflight.blackout']),
    );
    expect(JSON.stringify(found)).toContain('“Spelt” goes out on the same channel');
    expect(JSON.stringify(found)).toContain('Its time falls into “Winter break”.');
    await room.owner.call('PUT', '/presence/publishing/plan', rest);
  });

  it('looks at the days to come', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.sky]);
    await schedule(key, at(3 * 24 * 60 * minute));
    const within = async (days: number) =>
      (await look(`publishing/preflight?days=${days}`)).publications.some(({ campaign }) => campaign === key);
    expect(await within(2)).toBe(false);
    expect(await within(7)).toBe(true);
    expect((await room.emil.call('GET', '/presence/publishing/preflight?days=0')).status).toBe(400);
  });

  it('tells the maker once what will not go out, and takes it back when nothing is in the way', async () => {
    await room.govern([article]);
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [room.channels.hook], { name: 'Advent' });
    // Looked at when it is scheduled: the look of a day before is over, that of an hour is not.
    await schedule(key, at(5 * 60 * minute));
    await ahead().run();
    expect(await told()).toEqual([]);
    const due = Date.now() + 50 * minute;
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ campaign: key })
      .update({ due_at: due });
    await Promise.all([ahead().run(), ahead().run()]);
    await ahead().run();
    const notices = await told();
    expect(notices).toMatchObject([{ times: 1 }]);
    expect(notices[0]?.message).toMatch(/^“Advent” will not go out on Partner: Nobody has approved it/);
    await room.approve(documentId);
    await publish(documentId);
    await ahead().lookAgain();
    expect(await told()).toEqual([]);
  });

  it('asks the database no more often for three copies of an entry than for one', async () => {
    const documentId = await room.article();
    const { hook, sky, site } = room.channels;
    const one = await room.campaign(documentId, [hook]);
    const three = await room.campaign(documentId, [hook, sky, site]);
    const queries = async (key: string): Promise<number> => {
      await ahead().campaign(key);
      let least = Infinity;
      // The least of a few looks: the engine asks for its own work in between.
      for (let look = 0; look < 5; look += 1) {
        let count = 0;
        const counted = () => (count += 1);
        room.app.strapi.db.connection.on('query', counted);
        await ahead().campaign(key);
        room.app.strapi.db.connection.off('query', counted);
        least = Math.min(least, count);
      }
      return least;
    };
    // One question more for each further channel: what went out on it last.
    expect(await queries(three.key)).toBeLessThanOrEqual((await queries(one.key)) + 3);
  });

  it('answers for what is not there', async () => {
    const gone = '00000000-0000-4000-8000-000000000000';
    for (const path of [`campaigns/${gone}/preflight`, `publications/${gone}/preflight`])
      expect((await room.emil.call('GET', `/presence/${path}`)).status).toBe(404);
  });
});
