import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import type { PlanView } from '../../src/publishing/time/schema';
import type { TimeView } from '../../src/publishing/time/times';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { enginesOnDatabases, redisRoom } from './redis-room';

const zone = 'Europe/Berlin';
const hour = 3_600_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (local: string) => ({ kind: 'at', local, zone });

describe.each(enginesOnDatabases())('times by the %s engine on %s', (engine, db) => {
  const redis = engine === 'bullmq' ? redisRoom() : undefined;
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db, redis);
  });
  afterAll(async () => {
    await room.stop();
    await redis?.stop();
  });
  beforeEach(() => save({}));

  const empty = { zone, slots: [], blackouts: [], holidays: false, minDistance: [] };
  const save = (plan: object, by = room.owner) =>
    by.call<PlanView & { error: { details: { code: string; path: string } } }>(
      'PUT',
      '/presence/publishing/plan',
      {
        ...empty,
        ...plan,
      },
    );
  const slots = (...times: string[]) =>
    times.flatMap((time) => everyDay.map((weekday) => ({ channel: room.channels.hook, weekday, time })));
  const schedule = (key: string, input: object) =>
    room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, input);
  const reschedule = (key: string, when: object) =>
    room.post<PublicationView>(room.emil, `/publications/${key}/reschedule`, { when });
  const toHook = async () => room.campaign(await room.article(), [room.channels.hook]);
  const clock = (instant: number | null) =>
    new Date(instant ?? 0).toLocaleString('sv-SE', { timeZone: zone }).slice(11, 16);

  it('keeps the plan of those who may change settings, and tells what is wrong with one', async () => {
    const plan = { slots: slots('09:00'), holidays: true };
    expect((await save(plan, room.emil)).status).toBe(403);
    expect((await save(plan)).status).toBe(200);
    const { body } = await room.emil.call<PlanView>('GET', '/presence/publishing/plan');
    expect(body).toEqual({ ...empty, ...plan, holidayDays: [] });
    const channel = '11111111-1111-4111-8111-111111111111';
    expect(
      (await save({ slots: [{ channel, weekday: 1, time: '09:00' }] })).body.error.details,
    ).toMatchObject({
      code: 'plan.channel-unknown',
      path: 'slots[0].channel',
    });
    const record = await room.owner.call<{ items: { kind: string }[] }>('GET', '/presence/audit');
    expect(record.body.items.some(({ kind }) => kind === 'publishing.plan')).toBe(true);
  });

  it('gives each of many the next slot that is free, also at the same moment', async () => {
    await save({ slots: slots('09:00', '17:30') });
    const campaigns = await Promise.all(Array.from({ length: 6 }, toHook));
    const done = await Promise.all(campaigns.map(({ key }) => schedule(key, { when: { kind: 'slot' } })));
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
    const dues = done.map(({ body }) => body.publications[0]?.dueAt ?? 0).sort((a, b) => a - b);
    expect(new Set(dues).size).toBe(6);
    expect(dues.every((due) => ['09:00', '17:30'].includes(clock(due)))).toBe(true);
    // No slot between them was left out.
    expect((dues[5] ?? 0) - (dues[0] ?? 0)).toBeLessThan(3 * 24 * hour);
    const freed = done[0]?.body.publications[0];
    await room.post(room.emil, `/publications/${freed?.key}/cancel`);
    const again = await schedule((await toHook()).key, { when: { kind: 'slot' } });
    expect(again.body.publications[0]).toMatchObject({ dueAt: freed?.dueAt, zone, afterMinutes: null });
  });

  it('moves a publication to the next free slot, and refuses where the channel has none', async () => {
    const { key } = await toHook();
    const { body } = await schedule(key, { when: at('2031-05-01T09:00') });
    const post = body.publications[0]?.key ?? '';
    expect((await reschedule(post, { kind: 'slot' })).body.error.details.code).toBe('time.no-slots');
    await save({ slots: slots('06:15') });
    const moved = await reschedule(post, { kind: 'slot' });
    expect(moved.status).toBe(200);
    expect(clock(moved.body.dueAt)).toBe('06:15');
    expect(moved.body.state).toBe('scheduled');
  });

  it('sends so many minutes after the website is live, whenever that is', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.site, room.channels.hook]);
    const hook = (await room.publication(key, room.channels.hook)).key;
    const { body } = await schedule(key, {
      when: at('2031-05-01T09:00'),
      times: { [hook]: { kind: 'after', minutes: 90 } },
    });
    const site = await room.publication(key, room.channels.site);
    expect(body.publications.find((one) => one.key === hook)).toMatchObject({
      ...{ state: 'scheduled', waitsFor: site.key, afterMinutes: 90, localTime: '' },
      dueAt: (site.dueAt ?? 0) + 1.5 * hour,
    });
    // Whoever moves the website moves what follows it.
    const moved = await reschedule(site.key, at('2031-06-01T09:00'));
    expect((await room.publication(key, room.channels.hook)).dueAt).toBe(
      (moved.body.dueAt ?? 0) + 1.5 * hour,
    );
    await reschedule(site.key, { kind: 'now' });
    await room.work();
    const live = (await room.publication(key, room.channels.site)).deliveredAt ?? 0;
    expect(await room.publication(key, room.channels.hook)).toMatchObject({
      ...{ state: 'scheduled', waitsFor: null, deliveredAt: null },
      dueAt: live + 1.5 * hour,
      nextAt: live + 1.5 * hour,
    });
    expect(room.receiver.accepted.has(hook)).toBe(false);
    // Then it is due like any other.
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ key: hook })
      .update({ next_at: Date.now() });
    await room.work();
    expect(room.receiver.accepted.has(hook)).toBe(true);
  });

  it('follows the website also without a link, and after a hold for something else', async () => {
    await room.govern(['api::article.article']);
    const documentId = await room.article();
    const { key, publications } = await room.campaign(documentId, [room.channels.site, room.channels.hook]);
    const copy = publications.find(({ channel }) => channel === room.channels.hook)?.copy;
    const copies = [{ channel: room.channels.hook, copy: { ...copy, link: null } }];
    await room.emil.call('PUT', `/presence/campaigns/${key}`, { copies });
    const hook = (await room.publication(key, room.channels.hook)).key;
    const after = { kind: 'after', minutes: 60 };
    const { body } = await schedule(key, { when: { kind: 'now' }, times: { [hook]: after } });
    expect(body.publications.map(({ state }) => state)).toEqual(['held', 'held']);
    await room.approve(documentId);
    await room.work();
    const live = (await room.publication(key, room.channels.site)).deliveredAt ?? 0;
    expect(live).toBeGreaterThan(0);
    expect(await room.publication(key, room.channels.hook)).toMatchObject({
      state: 'scheduled',
      nextAt: live + hour,
    });
    await room.govern([]);
  });

  it('asks for a website that one could follow', async () => {
    const alone = await toHook();
    const { status, body } = await schedule(alone.key, { when: { kind: 'after', minutes: 5 } });
    expect([status, body.error.details.code]).toEqual([400, 'time.no-website']);
    expect((await room.view(alone.key)).state).toBe('draft');
    const { key } = await room.campaign(await room.article(), [room.channels.site]);
    await schedule(key, { when: { kind: 'now' } });
    await room.work();
    await room.emil.call('PUT', `/presence/campaigns/${key}`, { copies: [{ channel: room.channels.hook }] });
    const late = await schedule(key, { when: { kind: 'after', minutes: 30 } });
    const live = (await room.publication(key, room.channels.site)).deliveredAt ?? 0;
    expect(late.body.publications.find(({ channel }) => channel === room.channels.hook)).toMatchObject({
      ...{ waitsFor: null, afterMinutes: null },
      dueAt: live + 0.5 * hour,
    });
  });

  it('holds what follows a page that does not come, and lets it go by a person’s word for the page', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.site, room.channels.hook]);
    const hook = (await room.publication(key, room.channels.hook)).key;
    const site = (await room.publication(key, room.channels.site)).key;
    await schedule(key, { when: at('2031-05-01T09:00'), times: { [hook]: { kind: 'after', minutes: 10 } } });
    await room.post(room.emil, `/publications/${site}/cancel`);
    expect(await room.publication(key, room.channels.hook)).toMatchObject({
      state: 'held',
      problem: { code: 'publication.page-missing' },
    });
    await reschedule(site, { kind: 'now' });
    await room.work();
    const live = (await room.publication(key, room.channels.site)).deliveredAt ?? 0;
    const follower = await room.publication(key, room.channels.hook);
    expect(follower).toMatchObject({ state: 'scheduled', waitsFor: null, nextAt: follower.dueAt });
    // The page stood on the website a moment before its publication was written down as delivered.
    expect(Math.abs((follower.dueAt ?? 0) - live - 10 * 60_000)).toBeLessThan(5_000);
  });

  it('tells what a chosen time clashes with, and takes it all the same', async () => {
    const near = await toHook();
    await schedule(near.key, { when: at('2032-05-01T09:00') });
    await save({
      minDistance: [{ channel: room.channels.hook, minutes: 60 }],
      blackouts: [{ name: 'Fair', from: '2032-05-01T00:00', to: '2032-05-02T00:00', channels: [] }],
    });
    const when = at('2032-05-01T09:30');
    const ask = { campaign: null, times: [{ channel: room.channels.hook, when, hasLink: true }] };
    const { body } = await room.post<TimeView[]>(room.emil, '/publishing/times', ask);
    expect(body).toMatchObject([
      {
        channel: room.channels.hook,
        clashes: [{ code: 'time.blackout', name: 'Fair' }, { code: 'time.too-near' }],
      },
    ]);
    const { status } = await schedule((await toHook()).key, { when });
    expect(status).toBe(200);
  });

  it('looks ahead to the slot after the website, or says why there is none', async () => {
    await save({ slots: slots('09:00') });
    const times = [
      { channel: room.channels.site, when: at('2031-05-01T09:01'), hasLink: false },
      { channel: room.channels.hook, when: { kind: 'slot' }, hasLink: true },
      { channel: room.channels.sky, when: { kind: 'slot' }, hasLink: false },
    ];
    const { body } = await room.post<TimeView[]>(room.emil, '/publishing/times', { campaign: null, times });
    expect(body.map(({ dueAt }) => dueAt && new Date(dueAt).toISOString())).toEqual([
      '2031-05-01T07:01:00.000Z',
      '2031-05-02T07:00:00.000Z',
      null,
    ]);
    expect(body[2]?.problem?.code).toBe('time.no-slots');
  });

  it('leaves out what was planned for a channel that was removed', async () => {
    const { body: made } = await room.owner.call<{ key: string }>('POST', '/presence/channels', {
      kind: 'website',
      name: 'Old site',
    });
    await save({
      slots: [{ channel: made.key, weekday: 1, time: '09:00' }],
      blackouts: [{ name: 'x', from: '2031-01-01T00:00', to: '2031-01-02T00:00', channels: [made.key] }],
    });
    await room.owner.call('DELETE', `/presence/channels/${made.key}`);
    // What is kept in memory is at most a second old.
    const later = Date.now() + 1_500;
    const moved = jest.spyOn(Date, 'now').mockReturnValue(later);
    const { body } = await room.owner.call<PlanView>('GET', '/presence/publishing/plan');
    moved.mockRestore();
    expect(body).toMatchObject({ slots: [], blackouts: [] });
  });
});
