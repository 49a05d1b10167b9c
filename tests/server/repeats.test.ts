import type { CampaignView } from '../../src/publishing/schema';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { RepeatView } from '../../src/publishing/repeat/schema';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { campaignRoom, type CampaignRoom } from './campaign-room';

const zone = 'Europe/Berlin';
const day = 24 * 3_600_000;
const uid = 'api::article.article';
const never = { kind: 'never' };
/** Every day at noon, since a day that has passed. */
const daily = (end: object = never) => ({
  ...{ kind: 'recurring', end },
  rule: { every: 'daily', from: '2026-01-01', time: '12:00', zone, interval: 1 },
});

describe.each(databases())('campaigns that come again, on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());
  beforeEach(() => room.govern([]));

  const put = (key: string, repeat: object | null) =>
    room.emil.call<{ repeat: RepeatView | null; error: { details: { code: string } } }>(
      'PUT',
      `/presence/campaigns/${key}/repeat`,
      { repeat },
    );
  const get = async (key: string) =>
    (await room.emil.call<{ repeat: RepeatView | null }>('GET', `/presence/campaigns/${key}/repeat`)).body
      .repeat;
  const round = () => wired(room.app.strapi).publishing.repeats.round();
  const sendNow = (key: string, times = {}) =>
    room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' }, times });
  const lastOf = async (key: string) => room.view((await get(key))?.campaigns.at(-1) ?? '');
  const clock = (instant: number | null | undefined) =>
    new Date(instant ?? 0).toLocaleString('sv-SE', { timeZone: zone }).slice(11, 16);

  /** An article that stands on the website. */
  async function article(): Promise<string> {
    const documentId = await room.article();
    await room.app.strapi.documents(uid).publish({ documentId, locale: 'en' });
    return documentId;
  }

  /** A campaign that went out, and repeats. */
  async function out(repeat: object): Promise<string> {
    const { key } = await room.campaign(await article(), [room.channels.hook]);
    await sendNow(key);
    expect((await put(key, repeat)).status).toBe(200);
    await room.work();
    return key;
  }

  /** The owner looks at the new words of an approved entry. */
  async function approveCopies(documentId: string): Promise<void> {
    const entry = { uid, documentId, locale: 'en' };
    const query = new URLSearchParams(entry);
    const { body } = await room.owner.call<{ seal: string; copies: object[] }>(
      'GET',
      `/presence/entry?${query}`,
    );
    const { seal, copies } = body;
    const decision = { entry, kind: 'approve', seal, copies };
    expect((await room.owner.call('POST', '/presence/entry/decision', decision)).status).toBe(200);
  }

  it('is no duplicate of its own last run, and one of anything else', async () => {
    const text = 'On Saturday the rolls stay warm until noon, and the coffee is on the house for everybody.';
    const write = async (name: string) => {
      const made = await room.campaign(await article(), [room.channels.hook], { name });
      const copy = { ...made.publications[0]?.copy, text, edited: true };
      await room.emil.call('PUT', `/presence/campaigns/${made.key}`, {
        copies: [{ channel: room.channels.hook, copy }],
      });
      return made.key;
    };
    const duplicates = async (key: string) => {
      const { body } = await room.emil.call<PreflightView>('GET', `/presence/campaigns/${key}/preflight`);
      return body.publications.flatMap(({ items }) =>
        items.filter(({ code }) => code === 'preflight.duplicate').map(({ values }) => values?.['name']),
      );
    };
    const key = await write('Warm rolls');
    await sendNow(key);
    await put(key, daily());
    await room.work();
    await round();
    const { key: next, publications } = await lastOf(key);
    expect(publications.map(({ state, copy }) => [state, copy.text])).toEqual([['scheduled', text]]);
    expect(await duplicates(next)).toEqual([]);
    expect(await duplicates(await write('Again'))).toEqual(['“Warm rolls”']);
    await put(key, null);
  });

  it('has to have its times first', async () => {
    const { key } = await room.campaign(await article(), [room.channels.hook]);
    expect((await put(key, daily())).body.error.details.code).toBe('repeat.not-scheduled');
    expect(await get(key)).toBeNull();
  });

  it('makes the next run when the last one is out, and no other before that', async () => {
    const { key } = await room.campaign(await article(), [room.channels.hook]);
    await sendNow(key);
    await put(key, daily());
    await round();
    expect((await get(key))?.campaigns).toEqual([key]);
    await room.work();
    await round();
    await round();
    const repeat = await get(key);
    expect(repeat).toMatchObject({ state: 'on', runs: 2, problem: null });
    expect(repeat?.campaigns).toHaveLength(2);
    const next = await lastOf(key);
    expect(next).toMatchObject({ name: 'Rye week', state: 'waiting', createdBy: 'Scheduler' });
    const [post] = next.publications;
    expect(clock(post?.dueAt)).toBe('12:00');
    expect(post?.dueAt).toBeGreaterThan(Date.now());
    expect((post?.dueAt ?? 0) - Date.now()).toBeLessThan(day + 3_600_000);
    expect(repeat?.nextAt).toBeGreaterThan(post?.dueAt ?? Infinity);
    // Each run knows the repeat that it belongs to.
    expect((await get(next.key))?.key).toBe(repeat?.key);
  });

  it('is made once by two that look at the same moment', async () => {
    const key = await out(daily());
    await Promise.all([round(), round(), round()]);
    expect((await get(key))?.campaigns).toHaveLength(2);
    const list = await room.emil.call<{ total: number }>('GET', `/presence/campaigns?pageSize=1`);
    const runs = (await get(key))?.campaigns ?? [];
    const known = await room.app.strapi.db.connection('presence_campaigns').count({ count: '*' });
    // No campaign without a place in a repeat was left behind.
    expect(Number((known[0] as { count: unknown }).count)).toBe(list.body.total);
    expect(new Set(runs).size).toBe(2);
  });

  it('gives a run its times that whoever made it died before', async () => {
    const key = await out(daily());
    await round();
    const made = await lastOf(key);
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ campaign: made.key })
      .update({ state: 'draft', due_at: null, next_at: null });
    await round();
    expect((await lastOf(key)).publications).toMatchObject([
      { state: 'scheduled', dueAt: made.publications[0]?.dueAt },
    ]);
  });

  it('keeps the order of its copies: what follows the website by minutes does so again', async () => {
    const { key } = await room.campaign(await room.article(), [room.channels.site, room.channels.hook]);
    const hook = (await room.publication(key, room.channels.hook)).key;
    await sendNow(key, { [hook]: { kind: 'after', minutes: 30 } });
    await put(key, daily());
    await room.work();
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ key: hook })
      .update({ next_at: Date.now() });
    await room.work();
    await round();
    const [site, post] = ['website', 'webhook'].map(async (kind) =>
      (await lastOf(key)).publications.find((one) => one.kind === kind),
    );
    expect(await post).toMatchObject({ afterMinutes: 30, waitsFor: (await site)?.key });
    expect((await post)?.dueAt).toBe(((await site)?.dueAt ?? 0) + 30 * 60_000);
  });

  it('goes out again by the approval of what says the same, and pauses where that is void', async () => {
    await room.govern([uid]);
    const documentId = await room.article();
    const { key } = await room.campaign(documentId, [room.channels.site, room.channels.hook]);
    const hookOfLast = async () => (await lastOf(key)).publications.find(({ kind }) => kind === 'webhook');
    await sendNow(key);
    await put(key, daily());
    await room.approve(documentId);
    await room.work();
    await round();
    const second = await lastOf(key);
    expect(second.publications).toMatchObject([
      { state: 'scheduled', problem: null },
      { state: 'scheduled', problem: null },
    ]);
    // It goes out at its time like any other, past the gate.
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ campaign: second.key })
      .update({ due_at: Date.now(), next_at: Date.now() });
    await room.work();
    expect((await room.view(second.key)).state).toBe('done');
    await room.app.strapi
      .documents(uid)
      .update({ documentId, locale: 'en', data: { summary: 'Other' } as object });
    await round();
    expect(await get(key)).toMatchObject({
      state: 'paused',
      runs: 2,
      problem: { code: 'repeat.not-approved' },
    });
    expect((await room.notices()).map(({ code }) => code)).toContain('repeat.not-approved');
    await room.approve(documentId);
    await put(key, daily());
    await round();
    expect(await get(key)).toMatchObject({ state: 'on', runs: 3, problem: null });
    // Its words are new, so somebody approves them first.
    expect(await hookOfLast()).toMatchObject({ state: 'held' });
    await approveCopies(documentId);
    expect(await hookOfLast()).toMatchObject({ state: 'scheduled' });
  });

  it('pauses where a run is taken back, and goes on from there once somebody resumes it', async () => {
    const key = await out(daily());
    await room.post(room.emil, `/campaigns/${key}/recall`, { reason: 'Wrong price' });
    expect(await get(key)).toMatchObject({ state: 'paused', problem: { code: 'repeat.taken-back' } });
    expect(await room.notices()).toContainEqual(expect.objectContaining({ code: 'repeat.taken-back' }));
    await round();
    expect((await get(key))?.campaigns).toEqual([key]);
    await put(key, daily());
    await round();
    expect(await get(key)).toMatchObject({
      state: 'on',
      problem: null,
      campaigns: [key, expect.any(String)],
    });
    expect((await lastOf(key)).publications.map(({ state }) => state)).toEqual(['scheduled']);
    await put(key, null);
  });

  it('ends after so many runs, on its last day, or when somebody says so', async () => {
    const twice = await out(daily({ kind: 'count', runs: 2 }));
    await round();
    const second = await lastOf(twice);
    await room.post(room.emil, `/publications/${second.publications[0]?.key}/cancel`);
    await round();
    expect(await get(twice)).toBeNull();
    const past = await out(daily({ kind: 'until', day: '2026-01-02' }));
    await round();
    expect(await get(past)).toBeNull();
    const stopped = await out(daily());
    await put(stopped, null);
    await round();
    expect(await get(stopped)).toBeNull();
  });

  it('lets an evergreen campaign cool down, then takes the next free slot', async () => {
    const evergreen = { kind: 'evergreen', coolDown: 3, time: null, zone, end: never };
    const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      channel: room.channels.hook,
      weekday,
      time: '16:45',
    }));
    await room.owner.call('PUT', '/presence/publishing/plan', {
      ...{ zone, slots, blackouts: [], holidays: false, minDistance: [] },
    });
    const key = await out(evergreen);
    await round();
    const [post] = (await lastOf(key)).publications;
    expect(clock(post?.dueAt)).toBe('16:45');
    const days = ((post?.dueAt ?? 0) - Date.now()) / day;
    expect(days).toBeGreaterThan(2);
    expect(days).toBeLessThan(4.1);
  });

  it('pauses where the next run has no time, and says what to do', async () => {
    const plan = { zone, slots: [], blackouts: [], holidays: false, minDistance: [] };
    await room.owner.call('PUT', '/presence/publishing/plan', plan);
    const key = await out({ kind: 'evergreen', coolDown: 1, time: null, zone, end: never });
    await round();
    const repeat = await get(key);
    expect(repeat).toMatchObject({ state: 'paused', problem: { code: 'repeat.cannot-run' } });
    expect(repeat?.problem?.message).toContain('has no slots');
  });
});
