import ICAL from 'ical.js';
import type { FeedView, ImportView } from '../../src/publishing/calendar/views';
import type { CampaignView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { hire, type Staff } from './staff';

const article = 'api::article.article';
const zone = 'Europe/Berlin';
const day = 86_400_000;

describe.each(databases())('the calendar as files on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());

  const send = (body: object, by: Staff = room.emil) => room.post<ImportView>(by, '/calendar/import', body);
  const file = (...rows: readonly string[]) =>
    `entry,channel,when,zone,choice,campaign,text\n${rows.map((row) => `${row}\n`).join('')}`;
  const idOf = (documentId: string) => `${article}|${documentId}|en`;
  const exportOf = async (from: number, to: number, more = '') => {
    const response = await fetch(`${room.app.url}/presence/calendar/export?from=${from}&to=${to}${more}`, {
      headers: { authorization: `Bearer ${room.emil.token}` },
    });
    return { type: response.headers.get('content-type'), text: await response.text() };
  };
  const campaignsOf = async (documentId: string) =>
    (
      await room.emil.call<Page<CampaignView>>(
        'GET',
        `/presence/campaigns?uid=${article}&documentId=${documentId}&locale=en`,
      )
    ).body.items;

  describe('a plan that comes as a file', () => {
    it('shows every row with what would happen, does nothing, and does it once when asked again', async () => {
      const [one, two] = [await room.article({ title: 'Rye' }), await room.article({ title: 'Oat' })];
      const csv = file(
        `${idOf(one)},Website,2030-05-01 09:00,${zone},,Rye week,`,
        `${idOf(one)},bluesky,2030-05-01 10:00,${zone},,Rye week,"Own words, twice"`,
        `${idOf(two)},Nowhere,2030-05-01 09:00,${zone},,,`,
        `${idOf(two)},Partner,2030-03-31 02:30,${zone},,Oats,`,
        `${idOf(two)},Partner,2020-03-31 09:00,${zone},,Past,`,
        `${idOf(two)},Partner,2030-03-31 02:30,${zone},later,Later,`,
        `${article}|nothere|en,Partner,2030-05-01 09:00,${zone},,,`,
      );
      const shown = await send({ csv });
      expect(shown.status).toBe(200);
      expect(shown.body).toMatchObject({
        total: 7,
        next: null,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(
        shown.body.rows.map(({ line, outcome, problems }) => [
          line,
          outcome,
          ...problems.map(({ code }) => code),
        ]),
      ).toEqual([
        [2, 'schedule'],
        [3, 'schedule'],
        [4, 'refuse', 'import.channel'],
        [5, 'refuse', 'time.gap'],
        [6, 'refuse', 'time.past'],
        [7, 'schedule'],
        [8, 'refuse', 'entry.not-found'],
      ]);
      expect(shown.body.rows[1]).toMatchObject({
        entryTitle: 'Rye',
        channelName: 'Bluesky',
        kind: 'bluesky',
        words: 'Own words, twice',
        dueAt: Date.UTC(2030, 4, 1, 8),
        campaign: null,
      });
      expect(await campaignsOf(one)).toEqual([]);

      const done = await send({ csv, hash: shown.body.hash });
      expect(done.body.rows.map(({ outcome, campaign }) => [outcome, campaign !== null])).toEqual([
        ['schedule', true],
        ['schedule', true],
        ['refuse', false],
        ['refuse', false],
        ['refuse', false],
        ['schedule', true],
        ['refuse', false],
      ]);
      const [made] = await campaignsOf(one);
      expect(made).toMatchObject({ name: 'Rye week', state: 'waiting' });
      expect(
        made?.publications.map(({ kind, state, localTime, copy }) => [kind, state, localTime, copy.text]),
      ).toEqual([
        ['website', 'scheduled', '2030-05-01T09:00', ''],
        ['bluesky', 'scheduled', '2030-05-01T10:00', 'Own words, twice'],
      ]);
      const again = await send({ csv, hash: shown.body.hash });
      expect(again.body.rows.map(({ problems }) => problems.at(-1)?.code)).toEqual([
        'import.already-there',
        'import.already-there',
        'import.channel',
        'time.gap',
        'time.past',
        'import.already-there',
        'entry.not-found',
      ]);
      expect(await campaignsOf(one)).toHaveLength(1);
    });

    it('makes nothing twice where two people send it at the same moment', async () => {
      const documentId = await room.article();
      const csv = file(`${idOf(documentId)},Partner,2030-05-01 09:00,${zone},,Once,`);
      const { hash } = (await send({ csv })).body;
      const answers = await Promise.all([send({ csv, hash }), send({ csv, hash }, room.owner)]);
      expect(answers.map(({ body }) => body.rows[0]?.outcome).sort()).toEqual(['refuse', 'schedule']);
      expect(await campaignsOf(documentId)).toHaveLength(1);
    });

    it('makes nothing twice where two instances get it at the same moment', async () => {
      const documentId = await room.article();
      const csv = file(`${idOf(documentId)},Partner,2030-05-01 09:00,${zone},,Once for all,`);
      // Composed once more on the same database: what a second instance of Strapi knows of the first.
      const instances = [room.app.strapi, Object.create(room.app.strapi) as typeof room.app.strapi];
      const by = { actor: { kind: 'system', name: 'test' } as const, canRead: () => true };
      const { hash } = (await send({ csv })).body;
      const answers = await Promise.all(
        instances.map((strapi) => wired(strapi).calendar.import({ csv, hash, from: 0 }, by)),
      );
      const rows = answers.flatMap((answer) => (answer.ok ? answer.value.rows : []));
      expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['refuse', 'schedule']);
      expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
        'import.already-there',
      ]);
      expect(await campaignsOf(documentId)).toHaveLength(1);
    });

    it('makes it anew where the campaign of that name has another one by now', async () => {
      const documentId = await room.article();
      const csv = file(`${idOf(documentId)},Partner,2030-05-01 09:00,${zone},,Spring,`);
      const { hash } = (await send({ csv })).body;
      await send({ csv, hash });
      const [made] = await campaignsOf(documentId);
      await room.emil.call('PUT', `/presence/campaigns/${made?.key}`, { name: 'Spring, first' });
      expect((await send({ csv, hash })).body.rows[0]).toMatchObject({ outcome: 'schedule', problems: [] });
      expect((await campaignsOf(documentId)).map(({ name }) => name)).toEqual(['Spring', 'Spring, first']);
    });

    it('takes the next free slot, and so long after the website, and shows both before', async () => {
      await room.owner.call('PUT', '/presence/publishing/plan', {
        ...{ zone, blackouts: [], holidays: false, minDistance: [] },
        slots: [{ channel: room.channels.hook, weekday: 3, time: '11:00' }],
      });
      const documentId = await room.article();
      const head = 'entry,channel,when,zone,slot,after_website,campaign\n';
      const rows = [
        `${idOf(documentId)},Website,2030-05-01 09:00,${zone},,,Three ways`,
        `${idOf(documentId)},Bluesky,,,,90,Three ways`,
        `${idOf(documentId)},Partner,,,next,,Three ways`,
      ];
      const csv = `${head}${rows.join('\n')}\n`;
      const shown = (await send({ csv })).body;
      const site = Date.UTC(2030, 4, 1, 7);
      expect(shown.rows).toMatchObject([
        { goesBy: 'time', dueAt: site, outcome: 'schedule' },
        { goesBy: 'website', afterMinutes: 90, dueAt: site + 90 * 60_000, outcome: 'schedule' },
        { goesBy: 'slot', dueAt: Date.UTC(2030, 4, 1, 9), outcome: 'schedule' },
      ]);
      await send({ csv, hash: shown.hash });
      const [made] = await campaignsOf(documentId);
      expect(
        made?.publications.map(({ kind, dueAt, localTime, afterMinutes }) => [
          kind,
          dueAt,
          localTime.slice(0, 16),
          afterMinutes,
        ]),
      ).toEqual([
        ['website', site, '2030-05-01T09:00', null],
        ['bluesky', site + 90 * 60_000, '', 90],
        ['webhook', Date.UTC(2030, 4, 1, 9), '2030-05-01T11:00', null],
      ]);

      const alone = `${head}${idOf(await room.article())},Bluesky,,,,90,No website\n`;
      const [refused] = (await send({ csv: alone })).body.rows;
      expect(refused).toMatchObject({
        outcome: 'refuse',
        problems: [{ code: 'time.no-website', column: 'after_website' }],
      });
      const exported = await exportOf(site, site + day);
      expect(exported.text).toMatch(/\|en,Bluesky,,,,,90,Three ways,/);
    });

    it('makes a campaign whole or not at all, and says which row is at fault', async () => {
      const documentId = await room.article();
      const csv = file(
        `${idOf(documentId)},Website,2030-05-01 09:00,${zone},,,`,
        `${idOf(documentId)},Bluesky,2030-05-01 09:00,${zone},,,${'x'.repeat(400)}`,
        `${idOf(documentId)},Website,2030-05-02 09:00,${zone},,,`,
      );
      const { hash, rows } = (await send({ csv })).body;
      expect(rows.map(({ problems }) => problems[0]?.code)).toEqual([
        'import.incomplete',
        'campaign.copy-over-limit',
        'import.channel-twice',
      ]);
      expect(rows[0]?.problems[0]?.message).toContain('Line 3');
      await send({ csv, hash });
      expect(await campaignsOf(documentId)).toEqual([]);
    });

    it('says what waits for an approval', async () => {
      await room.govern([article]);
      const documentId = await room.article();
      const csv = file(`${idOf(documentId)},Website,2030-05-01 09:00,${zone},,,`);
      const { hash, rows } = (await send({ csv })).body;
      expect(rows[0]).toMatchObject({ outcome: 'hold', note: expect.stringContaining('approv') });
      await send({ csv, hash });
      expect((await campaignsOf(documentId))[0]?.publications[0]).toMatchObject({ state: 'held' });
      await room.govern([]);
    });

    it('goes through a long file in several calls', async () => {
      const documentId = await room.article();
      const csv = file(
        ...Array.from(
          { length: 230 },
          (_, n) => `${idOf(documentId)},Partner,2030-05-01 09:00,${zone},,Part ${n},`,
        ),
      );
      const lines: number[] = [];
      let from: number | null = 0;
      while (from !== null) {
        const { body }: { body: ImportView } = await send({ csv, from });
        lines.push(...body.rows.map(({ line }) => line));
        from = body.next;
      }
      expect(lines).toEqual(Array.from({ length: 230 }, (_, n) => n + 2));
    });

    it.each([
      [
        'another file than was looked at',
        { csv: file('a,b,c'), hash: '0'.repeat(64) },
        400,
        'import.changed',
      ],
      ['a file without rows', { csv: 'entry,channel,when\n' }, 400, 'import.no-rows'],
      ['too large a file', { csv: 'x'.repeat(2_100_000) }, 413, 'import.too-large'],
      ['no file', { text: '' }, 400, 'request.invalid'],
    ])('refuses %s', async (_, body, status, code) => {
      const answer = await send(body);
      expect([answer.status, answer.body.error.details.code]).toEqual([status, code]);
    });

    it('tells nobody the title of an entry that they may not see', async () => {
      const blind = await hire(room.app, 'Vera', ['read', 'campaigns.manage'], []);
      const csv = file(`${idOf(await room.article())},Partner,2030-05-01 09:00,${zone},,,`);
      const { rows } = (await send({ csv }, blind)).body;
      expect(rows[0]).toMatchObject({ entryTitle: '', problems: [{ code: 'entry.not-allowed' }] });
      const reader = await hire(room.app, 'Ines', ['read']);
      expect((await send({ csv }, reader)).status).toBe(403);
    });
  });

  it('goes out as a file that comes in again as it was', async () => {
    const documentId = await room.article({ title: '=1+1' });
    const csv = file(`${idOf(documentId)},Partner,2031-10-26 02:30,${zone},later,Once more,`);
    const { hash } = (await send({ csv })).body;
    await send({ csv, hash });
    const at = Date.UTC(2031, 9, 26, 1, 30);
    const { type, text } = await exportOf(at, at + day, `&channels=${room.channels.hook}`);
    expect(type).toContain('text/csv');
    expect(text.split('\r\n')[1]).toBe(
      `${idOf(documentId)},Partner,2031-10-26 02:30,${zone},later,,,Once more,'=1+1,webhook,scheduled,,2031-10-26T01:30:00.000Z`,
    );
    const back = (await send({ csv: text.replace('Once more', 'Once again') })).body;
    expect(back.rows).toMatchObject([{ outcome: 'schedule', dueAt: at, campaignName: 'Once again' }]);
  });

  describe('the secret link', () => {
    const link = async (method = 'GET', by: Staff = room.emil) =>
      (await by.call<FeedView>(method, '/presence/calendar/feed')).body.link;
    const open = async (url: string) => {
      const response = await fetch(url.replace(/^https?:\/\/[^/]+/, room.app.url));
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    };

    it('shows the calendar to a calendar program, until it is renewed or revoked', async () => {
      expect(await link()).toBeNull();
      const made = await link('POST');
      expect(made).toMatchObject({
        url: expect.stringMatching(/\/api\/presence\/calendar\/[\w-]+\.ics$/),
        usedAt: null,
      });
      const { key } = await room.campaign(await room.article({ title: 'Rye; wheat' }), [room.channels.hook]);
      const local = new Date(Date.now() + day).toISOString().slice(0, 16);
      await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'at', local, zone: 'UTC' } });
      const shown = await open(made?.url ?? '');
      expect([shown.status, shown.type]).toEqual([200, 'text/calendar; charset=utf-8']);
      const events = new ICAL.Component(ICAL.parse(shown.text) as unknown as []).getAllSubcomponents(
        'vevent',
      );
      const { key: publication } = await room.publication(key, room.channels.hook);
      const own = events
        .map((each) => new ICAL.Event(each))
        .find(({ uid }) => uid === `${publication}@presence`);
      expect(own?.summary).toBe('Rye; wheat · Partner');
      expect((await link())?.usedAt).toEqual(expect.any(Number));

      const renewed = await link('POST');
      expect(renewed?.url).not.toBe(made?.url);
      expect((await open(made?.url ?? '')).status).toBe(404);
      expect((await open(renewed?.url ?? '')).status).toBe(200);
      await link('DELETE');
      expect(await link()).toBeNull();
      expect((await open(renewed?.url ?? '')).status).toBe(404);
    });

    it('answers alike what was forged, what was revoked, and whose owner may not look any more', async () => {
      const vera = await hire(room.app, 'Vera', ['read']);
      const own = (await link('POST', vera))?.url ?? '';
      expect((await open(own)).status).toBe(200);
      await room.app.strapi.db
        .query('admin::user')
        .update({ where: { id: vera.id }, data: { blocked: true } });
      const renewed = (await link('POST'))?.url ?? '';
      await link('DELETE');
      const answers = [
        await open(own),
        await open(renewed),
        await open(renewed.replace(/.{8}\.ics$/, 'AAAAAAAA.ics')),
        await open(renewed.replace(/[\w-]+\.ics$/, 'x')),
        await open(renewed.replace(/[\w-]+\.ics$/, '%00%FF')),
      ];
      expect(new Set(answers.slice(0, 4).map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
      expect(answers[0]?.text).toContain('calendar.feed-unknown');
      expect([400, 404]).toContain(answers[4]?.status);
    });

    it('slows down who asks too often, for links and for guesses', async () => {
      const made = (await link('POST'))?.url ?? '';
      const statuses = [];
      for (let n = 0; n < 125; n += 1) statuses.push((await open(made)).status);
      expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
      const fresh = (await link('POST'))?.url ?? '';
      for (let n = 0; n < 40; n += 1) await open(`${fresh.slice(0, -10)}guess.ics`);
      expect((await open(fresh)).status).toBe(429);
    });
  });
});
