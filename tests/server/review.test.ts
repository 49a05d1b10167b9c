import { parseConfig } from '../../config/schema';
import { wireGovernance } from '../../server/wire-governance';
import type { CopyFacts } from '../../src/governance/review/schema';
import { databases } from './boot';
import { article, codesOf, newsroom, product, type Newsroom, type Panel } from './newsroom';
import { call, hire, type Answer, type Staff } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}

describe.each(databases())('reviews on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const codeOf = ({ body }: Answer<Refused>): string => body.error.details.code;
  const post = (by: Staff, body: object) => by.call<Refused>('POST', '/presence/entry/decision', body);
  const submitted = async (title: string): Promise<string> => {
    const id = await room.write(room.emil, { title });
    await room.decide(room.emil, id, 'submit');
    return id;
  };

  it('lead from draft over review to approval, each step written down', async () => {
    const id = await room.write(room.emil, { title: 'Seeds' });
    const stages: string[] = [(await room.panel(room.emil, id)).stage];
    for (const [by, kind] of [
      [room.emil, 'submit'],
      [room.nora, 'approve'],
    ] as const)
      stages.push((await room.decide(by, id, kind)).body.stage);
    expect(stages).toEqual(['draft', 'in-review', 'approved']);
    const panel = await room.panel(room.emil, id);
    expect(panel.decisions.map(({ kind, number }) => [kind, number])).toEqual([
      ['approve', 2],
      ['submit', 1],
    ]);
    expect(panel.blockers).toEqual([]);
    expect(await room.audit('decision.approve')).toContainEqual(
      expect.objectContaining({
        entry: `${article}|${id}|en`,
        seal: panel.seal,
        by: expect.objectContaining({ name: 'Nora Test' }),
      }),
    );
  });

  it('go back with a comment, and not without', async () => {
    const id = await submitted('Crumbs');
    expect(codeOf(await room.decide(room.owner, id, 'request-changes', { comment: '  ' }))).toBe(
      'review.comment-missing',
    );
    const sent = await room.decide(room.owner, id, 'request-changes', { comment: 'Say which flour.' });
    expect(sent.body.stage).toBe('draft');
    expect(sent.body.blockers[0]?.message).toContain('Say which flour.');
  });

  it('offer each person what they may do, grey where they edited last', async () => {
    const id = await room.write(room.nora, { title: 'Own work' });
    await room.decide(room.emil, id, 'submit');
    const offered = async (by: Staff) =>
      (await room.panel(by, id)).actions.map(({ decision, disabledCode }) => [decision, disabledCode]);
    expect(await offered(room.emil)).toEqual([['withdraw', null]]);
    expect(await offered(room.nora)).toEqual([
      ['approve', 'review.four-eyes'],
      ['request-changes', null],
      ['withdraw', null],
    ]);
  });

  it('cannot be approved by anybody who edited since the last approval', async () => {
    const id = await room.write(room.nora, { title: 'Four eyes' });
    await room.decide(room.emil, id, 'submit');
    expect(codeOf(await room.decide(room.nora, id, 'approve'))).toBe('review.four-eyes');
    await room.edit(room.emil, id, { title: 'Four eyes!' });
    expect(codeOf(await room.decide(room.nora, id, 'approve'))).toBe('review.four-eyes');
    expect((await room.decide(room.owner, id, 'approve')).body.stage).toBe('approved');
    await room.edit(room.emil, id, { title: 'Four eyes?' });
    await room.decide(room.emil, id, 'submit');
    expect((await room.decide(room.nora, id, 'approve')).body.stage).toBe('approved');
  });

  it('go out in an emergency exactly as they were, with a reason and the permission', async () => {
    const id = await room.write(room.emil, { title: 'Recall of the rye' });
    expect(codeOf(await room.decide(room.nora, id, 'emergency', { comment: 'Now.' }))).toBe(
      'review.not-allowed',
    );
    expect(codeOf(await room.decide(room.owner, id, 'emergency'))).toBe('review.reason-missing');
    const answer = await room.decide(room.owner, id, 'emergency', { comment: 'Glass in the flour.' });
    expect([answer.body.stage, answer.body.blockers]).toEqual(['draft', []]);
    expect((await room.publish(room.owner, id)).status).toBe(200);
    expect(await room.visible(id)).toBe('Recall of the rye');
    expect(await room.audit('publish.emergency')).toHaveLength(1);
    expect(codesOf(await room.publish(room.owner, id, { title: 'Something else' }))).toEqual([
      'review.not-approved',
    ]);
  });

  it('are about what the person saw', async () => {
    const id = await submitted('Seen');
    const { seal } = await room.panel(room.owner, id);
    await room.edit(room.emil, id, { title: 'Not seen' });
    const stale = await room.decide(room.owner, id, 'approve', { seal });
    expect(codeOf(stale)).toBe('review.changed-meanwhile');
    expect((await room.panel(room.owner, id)).decisions).toHaveLength(1);
  });

  it('let one of two win who decide at the same time', async () => {
    const id = await submitted('At once');
    const answers = await Promise.all([
      room.decide(room.owner, id, 'approve'),
      room.decide(room.nora, id, 'request-changes', { comment: 'Wait.' }),
      room.decide(room.owner, id, 'request-changes', { comment: 'No.' }),
    ]);
    const refused = answers.filter(({ status }) => status !== 200);
    const numbers = (await room.panel(room.owner, id)).decisions.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(1 + answers.length - refused.length);
    for (const answer of refused)
      expect(['review.changed-meanwhile', 'review.not-possible']).toContain(codeOf(answer));
  });

  describe('refuse', () => {
    const entry = (documentId: string) => ({ uid: article, documentId, locale: 'en' });
    const seal = 'a'.repeat(64);

    it.each([
      ['an unknown decision', { kind: 'publish' }, 'kind'],
      ['a seal that is none', { seal: 'x' }, 'seal'],
      ['no seal', { seal: undefined }, 'seal'],
      ['more than is asked', { by: { kind: 'user', id: '1' } }, ''],
      ['a comment as long as a book', { comment: 'x'.repeat(2_001) }, 'comment'],
      ['another type than of the app', { entry: { uid: 'admin::user', documentId: 'a' } }, 'entry.uid'],
      [
        'a documentId with more in it',
        { entry: { uid: article, documentId: "a' OR 1=1" } },
        'entry.documentId',
      ],
      [
        'an object for a locale',
        { entry: { uid: article, documentId: 'a', locale: { $ne: 1 } } },
        'entry.locale',
      ],
    ])('%s', async (_, wrong, path) => {
      const id = await room.write(room.emil, { title: 'Forged' });
      const { body, status } = await post(room.emil, { entry: entry(id), kind: 'submit', seal, ...wrong });
      expect([status, body.error.details.code, body.error.details.path ?? '']).toEqual([
        400,
        'request.invalid',
        path,
      ]);
    });

    it('people without the permission, machines and strangers', async () => {
      const id = await submitted('Not yours');
      expect(codeOf(await room.decide(room.emil, id, 'approve'))).toBe('review.not-allowed');
      const outsider = await hire(room.app, 'Otto', []);
      expect((await post(outsider, { entry: entry(id), kind: 'approve', seal })).status).toBe(403);
      const blind = await hire(room.app, 'Blanca', ['read', 'review.approve'], [product]);
      expect(codeOf(await post(blind, { entry: entry(id), kind: 'approve', seal }))).toBe(
        'entry.not-allowed',
      );
      for (const token of [null, room.token, 'nonsense'])
        expect(
          (await call(room.app, token, 'POST', '/presence/entry/decision', { entry: entry(id) })).status,
        ).toBe(401);
      expect((await room.panel(room.owner, id)).stage).toBe('in-review');
    });

    it('a token of the very person who may approve', async () => {
      const id = await submitted('By token');
      const made = await room.owner.call<{ data: { accessKey: string } }>('POST', '/admin/admin-tokens', {
        name: 'CLI of the owner',
        lifespan: null,
        adminPermissions: [
          ...['read', 'review.approve'].map((permission) => ({
            action: `plugin::presence.${permission}`,
            subject: null,
          })),
          {
            action: 'plugin::content-manager.explorer.read',
            subject: article,
            properties: { fields: ['title'] },
          },
        ],
      });
      const { seal: shown } = await room.panel(room.owner, id);
      const decision = { entry: entry(id), kind: 'approve', seal: shown };
      const answer = await call<Refused>(
        room.app,
        made.body.data.accessKey,
        'POST',
        '/presence/entry/decision',
        decision,
      );
      expect([answer.status, codeOf(answer)]).toEqual([403, 'review.not-allowed']);
    });

    it('entries that do not exist or need no approval', async () => {
      expect(codeOf(await post(room.owner, { entry: entry('nothere'), kind: 'submit', seal }))).toBe(
        'entry.not-found',
      );
      const free = await room.app.strapi.documents(product).create({ data: { name: 'Free' } });
      const answer = await post(room.owner, {
        entry: { uid: product, documentId: free.documentId },
        kind: 'submit',
        seal,
      });
      expect(codeOf(answer)).toBe('review.not-governed');
    });
  });

  it('approve the copies that were seen with the entry, and no later ones', async () => {
    const id = await submitted('With copies');
    let copies = [
      {
        key: 'bluesky',
        seal: 'one',
        name: 'Bluesky',
        kind: 'bluesky',
        editedBy: room.emil.id as string | null,
      },
    ];
    const released: string[] = [];
    const { reviews, decide } = wireGovernance(room.app.strapi, {
      config: parseConfig({}),
      channelNames: async () => copies.map(({ key, name }) => ({ key, name })),
      copiesOf: async () => copies,
      onDecided: async () => undefined,
      onEdited: async () => undefined,
      onApproved: async ({ documentId }) => void released.push(documentId),
      now: () => 1_795_000_000_000,
    });
    const key = { uid: article, documentId: id, locale: 'en' };
    const principals = new Set(['may:review.approve']);
    const owner = {
      actor: { kind: 'user', id: room.owner.id, name: 'Rosa' },
      can: () => true,
      principals,
    } as const;
    const emil = {
      actor: { kind: 'user', id: room.emil.id, name: 'Emil' },
      can: () => true,
      principals,
    } as const;
    const panel = async (): Promise<Panel & { copies: CopyFacts[] }> => {
      const found = await reviews.panel(key, owner);
      if (!found.ok) throw new Error(found.error.message);
      return found.value;
    };
    const seen = await panel();
    const approve = (by: Parameters<typeof decide>[2], shown: typeof seen.copies) =>
      decide(key, { kind: 'approve', seal: seen.seal, copies: shown }, by);

    expect(await approve(owner, [])).toMatchObject({ error: { code: 'review.changed-meanwhile' } });
    copies = [{ ...copies[0]!, editedBy: room.owner.id }];
    expect(await approve(owner, seen.copies)).toMatchObject({ error: { code: 'review.four-eyes' } });
    copies = [{ ...copies[0]!, editedBy: room.emil.id }];
    expect(await approve(emil, seen.copies)).toMatchObject({ error: { code: 'review.four-eyes' } });
    expect(await approve(owner, seen.copies)).toMatchObject({ ok: true, value: { stage: 'approved' } });
    expect(released).toEqual([id]);
    expect(await reviews.blockers(key, { copies })).toEqual([]);

    copies = [{ ...copies[0]!, seal: 'two' }];
    expect(await reviews.blockers(key, { copies })).toMatchObject([
      { code: 'review.copy-not-approved', copy: 'bluesky' },
    ]);
    expect(await approve(owner, (await panel()).copies)).toMatchObject({ ok: true });
    expect(await reviews.blockers(key, { copies })).toEqual([]);
  });
});
