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
