import { databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import type { Staff } from './staff';

describe.each(databases())('whose turn it is, on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const unread = async (by: Staff, id: string): Promise<string[]> => {
    const { body } = await by.call<{ items: { code: string; entry: string | null }[] }>(
      'GET',
      '/presence/notices?unread=true',
    );
    return body.items.filter(({ entry }) => entry === `${article}|${id}|en`).map(({ code }) => code);
  };

  it('is told to who may approve, until somebody has decided', async () => {
    const id = await room.write(room.emil, { title: 'Poppy' });
    expect(await unread(room.owner, id)).toEqual([]);
    await room.decide(room.emil, id, 'submit');
    expect(await unread(room.owner, id)).toEqual(['review.waits-for-approval']);
    await room.decide(room.owner, id, 'approve');
    expect(await unread(room.owner, id)).toEqual([]);
  });

  it('is told to the editor when changes are asked for, and to nobody else', async () => {
    const id = await room.write(room.emil, { title: 'Sesame' });
    await room.decide(room.emil, id, 'submit');
    await room.decide(room.owner, id, 'request-changes', { comment: 'Say where it grows.' });
    expect(await unread(room.emil, id)).toEqual(['review.changes-requested']);
    expect(await unread(room.nora, id)).toEqual([]);
  });

  it('is told anew for a second submission', async () => {
    const id = await room.write(room.emil, { title: 'Linseed' });
    for (const kind of ['submit', 'withdraw']) await room.decide(room.emil, id, kind);
    expect(await unread(room.owner, id)).toEqual([]);
    await room.decide(room.emil, id, 'submit');
    expect(await unread(room.owner, id)).toEqual(['review.waits-for-approval']);
  });
});
