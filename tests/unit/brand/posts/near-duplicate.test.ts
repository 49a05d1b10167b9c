import german from '../../../../admin/translations/findings.de.json';
import english from '../../../../admin/translations/findings.en.json';
import { checkerOf } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { EarlierPost } from '../../../../src/brand/engine/rule';
import { postRules } from '../../../../src/brand/posts/rules';
import { brandKit } from '../../../../src/brand/schema';

const rules = postRules(brandKit.parse({ nearDuplicate: {} }));
const checker = checkerOf({ key: 'posts', rules, settings: {} });
const post = (text: string, label = 'Rye week, 3 November'): EarlierPost => ({ text, label, pictures: [] });

const found = (text: string, earlier: readonly EarlierPost[], isEntry = false) =>
  checker.check({
    content: contentOfCopy({ text, link: null, pictures: [], edited: true }, 'bluesky'),
    channel: isEntry ? null : { key: 'bluesky', kind: 'bluesky', name: 'Bluesky' },
    locale: 'en',
    earlier,
  });

const rye = 'Our rye sourdough rests for two days before it sees the oven. Come and taste it on Saturday!';

describe('a post that nearly says what an earlier one said', () => {
  test.each<[string, string, boolean]>([
    ['the same', rye, true],
    ['the same with another address', `${rye} https://bakery.example/new?utm_source=x`, true],
    ['the same in capitals, with other signs', rye.toUpperCase().replaceAll('.', '…'), true],
    ['one word is another', rye.replace('Saturday', 'Sunday'), true],
    ['a few words more', `Good news: ${rye} 🥖`, true],
    ['half of it is new', 'Our rye sourdough rests for two days. On Sunday we open at eight, and the coffee is on the house.', false],
    ['another thought', 'On Saturday the rolls are warm until noon, and the children may bake their own.', false],
    ['the same words in another order', 'Taste it on Saturday: two days our sourdough of rye rests, and then it sees the oven!', false],
    ['too short to tell', 'We are open!', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(found(text, [post('Fresh rolls'), post(rye), post('We are open!')])).toHaveLength(expected ? 1 : 0);
  }); // prettier-ignore

  test('the nearest one is named, and said in both languages', () => {
    const [finding] = found(rye, [post(rye.replace('two days', 'a night'), 'A'), post(rye, 'B')]);
    expect(finding).toMatchObject({ rule: 'post.near-duplicate', severity: 'warning', channel: 'bluesky', quote: rye }); // prettier-ignore
    expect(finding?.message).toContain('(100 %) as an earlier post here: B.');
    for (const texts of [english, german])
      expect(texts['presence.finding.post.near-duplicate']).toMatch(/\{percent\}.*\{post\}/);
  });

  test('an entry is no post', () => {
    expect(found(rye, [post(rye)], true)).toEqual([]);
  });

  test('a kit that does not ask gets no rule', () => {
    expect(postRules(brandKit.parse({}))).toEqual([]);
  });

  test('the examples of the rule hold', () => {
    const texts = (kind: 'fail' | 'pass') => (rules[0]?.examples?.[kind] ?? []).map((one) => one.split('\n---\n'));
    for (const [earlier = '', text = ''] of texts('fail')) expect(found(text, [post(earlier)])).toHaveLength(1);
    for (const [earlier = '', text = ''] of texts('pass')) expect(found(text, [post(earlier)])).toEqual([]);
    expect([...texts('fail'), ...texts('pass')]).toHaveLength(2);
  }); // prettier-ignore
});
