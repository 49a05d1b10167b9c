import type { BulkView } from '../../src/publishing/calendar/bulk';
import type { CalendarView } from '../../src/publishing/calendar/schema';
import type { CampaignView } from '../../src/publishing/schema';
import { databases } from './boot';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { hire } from './staff';

const hour = 3_600_000;
const day = 24 * hour;
const zone = 'Europe/Berlin';
const may = (date: number, time = '09:00') => `2030-05-${String(date).padStart(2, '0')}T${time}`;
const from = Date.UTC(2030, 4, 1) - 2 * hour;

describe.each(databases())('the calendar on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());

  const plan = async (local: string, channels = [room.channels.hook], in_ = zone): Promise<CampaignView> => {
    const { key } = await room.campaign(await room.article(), channels);
    const { body } = await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, {
      when: { kind: 'at', local, zone: in_ },
    });
    return body;
  };
  const look = async (query: object = {}) => {
    const asked = new URLSearchParams({ from: String(from), to: String(from + 31 * day), ...query });
    return room.emil.call<CalendarView>('GET', `/presence/calendar?${asked}`);
  };
  const bulk = async (body: object) => {
    const answer = await room.post<BulkView>(room.emil, '/publications/bulk', body);
    return answer.body.answers;
  };
  const first = ({ publications }: CampaignView) => publications[0]?.key ?? '';

  it('shows a month by time: what, where, whether it can be moved', async () => {
    const late = await plan(may(20));
    const early = await plan(may(3), [room.channels.site, room.channels.sky]);
    const { status, body } = await look();
    expect(status).toBe(200);
    const items = body.items.filter(({ campaign }) => [late.key, early.key].includes(campaign));
    expect(items.map(({ kind }) => kind)).toEqual(['website', 'bluesky', 'webhook']);
    expect(items[1]).toEqual({
      key: expect.any(String),
      campaign: early.key,
      campaignName: 'Rye week',
      entryTitle: 'Rye, fresh from the oven',
      channel: room.channels.sky,
      channelName: 'Bluesky',
      kind: 'bluesky',
      state: 'scheduled',
      dueAt: Date.UTC(2030, 4, 3, 7),
      localTime: may(3),
      zone,
      problem: null,
      words: 'Rye, fresh from the oven Baked at four.',
      afterMinutes: null,
      canMove: true,
      isStopped: false,
      isPractice: false,
    });
    expect(body.isCut).toBe(false);
  });

  it('says what is stopped and what is for practice, as long as it has not gone out', async () => {
    const planned = await plan(may(16), [room.channels.hook, room.channels.sky]);
    const marks = async () =>
      (await look()).body.items
        .filter(({ campaign }) => campaign === planned.key)
        .map(({ kind, isStopped, isPractice }) => `${kind} ${isStopped} ${isPractice}`);
    const { body: hold } = await room.post<{ key: string }>(room.emil, '/publishing/holds', {
      ...{ scope: 'channel', target: room.channels.hook, reason: 'The partner asked for it' },
    });
    const practise = (practice: boolean) =>
      room.owner.call('PUT', `/presence/channels/${room.channels.sky}`, {
        ...{ kind: 'bluesky', name: 'Bluesky', settings: { identifier: 'bakery.test' }, practice },
      });
    expect((await practise(true)).status).toBe(200);
    expect(await marks()).toEqual(['webhook true false', 'bluesky false true']);
    await practise(false);
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.key}`);
    expect(await marks()).toEqual(['webhook false false', 'bluesky false false']);
  });

  it('shows the days that were asked for, the last one exclusive', async () => {
    await plan(may(10));
    const at = Date.UTC(2030, 4, 10, 7);
    const shown = async (start: number, end: number) =>
      (await look({ from: String(start), to: String(end) })).body.items.length;
    expect([await shown(at, at + 1), await shown(at - 1, at), await shown(at + 1, at + 2)]).toEqual([
      1, 0, 0,
    ]);
  });

  it('is narrowed by channels and states', async () => {
    const planned = await plan(may(12), [room.channels.hook, room.channels.sky]);
    await room.post(room.emil, `/publications/${first(planned)}/cancel`);
    const kinds = async (query: object) =>
      (await look({ ...query })).body.items
        .filter(({ campaign }) => campaign === planned.key)
        .map(({ kind, state, canMove }) => `${kind} ${state} ${canMove}`);
    expect(await kinds({ channels: room.channels.sky })).toEqual(['bluesky scheduled true']);
    expect(await kinds({ states: 'cancelled,held' })).toEqual(['webhook cancelled true']);
    expect(await kinds({ channels: room.channels.site })).toEqual([]);
  });

  it('does not offer to move what went out', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.site]);
    await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    await room.work();
    const now = Date.now();
    const { body } = await look({ from: String(now - hour), to: String(now + hour) });
    expect(body.items.find(({ campaign }) => campaign === key)).toMatchObject({
      state: 'delivered',
      canMove: false,
      zone: '',
    });
  });

  it.each([
    ['more than 62 days', { to: String(from + 63 * day) }],
    ['an end before its begin', { to: String(from - 1) }],
    ['a state that there is not', { states: 'gone' }],
  ])('refuses %s', async (_, query) => {
    const { status, body } = await look(query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { details: { code: 'request.invalid' } } });
  });

  describe('many publications at once', () => {
    it('moves each by a day on its own clock, and says of each how it went', async () => {
      const berlin = await plan('2030-03-30T09:00');
      const gap = await plan('2030-03-30T02:30');
      const tokyo = await plan('2030-03-30T09:00', [room.channels.hook], 'Asia/Tokyo');
      const gone = '00000000-0000-4000-8000-000000000000';
      const answers = await bulk({
        action: 'shift',
        days: 1,
        keys: [first(berlin), first(gap), gone, first(tokyo)],
      });
      expect(answers.map(({ ok, code }) => code ?? ok)).toEqual([
        true,
        'time.gap',
        'publication.no-time',
        true,
      ]);
      expect(answers[1]).toMatchObject({ title: 'Rye week', message: expect.stringContaining('skip') });
      expect((await room.publication(berlin.key, room.channels.hook)).localTime).toBe('2030-03-31T09:00');
      expect((await room.publication(gap.key, room.channels.hook)).localTime).toBe('2030-03-30T02:30');
      expect(await room.publication(tokyo.key, room.channels.hook)).toMatchObject({
        localTime: '2030-03-31T09:00',
        zone: 'Asia/Tokyo',
      });
    });

    it('cancels, gives all one time, and tries again, with the refusals of the single acts', async () => {
      const [one, two] = [await plan(may(14)), await plan(may(15))];
      const keys = [first(one), first(two)];
      expect((await bulk({ action: 'cancel', keys })).every(({ ok }) => ok)).toBe(true);
      const again = await bulk({ action: 'cancel', keys });
      const single = await room.post(room.emil, `/publications/${keys[0]}/cancel`);
      expect(again.map(({ code, message }) => [code, message])).toEqual(
        keys.map(() => [single.body.error.details.code, single.body.error.message]),
      );
      const when = { kind: 'at', local: may(16), zone };
      expect((await bulk({ action: 'reschedule', keys, when })).every(({ ok }) => ok)).toBe(true);
      expect((await room.publication(two.key, room.channels.hook)).localTime).toBe(may(16));
      expect((await bulk({ action: 'retry', keys })).map(({ code }) => code)).toEqual(
        keys.map(() => 'publication.not-possible'),
      );
    });

    it('lets one through where two people move the same thing and one calls it off', async () => {
      const planned = await plan(may(17));
      const keys = [first(planned)];
      const answers = await Promise.all([
        bulk({ action: 'shift', days: 1, keys }),
        bulk({ action: 'cancel', keys }),
        bulk({ action: 'shift', days: 2, keys }),
      ]);
      expect(answers.flat().some(({ ok }) => ok)).toBe(true);
      expect(['scheduled', 'cancelled']).toContain(
        (await room.publication(planned.key, room.channels.hook)).state,
      );
    });

    it.each([
      ['nothing', { action: 'cancel', keys: [] }],
      [
        'more than a hundred',
        { action: 'cancel', keys: Array.from({ length: 101 }, () => crypto.randomUUID()) },
      ],
      [
        'one twice',
        { action: 'cancel', keys: Array.from({ length: 2 }, () => '00000000-0000-4000-8000-000000000000') },
      ],
      ['an act that there is not', { action: 'deliver', keys: ['00000000-0000-4000-8000-000000000000'] }],
    ])('refuses %s', async (_, body) => {
      const { status, body: answer } = await room.post(room.emil, '/publications/bulk', body);
      expect([status, answer.error.details.code]).toEqual([400, 'request.invalid']);
    });
  });

  it('is shown to who may read, and moved by who may manage campaigns', async () => {
    const reader = await hire(room.app, 'Ines', ['read']);
    const path = `/presence/calendar?from=${from}&to=${from + day}`;
    expect((await reader.call('GET', path)).status).toBe(200);
    const nobody = await hire(room.app, 'Otto', ['review.submit']);
    expect((await nobody.call('GET', path)).status).toBe(403);
    const keys = ['00000000-0000-4000-8000-000000000000'];
    expect(
      (await reader.call('POST', '/presence/publications/bulk', { action: 'cancel', keys })).status,
    ).toBe(403);
  });
});
