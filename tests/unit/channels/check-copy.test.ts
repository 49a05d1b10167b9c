import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import type { BuiltInKind, Copy } from '../../../src/channels/schema';

const copy = (changes: Partial<Copy> = {}): Copy => ({
  text: 'Fresh rolls',
  link: null,
  pictures: [],
  edited: false,
  ...changes,
});
const picture = (alt: string) => ({ hash: 'h', url: '/h.jpg', alt });
const found = (kind: BuiltInKind, changes: Partial<Copy>) =>
  checkCopy(kind, copy(changes)).problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

test.each<[kind: BuiltInKind, changes: Partial<Copy>, problems: string[]]>([
  ['bluesky', {}, []],
  ['bluesky', { text: 'x'.repeat(300) }, []],
  ['bluesky', { text: 'x'.repeat(301) }, ['error copy.too-long text']],
  ['bluesky', { text: '👨‍👩‍👧‍👦'.repeat(121) }, ['error copy.too-long text']],
  ['bluesky', { text: '👨‍👩‍👧‍👦'.repeat(301) }, ['error copy.too-long text', 'error copy.too-long text']],
  ['bluesky', { text: '' }, ['error copy.empty text']],
  ['bluesky', { text: '', link: 'https://bakery.test' }, []],
  ['bluesky', { pictures: [picture('')] }, ['warning copy.alt-missing pictures[0].alt']],
  ['bluesky', { pictures: [picture('')], link: 'https://bakery.test' }, []],
  ['bluesky', { pictures: [picture('x'.repeat(1001))] }, ['error copy.too-long pictures[0].alt']],
  [
    'bluesky',
    { pictures: Array.from({ length: 5 }, () => picture('a')) },
    ['error copy.too-many-pictures pictures[4]'],
  ],
  [
    'bluesky',
    { pictures: [picture('a'), picture('b')], link: 'https://bakery.test' },
    ['warning copy.card-shows-one-picture pictures[1]'],
  ],
  ['bluesky', { title: 'x'.repeat(301) }, ['error copy.too-long title']],
  ['webhook', { text: 'x'.repeat(15_001) }, ['error copy.too-long text']],
  ['webhook', { text: '' }, []],
  ['website', { text: 'x'.repeat(100_000) }, []],
  ['email', { subject: 'Rolls' }, []],
  ['email', {}, ['error copy.subject-missing subject']],
  ['email', { subject: 'a\nb' }, ['error copy.subject-lines subject']],
  ['email', { subject: 'x'.repeat(61) }, ['warning copy.long subject']],
  ['email', { subject: 'x'.repeat(251) }, ['error copy.too-long subject']],
  ['email', { subject: 'x', preheader: 'x'.repeat(111) }, ['warning copy.long preheader']],
])('%s %j', (kind, changes, problems) => {
  expect(found(kind, changes)).toEqual(problems);
  expect(isSendable(checkCopy(kind, copy(changes)))).toBe(!problems.some((one) => one.startsWith('error')));
});

test('A problem says by how much, and what to do', () => {
  const { count, limit, problems } = checkCopy('bluesky', copy({ text: 'x'.repeat(317) }));
  expect([count, limit]).toEqual([317, 300]);
  expect(problems[0]?.message).toBe(
    'The text is 17 characters too long for Bluesky: it has 317, 300 are allowed. Shorten it.',
  );
});

describe('Characters that nobody sees', () => {
  const unseen = [
    ...[0x00ad, 0x061c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff],
    ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xfe0f, 0xe0020],
    ...[0x00a0, 0x2003, 0x2028, 0x3000, 0x0000, 0x0085],
  ].map((point) => String.fromCodePoint(point));
  const names = unseen.map((one) => [`U+${one.codePointAt(0)?.toString(16).padStart(4, '0')}`, one] as const);
  const empty = ['error copy.empty text'];

  test.each(names)('%s alone is no text', (_, one) => {
    for (const text of [one, one.repeat(20), ` ${one}\n${one}\t`])
      expect(found('bluesky', { text })).toEqual(empty);
  });

  test('All of them together are no text, and one that is seen makes them one', () => {
    const all = unseen.join('');
    expect(found('bluesky', { text: all })).toEqual(empty);
    for (const seen of ['a', '.', '❤\ufe0f', '👨‍👩‍👧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '1\ufe0f\u20e3', 'ש', '\u0301'])
      expect(found('bluesky', { text: `${all}${seen}${all}` })).toEqual([]);
  });

  test('A link or a picture is enough beside them, as beside no text', () => {
    const text = '\u200b';
    expect(found('bluesky', { text, link: 'https://bakery.test' })).toEqual([]);
    expect(found('bluesky', { text, pictures: [picture('Bread')] })).toEqual([]);
  });

  test('They are no subject, no words for a picture and no text beneath a post', () => {
    expect(found('email', { subject: '\u200b\u2060' })).toEqual(['error copy.subject-missing subject']);
    expect(found('bluesky', { pictures: [picture('\u200b')] })).toEqual([
      'warning copy.alt-missing pictures[0].alt',
    ]);
    const video = { hash: 'v', url: '/v.mp4', alt: '\u00ad' };
    expect(found('bluesky', { video })).toEqual(['warning copy.video-alt-missing video.alt']);
    expect(found('bluesky', { replies: [{ text: '\ufeff' }] })).toEqual([
      'error copy.reply-empty replies[0].text',
    ]);
  });
});
