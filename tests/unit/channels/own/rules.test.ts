import { checkCopy } from '../../../../src/channels/check-copy';
import { deriveCopy } from '../../../../src/channels/derive-copy';
import { rulesAmong, rulesFor } from '../../../../src/channels/rules/own/rules-of';
import { readOwnType } from '../../../../src/channels/own/type';
import type { Copy } from '../../../../src/channels/schema';
import type { EntryContent } from '../../../../src/content/schema';
import { canCorrect } from '../../../../src/publishing/operations/correct';
import { recallWayOf } from '../../../../src/publishing/operations/recall-ways';
import { noticeBoard } from './type';

function viewOf(changes: object = {}) {
  const read = readOwnType(noticeBoard(changes));
  if (!read.ok) throw new Error(read.message);
  return { ...read.value, recall: 'deletes', corrects: true } as const;
}
const own = viewOf();
const board = rulesFor({ kind: 'own', own });
const copy = (changes: Partial<Copy> = {}): Copy => ({
  ...{ text: 'Rye today', link: null, pictures: [], edited: false },
  ...changes,
});
const codesOf = (changes: Partial<Copy>) => checkCopy(board, copy(changes)).problems.map(({ code }) => code);
const picture = { hash: 'a', url: '/a.png', alt: 'Bread' };

describe('the rules of a type of channel', () => {
  it.each<readonly [string, Partial<Copy>, readonly string[]]>([
    ['what fits', { text: 'a'.repeat(120) }, []],
    ['a text too long', { text: 'a'.repeat(121) }, ['copy.too-long']],
    // 120 characters as people see them, and 1,320 bytes.
    ['few characters of many bytes', { text: '👩‍🍳'.repeat(120) }, ['copy.too-long']],
    ['no text', { text: ' ' }, ['copy.empty']],
    ['two pictures', { pictures: [picture, { ...picture, hash: 'b' }] }, ['copy.too-many-pictures']],
    ['a picture without words', { pictures: [{ ...picture, alt: '' }] }, ['copy.alt-missing']],
    ['a long title', { title: 'a'.repeat(41) }, ['copy.too-long']],
  ])('judge %s', (_, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it('name the channel by its label', () => {
    expect(checkCopy(board, copy({ text: 'a'.repeat(121) })).problems[0]?.message).toContain(
      'too long for Notice board',
    );
  });

  it('make a copy with the title in its place, shortened to what fits', () => {
    const content = {
      roles: { title: 'Rye is back, and this time it stays for good', summary: 'Fresh '.repeat(40) },
      texts: [],
      pictures: [],
      locale: 'en',
    } as unknown as EntryContent;
    const derived = deriveCopy(board, content, 'https://bakery.test/rye');
    expect(derived.link).toBe('https://bakery.test/rye');
    expect(derived.text).toMatch(/^Fresh /);
    expect(derived.title?.length).toBeLessThanOrEqual(40);
    expect(checkCopy(board, derived).problems).toEqual([]);
    // Without a place for the title the text begins with it.
    const { title: _, ...untitled } = own.rules;
    const plain = deriveCopy(rulesFor({ kind: 'own', own: { ...own, rules: untitled } }), content, null);
    expect(plain.text).toMatch(/^Rye is back/);
    expect(plain).not.toHaveProperty('title');
  });

  it('of a type that nobody registers refuse nothing, because nothing goes out', () => {
    const among = rulesAmong([{ key: 'board', kind: 'own', own: null }]);
    for (const channel of ['board', 'removed'])
      expect(checkCopy(among({ kind: 'own', channel }), copy({ text: 'a'.repeat(9_000) })).problems).toEqual(
        [],
      );
    expect(among({ kind: 'bluesky', channel: 'board' }).label).toBe('Bluesky');
  });

  it('say what can be taken back and corrected', () => {
    expect([recallWayOf({ kind: 'own', own }), canCorrect({ kind: 'own', own })]).toEqual(['deletes', true]);
    expect([recallWayOf({ kind: 'own' }), canCorrect({ kind: 'own' })]).toEqual(['by-hand', false]);
    expect([recallWayOf({ kind: 'email' }), canCorrect({ kind: 'mastodon' })]).toEqual(['keeps', true]);
  });
});
