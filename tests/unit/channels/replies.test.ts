import fc from 'fast-check';
import { contentOfCopy } from '../../../src/brand/engine/copy-content';
import { checkCopy } from '../../../src/channels/check-copy';
import { copySealOf } from '../../../src/channels/copy-seal';
import { asThread, canBeThread } from '../../../src/channels/replies/as-thread';
import { splitText, type PartRoom } from '../../../src/channels/replies/split';
import { channelRules } from '../../../src/channels/rules';
import { channelKinds } from '../../../src/channels/rules/kinds';
import type { BuiltInKind, Copy } from '../../../src/channels/schema';
import { copyDifferences, copySnapshot } from '../../../src/governance/difference/copies';
import { changeAfter } from '../../../src/publishing/outcome';
import { parkedByQuota } from '../../../src/publishing/operations/rate-gate';

const copy = (changes: Partial<Copy> = {}): Copy => ({
  ...{ text: 'Fresh rolls', link: null, pictures: [], edited: false },
  ...changes,
});
const replies = (...texts: string[]) => ({ replies: texts.map((text) => ({ text })) });
const found = (kind: BuiltInKind, changes: Partial<Copy>) =>
  checkCopy(kind, copy(changes)).problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

test.each<[kind: BuiltInKind, changes: Partial<Copy>, problems: string[]]>([
  ['bluesky', replies('a', 'b'), []],
  ['bluesky', replies('x'.repeat(300)), []],
  ['bluesky', replies('a', 'x'.repeat(301)), ['error copy.reply-too-long replies[1].text']],
  ['bluesky', replies('👨‍👩‍👧‍👦'.repeat(121)), ['error copy.reply-too-long replies[0].text']],
  ['bluesky', replies(' '), ['error copy.reply-empty replies[0].text']],
  ['bluesky', replies(...Array<string>(25).fill('a')), ['error copy.too-many-replies replies[24]']],
  ['mastodon', replies(`https://bakery.test/${'x'.repeat(600)}`), []],
  ['mastodon', replies('x'.repeat(501)), ['error copy.reply-too-long replies[0].text']],
  ['telegram', { replies: [] }, []],
  ['telegram', replies('a'), ['error copy.no-replies replies']],
  ['slack', replies('a'), ['error copy.no-replies replies']],
  ['discord', replies('a'), ['error copy.no-replies replies']],
  [
    'pinterest',
    { ...replies('a'), pictures: [{ hash: 'h', url: '/h', alt: 'a' }] },
    ['error copy.no-replies replies'],
  ],
  ['google-business', replies('a'), ['error copy.no-replies replies']],
  ['webhook', replies('a'), ['error copy.no-replies replies']],
  ['email', { ...replies('a'), subject: 'Rolls' }, ['error copy.no-replies replies']],
])('%s %#', (kind, changes, problems) => {
  expect(found(kind, changes)).toEqual(problems);
});

test('A problem of a reply says which, by how much, and what to do', () => {
  expect(checkCopy('bluesky', copy(replies('a', 'x'.repeat(305)))).problems[0]).toMatchObject({
    message:
      'Text 2 beneath the post is 5 characters too long for Bluesky: it has 305, 300 are allowed. Shorten it.',
    values: { number: 2, over: 5, unit: 'character', channel: 'Bluesky', length: 305, max: 300 },
  });
});

describe('The seal of a copy', () => {
  test('is as it was where nothing goes beneath it', () => {
    expect(copySealOf(copy())).toBe('e6f0e7c7d6dcf632539107e2c01bf9f9aa23c62098c2bfa4cfbd53e838a846b5');
    expect(copySealOf(copy({ replies: [] }))).toBe(copySealOf(copy()));
  });
  test('covers each text beneath it, and their order', () => {
    const seals = [
      copy(),
      copy(replies('a')),
      copy(replies('a', 'b')),
      copy(replies('b', 'a')),
      copy(replies('ab')),
    ];
    expect(new Set(seals.map(copySealOf)).size).toBe(seals.length);
  });
});

describe('A text that is too long', () => {
  const room = (max: number): PartRoom => ({ max, bytes: Infinity, measure: (text) => text.length });

  test.each<[text: string, max: number, parts: string[]]>([
    ['Short.', 10, ['Short.']],
    ['One two. Three four. Five.', 20, ['One two. Three four.', 'Five.']],
    ['First part here.\n\nSecond part. Third.', 30, ['First part here.', 'Second part. Third.']],
    ['A.\n\nSecond part. Third part.', 20, ['A.\n\nSecond part.', 'Third part.']],
    ['no sentence ends here at all', 12, ['no sentence', 'ends here at', 'all']],
    ['Unbreakable', 4, ['Unbr', 'eaka', 'ble']],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['  ', 5, []],
  ])('%j of %i becomes %j', (text, max, parts) => {
    const graphemes = (one: string) => [...new Intl.Segmenter().segment(one)].length;
    const measured = text.startsWith('👨') ? { ...room(1), measure: graphemes } : room(max);
    expect(splitText(text, measured)).toEqual(parts);
  });

  test('is cut into parts that fit and that say all of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 16, max: 60 }),
        (text, max) => {
          const parts = splitText(text, room(max));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(Math.max(max, 16));
          expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });

  test.each([300, 5_000])(
    'is cut at %i where it is long as where it is short, and read a few times only',
    (max) => {
      const long = Array.from(
        { length: 3_000 },
        (_, n) => `Brötchen Nummer ${n} 🍞 ist warm${'!'.repeat(n % 3)}`,
      );
      const text = long.join('. ');
      let read = 0;
      const measure = (one: string) => {
        read += one.length;
        return one.length;
      };
      const parts = splitText(text, { ...room(max), measure }, undefined, 'de');
      expect(read).toBeLessThan(text.length * 200);
      let left = text;
      for (const part of parts) {
        expect(splitText(left.slice(0, max * 3), room(max), undefined, 'de')[0]).toBe(part);
        left = left.slice(left.indexOf(part) + part.length).trim();
      }
      expect(left).toBe('');
    },
  );

  test('becomes a thread of its channel, before what follows already', () => {
    const long = Array.from({ length: 30 }, (_, n) => `This is sentence number ${n}.`).join(' ');
    const before = copy({ text: long, ...replies('The end.') });
    expect(canBeThread(channelRules.bluesky, before)).toBe(true);
    const thread = asThread(channelRules.bluesky, before, 'en');
    const after = copy(thread);
    expect(checkCopy('bluesky', after).problems).toEqual([]);
    expect(canBeThread(channelRules.bluesky, after)).toBe(false);
    expect(thread.replies.at(-1)).toEqual({ text: 'The end.' });
    expect([thread.text, ...thread.replies.map(({ text }) => text)].join(' ')).toBe(`${long} The end.`);
  });

  test('leaves room in the first post for the address behind it', () => {
    const text = Array.from({ length: 40 }, (_, n) => `Sentence ${n} of many.`).join(' ');
    const link = `https://bakery.test/${'x'.repeat(80)}`;
    const thread = asThread(channelRules.mastodon, copy({ text, link }), 'en');
    expect(checkCopy('mastodon', copy({ ...thread, link })).problems).toEqual([]);
  });

  test.each(channelKinds.filter((kind): kind is BuiltInKind => kind !== 'own'))(
    'is offered as a thread only where there are threads: %s',
    (kind) => {
      const isLong = copy({ text: 'x'.repeat(99_000) });
      const hasThreads = channelRules[kind].replies?.kind === 'thread';
      expect(canBeThread(channelRules[kind], isLong)).toBe(hasThreads);
    },
  );
});

describe('A post whose replies are missing', () => {
  const begun = { remoteId: '1', url: 'https://social.test/1' };
  const trouble = { code: 'network.down', message: 'Nobody answers.', begun } as const;
  const after = (kind: 'retry' | 'parked' | 'reauthorise' | 'unknown', failures: number) =>
    changeAfter({ kind, ...trouble }, failures, 0, () => 0);

  test.each(['retry', 'parked', 'reauthorise', 'unknown'] as const)(
    'stays what may be there, so nobody changes or cancels it meanwhile: %s',
    (kind) => {
      expect(after(kind, 0)).toMatchObject({ isOpenEnded: true, remote: null });
    },
  );

  test('is delivered once nobody tries any more, and says what is missing', () => {
    expect(after('retry', 9)).toMatchObject({
      ...{ state: 'delivered', isOpenEnded: false, remote: { id: '1', url: 'https://social.test/1' } },
      message: 'Given up after 10 tries. Nobody answers.',
    });
  });

  test('keeps it while the quota of the channel is used up', () => {
    const limits = [{ scope: 'account', remaining: 0, resetAt: 60_000 }] as const;
    expect(parkedByQuota({ kind: 'retry', ...trouble, limits }, 0)).toMatchObject({ kind: 'parked', begun });
  });
});

describe('What goes beneath a copy is part of what it says', () => {
  const said = copy(replies('Rolls cost 3 €.', 'See https://bakery.test/rolls'));

  test('so the brand check reads it, with its place', () => {
    const content = contentOfCopy(said, 'mastodon');
    expect(content.texts.map(({ text, field }) => [field, text])).toEqual([
      ['text', 'Fresh rolls'],
      ['replies[0].text', 'Rolls cost 3 €.'],
      ['replies[1].text', 'See https://bakery.test/rolls'],
    ]);
  });

  test('and a difference shows what changed in it', () => {
    const side = (one: Copy) => ({
      key: 'k',
      name: 'Mastodon',
      seal: copySealOf(one),
      snapshot: copySnapshot(one),
    });
    const [difference] = copyDifferences([side(copy(replies('Rolls cost 2 €.')))], [side(said)]);
    expect(difference?.fields.map(({ field }) => field)).toEqual(['replies[0].text', 'replies[1].text']);
  });
});
