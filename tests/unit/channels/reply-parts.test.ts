import { chainOf, type Answering } from '../../../server/channels/replies/chain';
import { Ended } from '../../../server/channels/ended';
import { settledUnseen } from '../../../server/channels/replies/linkedin';
import { deliverParts, doneAs } from '../../../server/channels/replies/parts';
import { withRightToReply } from '../../../server/channels/replies/right';
import { copiesLook } from '../../../server/pages/signoff/look';
import type { SignOffView } from '../../../server/services/governance/signoff/view';
import type { Delivery, Outcome } from '../../../src/channels/channel';
import { signOffWords } from '../../../src/governance/signoff/words';

const replies = (...texts: string[]) => texts.map((text) => ({ text }));
const delivery = (attempt = 1, ...texts: string[]): Delivery => ({
  ...{
    publication: 'p',
    attempt,
    entry: { uid: 'api::a.a', documentId: 'd', locale: null },
    campaign: 'c',
    seal: 's',
  },
  copy: {
    text: 'Post',
    link: 'https://bakery.test',
    pictures: [],
    edited: false,
    replies: replies(...texts),
  },
  ...{ pageUrl: null, createdAt: 1_000, dueAt: 2_000, track: async (url) => url, beat: async () => true },
});
const there = (remoteId: string): Outcome => ({
  kind: 'delivered',
  remoteId,
  url: `https://social.test/${remoteId}`,
});

describe('The replies of a thread among an account’s own posts', () => {
  const own: readonly Answering[] = [
    { id: '4', under: '1', text: 'Thanks!' },
    { id: '3', under: '2', text: 'Third https://go.test/l/abc' },
    { id: '2', under: '1', text: 'Second' },
    { id: '9', under: '8', text: 'Second' },
  ];
  test.each<[wanted: string[], ids: string[]]>([
    [
      ['Second', 'Third https://bakery.test/de/rolls'],
      ['2', '3'],
    ],
    [['Second', 'Gone', 'Third'], ['2']],
    [['Third'], []],
    [[], []],
  ])('%j are %j', (wanted, ids) => {
    expect(chainOf(own, '1', replies(...wanted))).toEqual(ids);
  });
});

describe('Parts are brought one after the other', () => {
  test('each under its own key, without the link and the pictures of the post, and looked for only where it may be there', async () => {
    const seen: unknown[] = [];
    const run = (attempt: number) =>
      deliverParts<string>(delivery(attempt, 'Two', 'Three'), async (part, under) => {
        seen.push([part.publication, part.attempt, part.copy.text, part.copy.link, under]);
        return doneAs(there(part.copy.text));
      });
    expect(await run(1)).toEqual(there('Post'));
    expect(seen).toEqual([
      ['p', 1, 'Post', 'https://bakery.test', null],
      ['p-2', 1, 'Two', null, { root: 'Post', parent: 'Post' }],
      ['p-3', 1, 'Three', null, { root: 'Post', parent: 'Two' }],
    ]);
    seen.length = 0;
    await run(3);
    expect(seen).toMatchObject([{ 1: 3 }, { 1: 3 }, { 1: 3 }]);
  });

  test.each<[ending: Outcome, expected: object]>([
    [
      { kind: 'retry', code: 'a.b', message: 'Nobody answers.' },
      {
        kind: 'retry',
        message:
          'The post is there (https://social.test/Post), and text 1 of 2 beneath it is not yet. Nobody answers.',
        begun: { remoteId: 'Post' },
      },
    ],
    [
      { kind: 'unknown', code: 'a.b', message: 'The answer was lost.' },
      {
        kind: 'unknown',
        message:
          'The post is there (https://social.test/Post); whether text 1 of 2 beneath it is there is not known. The answer was lost.',
        begun: { remoteId: 'Post' },
      },
    ],
    [
      { kind: 'rejected', code: 'a.b', message: 'No.' },
      {
        kind: 'delivered',
        remoteId: 'Post',
        note: 'The post is there (https://social.test/Post), but not text 1 of 2 beneath it, nor what was to follow: No.',
      },
    ],
  ])('the post is never lost where a reply ends as %j', async (ending, expected) => {
    let calls = 0;
    const outcome = await deliverParts<string>(delivery(1, 'Two', 'Three'), async () => {
      calls += 1;
      if (calls === 1) return doneAs(there('Post'));
      throw new Ended(ending);
    });
    expect(outcome).toMatchObject(expected);
    expect(calls).toBe(2);
  });
});

describe('An access that may post but not answer', () => {
  const permission: Outcome = { kind: 'reauthorise', code: 'meta.permission', message: 'May not.' };
  const under = { root: '1', parent: '1' };

  test.each([
    ['threads', 'threads_manage_replies'],
    ['instagram', 'instagram_manage_comments'],
    ['facebook', 'pages_manage_engagement'],
  ] as const)(
    'does not stop the channel of %s, and the right that it lacks is named',
    async (kind, right) => {
      const steps = [async () => doneAs(permission), () => Promise.reject(new Ended(permission))];
      for (const step of steps)
        expect((await withRightToReply<string>(kind, under, step)).outcome).toMatchObject({
          kind: 'rejected',
          code: 'meta.no-right-to-reply',
          message: expect.stringContaining(right),
        });
    },
  );

  test('is no matter of the post itself, nor of other refusals', async () => {
    const signedOut: Outcome = { ...permission, code: 'meta.signed-out' };
    expect((await withRightToReply<string>('threads', null, async () => doneAs(permission))).outcome).toBe(
      permission,
    );
    expect((await withRightToReply<string>('threads', under, async () => doneAs(signedOut))).outcome).toBe(
      signedOut,
    );
  });
});

describe('Below the post of a person on LinkedIn, where nobody can look', () => {
  const begun = { remoteId: 'urn:li:share:1', url: null };
  test.each(['retry', 'unknown', 'parked'] as const)(
    'a comment that ended as %s leaves the post delivered',
    (kind) => {
      expect(settledUnseen({ kind, code: 'a.b', message: 'Lost.', begun })).toMatchObject({
        kind: 'delivered',
        remoteId: 'urn:li:share:1',
        note: expect.stringMatching(/^Lost\. .*write the comment by hand\.$/),
      });
    },
  );
  test('another process that took over goes on, and what was not begun is as it is', () => {
    const taken: Outcome = { kind: 'retry', code: 'delivery.taken-over', message: 'Taken.', begun };
    const plain: Outcome = { kind: 'retry', code: 'a.b', message: 'Lost.' };
    expect(settledUnseen(taken)).toBe(taken);
    expect(settledUnseen(plain)).toBe(plain);
    expect(settledUnseen(there('1'))).toEqual(there('1'));
  });
});

test('Whoever signs off sees what goes beneath a post, as text and no markup', () => {
  const { copy } = delivery(1, 'Baked at four.', '<b>Gone</b> by nine.');
  const copies = [{ key: 'k', seal: 's', kind: 'mastodon', name: 'Mastodon', copy }];
  const shown = copiesLook(
    { copies } as unknown as SignOffView,
    signOffWords('en'),
    'https://cms.test',
  )?.html;
  expect(shown?.replace(/\s+/g, ' ')).toContain(
    'Posted beneath it</p> <ol> <li><p class="post">Baked at four.</p></li><li><p class="post">&lt;b&gt;Gone&lt;/b&gt; by nine.</p></li>',
  );
});
