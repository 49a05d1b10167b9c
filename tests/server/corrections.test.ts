import type { PracticePostView } from '../../src/channels/practice';
import type { ChannelView } from '../../src/channels/schema';
import type { PreflightView } from '../../src/publishing/preflight/schema';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { wired } from '../../server/wire';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';
import { hire } from './staff';

const article = 'api::article.article';
const right = 'Rye is 4.20 today, not 2.40.';

describe.each(databases())('correcting what went out, on %s', (db) => {
  let room: CampaignRoom;
  let toots = '';
  beforeAll(async () => {
    room = await campaignRoom(db);
    const input = { kind: 'mastodon', name: 'Mastodon', settings: { instance: 'https://mastodon.test' } };
    const made = await room.post<ChannelView>(room.owner, '/channels', { ...input, practice: true });
    toots = made.body.key;
  });
  afterEach(async () => {
    const { body } = await room.emil.call<{ key: string }[]>('GET', '/presence/publishing/holds');
    for (const { key } of body) await room.emil.call('DELETE', `/presence/publishing/holds/${key}`);
    await room.govern([]);
  });
  afterAll(() => room.stop());

  const sentOut = async (channel = toots): Promise<{ key: string; documentId: string; one: string }> => {
    const documentId = await room.article();
    await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
    const { key } = await room.campaign(documentId, [channel]);
    await room.post<CampaignView>(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
    await room.work();
    return { key, documentId, one: (await room.publication(key, channel)).key };
  };
  const correct = (one: string, text = right) =>
    room.post<PublicationView>(room.emil, `/publications/${one}/correct`, { text });
  const run = () => wired(room.app.strapi).publishing.corrections.run();
  const due = (one: string, change: object = {}) =>
    room.app.strapi.db
      .connection('presence_corrections')
      .where({ publication: one })
      .update({ next_at: 0, ...change });
  const posted = async (text: string): Promise<number> => {
    const { body } = await room.owner.call<Page<PracticePostView>>(
      'GET',
      '/presence/practice/posts?pageSize=100',
    );
    return body.items.filter((post) => post.text.includes(text)).length;
  };
  const recorded = async (publication: string): Promise<string[]> => {
    const { body } = await room.owner.call<{
      items: { kind: string; details: Record<string, unknown> }[];
    }>('GET', '/presence/audit?pageSize=100');
    return body.items
      .filter(({ kind, details }) => details['publication'] === publication && kind.includes('correct'))
      .map(({ kind, details }) => `${kind} ${String(details['became'] ?? '')}`.trim())
      .reverse();
  };

  it('changes the post there, keeps what was sent, and writes both down', async () => {
    const { key, one } = await sentOut();
    const before = await room.publication(key, toots);
    expect(before.actions).toContain('correct');
    const { status, body } = await correct(one);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'delivered',
      copy: { text: right, edited: true },
      correction: { state: 'corrected', by: 'Emil Test', text: right },
    });
    expect(body.receipt?.copySeal).not.toBe(before.receipt?.copySeal);
    expect([await posted(right), await posted(before.copy.text)]).toEqual([1, 0]);
    expect(await recorded(one)).toEqual(['publication.correct', 'publication.corrected corrected']);
    const again = await correct(one);
    expect([again.status, again.body.error.details.code]).toEqual([400, 'correction.nothing-new']);
  });

  it('follows the post where an edit makes a new one: it is corrected again, billed, and taken back there', async () => {
    const input = { kind: 'x', name: 'X', settings: {}, practice: true };
    const { key: posts } = (await room.post<ChannelView>(room.owner, '/channels', input)).body;
    const { key, one } = await sentOut(posts);
    const first = await room.publication(key, posts);
    const words = [`First: ${right}`, `Second: ${right}`];
    for (const text of words) expect((await correct(one, text)).body.correction?.state).toBe('corrected');
    const last = await room.publication(key, posts);
    expect([await posted(words[0] ?? ''), await posted(words[1] ?? '')]).toEqual([0, 1]);
    expect(last.receipt?.answer).toMatch(/^practice:\d+$/);
    expect(last.receipt?.answer).not.toBe(first.receipt?.answer);
    expect(last.url).toContain(encodeURIComponent(last.receipt?.answer.slice('practice:'.length) ?? '?'));

    // Each edit costs what a post costs.
    const year = new Date().getUTCFullYear() + 1;
    const june = Date.UTC(year, 5, 15);
    const { connection } = room.app.strapi.db;
    await connection('presence_publications').where({ key: one }).update({ delivered_at: june });
    await due(one, { ended_at: june });
    const next = await room.campaign(await room.article(), [posts]);
    const when = { kind: 'at', local: `${year}-06-20T10:00`, zone: 'UTC' };
    await room.post<CampaignView>(room.emil, `/campaigns/${next.key}/schedule`, { when });
    const { body } = await room.emil.call<PreflightView>('GET', `/presence/campaigns/${next.key}/preflight`);
    expect(body.costs).toMatchObject([{ channel: posts, month: `${year}-06-01`, posts: 4 }]);

    await room.post(room.emil, `/publications/${one}/recall`);
    expect((await room.publication(key, posts)).recall).toMatchObject({ state: 'recalled' });
    expect(await posted(words[1] ?? '')).toBe(0);
  });

  it('waits for the approval of its words where the entry is governed', async () => {
    const { key, documentId, one } = await sentOut();
    await room.govern([article]);
    await room.approve(documentId);
    const text = `Governed: ${right}`;
    const { body } = await correct(one, text);
    expect(body.correction).toMatchObject({ state: 'held', text });
    expect(body.copy.text).not.toBe(text);
    expect(await run()).toBe(0);
    expect(await posted(text)).toBe(0);
    const entry = new URLSearchParams({ uid: article, documentId, locale: 'en' });
    const { body: panel } = await room.owner.call<{ seal: string; copies: { key: string }[] }>(
      'GET',
      `/presence/entry?${entry}`,
    );
    expect(panel.copies.map((copy) => copy.key)).toEqual([one]);
    const approved = await room.post(room.owner, '/entry/decision', {
      entry: { uid: article, documentId, locale: 'en' },
      ...{ kind: 'approve', seal: panel.seal, copies: panel.copies },
    });
    expect(approved.status).toBe(200);
    expect(await run()).toBe(1);
    expect((await room.publication(key, toots)).correction).toMatchObject({ state: 'corrected' });
    expect(await posted(text)).toBe(1);
  });

  it('is held up by a stop, and goes on after it', async () => {
    const { key, one } = await sentOut();
    const text = `Stopped: ${right}`;
    const hold = await room.post<{ key: string }>(room.emil, '/publishing/holds', {
      ...{ scope: 'campaign', target: key, reason: 'Wrong price' },
    });
    await correct(one, text);
    expect(await posted(text)).toBe(0);
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.body.key}`);
    await due(one);
    expect(await run()).toBe(1);
    expect(await posted(text)).toBe(1);
  });

  it('goes on after a process that died while it sent, and lets nobody replace what is being sent', async () => {
    const { key, one } = await sentOut();
    const text = `Died: ${right}`;
    const hold = await room.post<{ key: string }>(room.emil, '/publishing/holds', { scope: 'all' });
    await correct(one, text);
    await due(one, { lease_token: 'dead', lease_until: Date.now() + 60_000 });
    const refused = await correct(one, 'Something else');
    expect([refused.status, refused.body.error.details.code]).toEqual([400, 'correction.under-way']);
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.body.key}`);
    expect(await run()).toBe(0);
    await due(one, { lease_until: Date.now() - 1 });
    expect(await run()).toBe(1);
    expect((await room.publication(key, toots)).copy.text).toBe(text);
  });

  it('that may have arrived cannot be called off, but the old words can be asked for again', async () => {
    const { key, one } = await sentOut();
    const { text: before } = (await room.publication(key, toots)).copy;
    expect((await correct(one, before)).body.error.details.code).toBe('correction.nothing-new');
    const hold = await room.post<{ key: string }>(room.emil, '/publishing/holds', { scope: 'all' });
    await correct(one, 'Perhaps there');
    await due(one, { failures: 1 });
    const off = await room.emil.call<{ error: { details: { code: string } } }>(
      'DELETE',
      `/presence/publications/${one}/correct`,
    );
    expect(off.body.error.details.code).toBe('correction.under-way');
    expect((await correct(one, before)).body.correction).toMatchObject({ state: 'waiting', text: before });
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.body.key}`);
    await due(one);
    await run();
    expect((await room.publication(key, toots)).correction).toMatchObject({ state: 'corrected' });
  });

  it('of a post whose number nobody knows says so, and calls nobody', async () => {
    const { key, one } = await sentOut();
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ key: one })
      .update({ remote_id: null });
    await correct(one, `Unknown: ${right}`);
    expect((await room.publication(key, toots)).correction).toMatchObject({
      state: 'kept',
      message: expect.stringContaining('Edit it on the network'),
    });
    expect(await posted(`Unknown: ${right}`)).toBe(0);
  });

  it('that is broken does not keep others from going out', async () => {
    const [first, second] = [await sentOut(), await sentOut()];
    const hold = await room.post<{ key: string }>(room.emil, '/publishing/holds', { scope: 'all' });
    for (const { one } of [first, second]) await correct(one, `Beside: ${one}`);
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.body.key}`);
    await room.app.strapi.db
      .connection('presence_publications')
      .where({ key: first.one })
      .update({ entry: 'no entry at all' });
    for (const { one } of [first, second]) await due(one);
    await run();
    expect(await posted(`Beside: ${second.one}`)).toBe(1);
    await room.app.strapi.db.connection('presence_publications').where({ key: first.one }).delete();
  });

  it('takes the place of one that waits, and is called off by a person', async () => {
    const { one } = await sentOut();
    const hold = await room.post<{ key: string }>(room.emil, '/publishing/holds', { scope: 'all' });
    await correct(one, 'First words');
    const { body } = await correct(one, 'Second words');
    expect(body.correction).toMatchObject({ state: 'waiting', text: 'Second words' });
    const gone = await room.emil.call<PublicationView>('DELETE', `/presence/publications/${one}/correct`);
    expect(gone.body.correction).toMatchObject({ state: 'withdrawn' });
    await room.emil.call('DELETE', `/presence/publishing/holds/${hold.body.key}`);
    await due(one);
    expect(await run()).toBe(0);
    expect([await posted('First words'), await posted('Second words')]).toEqual([0, 0]);
    expect(await recorded(one)).toEqual([
      'publication.correct',
      'publication.correct',
      'publication.correct-withdrawn',
    ]);
  });

  it('of two at the same time lets one through', async () => {
    const { key, one } = await sentOut();
    const answers = await Promise.all([correct(one, 'Words of one'), correct(one, 'Words of another')]);
    expect(answers.map(({ status }) => status)).toContain(200);
    await run();
    const { copy } = await room.publication(key, toots);
    expect(await posted(copy.text)).toBe(1);
  });

  it('refuses what is too long, what did not go out, and what a channel keeps', async () => {
    const { one } = await sentOut();
    const long = await correct(one, 'x'.repeat(600));
    expect(long.body.error.details.code).toBe('campaign.copy-over-limit');
    const hook = await sentOut(room.channels.hook);
    expect((await room.publication(hook.key, room.channels.hook)).actions).not.toContain('correct');
    const kept = await correct(hook.one);
    expect(kept.body.error.details.code).toBe('correction.not-possible');
    expect(kept.body.error.message).toContain('What “Partner” posted keeps its words');
    await room.post(room.emil, `/publications/${one}/recall`);
    expect((await correct(one)).body.error.details.code).toBe('publication.not-possible');
  });

  it('needs the right to manage campaigns', async () => {
    const reader = await hire(room.app, 'Rita', ['read']);
    const { status } = await room.post(reader, `/publications/${crypto.randomUUID()}/correct`, { text: 'x' });
    expect(status).toBe(403);
  });
});
