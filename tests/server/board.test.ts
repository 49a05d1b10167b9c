import { databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import { call, hire, type Staff } from './staff';
import { wired } from '../../server/wire';

interface Card {
  readonly entry: string;
  readonly title: string;
  readonly stage: string;
  readonly seal: string;
  readonly overdue: boolean;
  readonly openThreads: number;
  readonly assignees: readonly { readonly name: string }[];
}
interface Board {
  readonly columns: readonly {
    readonly key: string;
    readonly total: number;
    readonly cards: readonly Card[];
  }[];
}
interface Waiting {
  readonly items: readonly (Card & { readonly why: readonly string[] })[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}
interface Threads {
  readonly open: number;
  readonly threads: readonly {
    readonly key: string;
    readonly now: { readonly state: string; readonly passage: { readonly text: string } | null } | null;
    readonly comments: readonly { readonly text: string; readonly by: { readonly name: string } }[];
    readonly resolved: object | null;
  }[];
}

describe.each(databases())('what surrounds a review, on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const entryOf = (documentId: string, locale = 'en') => ({ uid: article, documentId, locale });
  const query = (values: object): string => new URLSearchParams(Object.entries(values)).toString();
  const board = async (by: Staff, filter: object = {}): Promise<Board> =>
    (await by.call<Board>('GET', `/presence/reviews/board?${query(filter)}`)).body;
  const needsYou = async (by: Staff, filter: object = {}): Promise<Waiting> =>
    (await by.call<Waiting>('GET', `/presence/reviews/needs-you?${query(filter)}`)).body;
  const waitsFor = async (by: Staff, id: string, locale = 'en'): Promise<readonly string[] | null> => {
    const { items } = await needsYou(by, { pageSize: 100 });
    return items.find(({ entry }) => entry === `${article}|${id}|${locale}`)?.why ?? null;
  };
  const columnOf = async (id: string, locale = 'en'): Promise<string | null> => {
    const { columns } = await board(room.owner, { pageSize: 100 });
    const entry = `${article}|${id}|${locale}`;
    return columns.find(({ cards }) => cards.some((one) => one.entry === entry))?.key ?? null;
  };
  const emailOf = async (who: Staff): Promise<string> => {
    const { body } = await room.owner.call<{ users: { id: string; principal: string }[] }>(
      'GET',
      '/presence/reviews/people',
    );
    return body.users.find(({ id }) => id === who.id)!.principal;
  };
  const unread = async (by: Staff, id: string): Promise<string[]> => {
    const { body } = await by.call<{ items: { code: string; entry: string | null }[] }>(
      'GET',
      '/presence/notices?unread=true&pageSize=100',
    );
    return body.items.filter(({ entry }) => entry?.startsWith(`${article}|${id}|`)).map(({ code }) => code);
  };

  it('moves a card with every decision and edit, each language for itself', async () => {
    const id = await room.write(room.emil, { title: 'Rye' });
    expect(await columnOf(id)).toBe('draft');
    await room.edit(room.emil, id, { title: 'Roggen' }, 'de');
    await room.decide(room.emil, id, 'submit');
    expect([await columnOf(id), await columnOf(id, 'de')]).toEqual(['in-review', 'draft']);
    await room.decide(room.owner, id, 'approve');
    expect(await columnOf(id)).toBe('approved');
    await room.edit(room.emil, id, { title: 'Rye, changed' });
    expect(await columnOf(id)).toBe('draft');
    await room.emil.call('DELETE', `/content-manager/collection-types/${article}/${id}?locale=en`);
    expect([await columnOf(id), await columnOf(id, 'de')]).toEqual([null, 'draft']);
  });

  it('needs those who may decide and did not write it, until somebody has', async () => {
    const id = await room.write(room.nora, { title: 'Spelt' });
    await room.decide(room.nora, id, 'submit');
    expect(await waitsFor(room.owner, id)).toEqual(['decide']);
    // Nora may approve, and wrote it; Emil may not approve.
    expect([await waitsFor(room.nora, id), await waitsFor(room.emil, id)]).toEqual([null, null]);
    await room.decide(room.owner, id, 'request-changes', { comment: 'Say where it grows.' });
    expect(await waitsFor(room.owner, id)).toBeNull();
    expect(await waitsFor(room.nora, id)).toEqual(['change']);
    await room.edit(room.nora, id, { title: 'Spelt from the hill' });
    expect(await waitsFor(room.nora, id)).toBeNull();
  });

  it('is narrowed by title, language, person and due date, page by page', async () => {
    const ids = [];
    for (const title of ['Plum cake 100%', 'Plum tart', 'Plum jam'])
      ids.push(await room.write(room.emil, { title }));
    for (const id of ids) await room.decide(room.emil, id, 'submit');
    const titles = async (filter: object): Promise<string[]> =>
      (await needsYou(room.owner, filter)).items.map(({ title }) => title);
    expect((await titles({ text: 'pLuM' })).sort()).toEqual(['Plum cake 100%', 'Plum jam', 'Plum tart']);
    expect(await titles({ text: '100%' })).toEqual(['Plum cake 100%']);
    expect(await titles({ text: 'plum', locale: 'de' })).toEqual([]);
    expect(await titles({ text: 'plum', pageSize: 2, page: 2 })).toHaveLength(1);
    expect((await needsYou(room.owner, { text: 'plum', pageSize: 2 })).total).toBe(3);
    expect((await needsYou(room.owner, { text: 'plum' })).counts).toMatchObject({ decide: 3 });
    await room.owner.call('PUT', '/presence/entry/assignees', {
      entry: entryOf(ids[0]!),
      assignees: [await emailOf(room.nora)],
    });
    expect(
      (await board(room.nora, { mine: 'true', text: 'plum' })).columns.flatMap(({ cards }) =>
        cards.map(({ title }) => title),
      ),
    ).toEqual(['Plum cake 100%']);
    await room.owner.call('PUT', '/presence/entry/due', { entry: entryOf(ids[1]!), dueOn: '2020-02-29' });
    expect(await titles({ text: 'plum', overdue: 'true' })).toEqual(['Plum tart']);
    // What is due first stands first.
    expect((await titles({ text: 'plum' }))[0]).toBe('Plum tart');
    const { columns } = await board(room.owner, { text: 'plum', stage: 'in-review', pageSize: 1, page: 2 });
    expect(columns.map(({ key, total, cards }) => [key, total, cards.length])).toEqual([['in-review', 3, 1]]);
  });

  it('shows nobody what they may not read', async () => {
    const id = await room.write(room.emil, { title: 'Secret' });
    await room.decide(room.emil, id, 'submit');
    const guest = await hire(
      room.app,
      'Gwen',
      ['read', 'review.approve', 'review.assign'],
      ['api::note.note'],
    );
    expect(await waitsFor(guest, id)).toBeNull();
    expect((await board(guest)).columns.flatMap(({ cards }) => cards)).toEqual([]);
    for (const [method, path, body] of [
      ['GET', `/presence/entry/threads?${query(entryOf(id))}`, undefined],
      ['GET', `/presence/entry/difference?${query(entryOf(id))}`, undefined],
      ['GET', `/presence/entry/assignees?${query(entryOf(id))}`, undefined],
      ['POST', '/presence/entry/threads', { entry: entryOf(id), text: 'Hm' }],
      ['PUT', '/presence/entry/assignees', { entry: entryOf(id), assignees: [] }],
      [
        'POST',
        '/presence/reviews/bulk',
        { action: 'assign', entries: [{ entry: entryOf(id) }], assignees: [await emailOf(room.nora)] },
      ],
    ] as const)
      expect((await guest.call(method, path, body)).status).toBe(403);
  });

  it('gives an entry to people and roles, and tells them', async () => {
    const id = await room.write(room.emil, { title: 'Oats' });
    const nora = await emailOf(room.nora);
    const given = await room.owner.call<{ assignees: { name: string }[] }>(
      'PUT',
      '/presence/entry/assignees',
      { entry: entryOf(id), assignees: [nora] },
    );
    expect(given.body.assignees.map(({ name }) => name)).toEqual(['Nora Test']);
    expect(await waitsFor(room.nora, id)).toEqual(['assigned']);
    expect(await unread(room.nora, id)).toContain('review.assigned');
    const unknown = await room.owner.call<{ error: { details: { code: string } } }>(
      'PUT',
      '/presence/entry/assignees',
      { entry: entryOf(id), assignees: ['user:nobody@bakery.test'] },
    );
    expect([unknown.status, unknown.body.error.details.code]).toEqual([400, 'review.assignee-unknown']);
    expect(
      (await room.emil.call('PUT', '/presence/entry/assignees', { entry: entryOf(id), assignees: [] }))
        .status,
    ).toBe(403);
    await room.owner.call('PUT', '/presence/entry/assignees', { entry: entryOf(id), assignees: [] });
    expect(await waitsFor(room.nora, id)).toBeNull();
  });

  it('tells of a due date once, however many look, and what was missed as one', async () => {
    const id = await room.write(room.emil, { title: 'Late' });
    await room.decide(room.emil, id, 'submit');
    await room.owner.call('PUT', '/presence/entry/assignees', {
      entry: entryOf(id),
      assignees: [await emailOf(room.nora)],
    });
    await room.owner.call('PUT', '/presence/entry/due', { entry: entryOf(id), dueOn: '2024-02-29' });
    const { deadlines } = wired(room.app.strapi).room;
    const told = await Promise.all([deadlines.tellDue(), deadlines.tellDue()]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1);
    expect((await unread(room.nora, id)).filter((code) => code.startsWith('review.overdue'))).toHaveLength(1);
    expect((await unread(room.nora, id)).filter((code) => code === 'review.due-soon')).toHaveLength(0);
    expect(await deadlines.tellDue()).toBe(0);
    // Building the lists again tells nothing twice.
    await wired(room.app.strapi).room.projection.refresh(entryOf(id));
    expect(await deadlines.tellDue()).toBe(0);
    const february = await room.owner.call('PUT', '/presence/entry/due', {
      entry: entryOf(id),
      dueOn: '2027-02-29',
    });
    expect(february.status).toBe(400);
  });

  it('keeps comments at their passage through edits, and waits for who was named', async () => {
    const id = await room.write(room.emil, { title: 'Our oven is old and takes six hours.' });
    const words = 'takes six hours';
    const title = 'Our oven is old and takes six hours.';
    const anchor = {
      field: 'title',
      quote: { text: words, start: title.indexOf(words), prefix: 'old and ', suffix: '.' },
    };
    const begun = await room.owner.call<Threads>('POST', '/presence/entry/threads', {
      entry: entryOf(id),
      anchor,
      text: `Really? @[Emil](user:${room.emil.id})`,
    });
    expect(begun.status).toBe(201);
    const { key } = begun.body.threads[0]!;
    expect(await waitsFor(room.emil, id)).toEqual(['mentioned']);
    expect(await unread(room.emil, id)).toContain('review.mentioned');
    await room.edit(room.emil, id, { title: 'Look: our dear oven is old and takes six hours.' });
    const after = await room.owner.call<Threads>('GET', `/presence/entry/threads?${query(entryOf(id))}`);
    expect(after.body.threads[0]!.now).toMatchObject({ state: 'moved', passage: { text: words } });
    const answered = await room.emil.call<Threads>('POST', `/presence/entry/threads/${key}/comments`, {
      text: 'Yes.',
    });
    expect(answered.body.threads[0]!.comments.map(({ by }) => by.name)).toEqual(['Rosa Test', 'Emil Test']);
    expect(await waitsFor(room.emil, id)).toBeNull();
    expect(await unread(room.owner, id)).toContain('review.answered');
    const resolved = await room.owner.call<Threads>('POST', `/presence/entry/threads/${key}/resolve`);
    expect([resolved.body.open, resolved.body.threads[0]!.resolved === null]).toEqual([0, false]);
    // An answer opens it again.
    const reopened = await room.emil.call<Threads>('POST', `/presence/entry/threads/${key}/comments`, {
      text: 'One more.',
    });
    expect(reopened.body.open).toBe(1);
    const gone = await room.owner.call<{ error: { details: { code: string } } }>(
      'POST',
      '/presence/entry/threads/7d9f9d2e-7a80-4d1c-9f0a-0d9e3f9c1a11/resolve',
    );
    expect([gone.status, gone.body.error.details.code]).toEqual([404, 'review.thread-not-found']);
  });

  it('takes comments from programs with a token, and marks them', async () => {
    const id = await room.write(room.emil, { title: 'Watched by a program' });
    const said = { entry: entryOf(id), text: 'The link in the second paragraph is broken.' };
    const answer = await call<{ key: string }>(room.app, room.token, 'POST', '/api/presence/comments', said);
    expect([answer.status, Object.keys(answer.body)]).toEqual([201, ['key']]);
    const more = { text: 'It works again.' };
    const path = `/api/presence/comments/${answer.body.key}/answers`;
    expect((await call(room.app, room.token, 'POST', path, more)).status).toBe(201);
    const { body } = await room.owner.call<Threads>('GET', `/presence/entry/threads?${query(entryOf(id))}`);
    expect(body.threads[0]!.comments.map(({ by }) => by)).toMatchObject([
      { kind: 'token', name: 'Importer' },
      { kind: 'token', name: 'Importer' },
    ]);
    expect((await call(room.app, null, 'POST', '/api/presence/comments', said)).status).toBe(403);
  });

  it('shows what changed since the approval, and between any two decisions', async () => {
    interface Difference {
      readonly fields: readonly { readonly field: string; readonly kind: string }[];
      readonly from: { readonly label: string };
      readonly choices: readonly { readonly id: string; readonly kind: string }[];
    }
    const id = await room.write(room.emil, { title: 'Old bread' });
    const difference = async (more: object = {}): Promise<Difference> =>
      (
        await room.owner.call<Difference>(
          'GET',
          `/presence/entry/difference?${query({ ...entryOf(id), ...more })}`,
        )
      ).body;
    expect((await difference()).from.label).toBe('nothing');
    await room.approve(id);
    expect((await difference()).fields).toEqual([]);
    await room.edit(room.emil, id, { title: 'New bread' });
    expect(await difference()).toMatchObject({
      from: { label: 'approve' },
      fields: [
        {
          field: 'title',
          kind: 'text',
          pieces: [
            {
              parts: [
                { change: 'removed', text: 'Old' },
                { change: 'added', text: 'New' },
                { change: 'same', text: ' bread' },
              ],
            },
          ],
        },
      ],
    });
    const [, approve, submit] = (await difference()).choices;
    expect([approve!.kind, submit!.kind]).toEqual(['approve', 'submit']);
    expect((await difference({ from: submit!.id, to: approve!.id })).fields).toEqual([]);
    const { status } = await room.owner.call(
      'GET',
      `/presence/entry/difference?${query({ ...entryOf(id), from: 'never' })}`,
    );
    expect(status).toBe(404);
  });

  it('decides many at once, each judged for itself', async () => {
    const [mine, other] = [
      await room.write(room.nora, { title: 'Mine' }),
      await room.write(room.emil, { title: 'Theirs' }),
    ];
    for (const id of [mine, other]) await room.decide(room.emil, id, 'submit');
    const cards = (await board(room.nora, { pageSize: 100 })).columns.flatMap((column) => column.cards);
    const entries = [mine, other].map((id) => ({
      entry: entryOf(id),
      seal: cards.find(({ entry }) => entry === `${article}|${id}|en`)!.seal,
    }));
    const { body } = await room.nora.call<{ answers: { title: string; ok: boolean; code: string | null }[] }>(
      'POST',
      '/presence/reviews/bulk',
      { action: 'decide', kind: 'approve', entries },
    );
    expect(body.answers.map(({ title, ok, code }) => [title, ok, code])).toEqual([
      ['Mine', false, 'review.four-eyes'],
      ['Theirs', true, null],
    ]);
    expect([await columnOf(mine), await columnOf(other)]).toEqual(['in-review', 'approved']);
    const many = Array.from({ length: 101 }, () => entries[0]);
    expect(
      (
        await room.nora.call('POST', '/presence/reviews/bulk', {
          action: 'decide',
          kind: 'approve',
          entries: many,
        })
      ).status,
    ).toBe(400);
  });

  it('can be built again from what is known', async () => {
    const before = await board(room.owner, { pageSize: 100 });
    await room.app.strapi.db.query('presence::reviews').deleteMany({});
    await room.app.strapi.db.query('presence::review-waits').deleteMany({});
    const { rebuild } = wired(room.app.strapi).room;
    await rebuild.ask();
    for (let isLeft = true; isLeft;) isLeft = await rebuild.step();
    const sorted = ({ columns }: Board) =>
      columns.map(({ key, cards }) => [key, cards.map(({ entry }) => entry).sort()]);
    expect(sorted(await board(room.owner, { pageSize: 100 }))).toEqual(sorted(before));
  });
});
