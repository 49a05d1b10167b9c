import { checkerOf } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { BlockRule, Rule } from '../../../../src/brand/engine/rule';
import { ruleSetOf } from '../../../../src/brand/engine/rule-set';
import { longestBlock } from '../../../../src/brand/engine/text/cut';
import { brandKit, emptyKit } from '../../../../src/brand/schema';
import { readContent } from '../../../../src/content/read';
import { article, parts } from '../../content/builders';

const bread: BlockRule = {
  kind: 'block',
  id: 'app/bread',
  severity: 'warning',
  explanation: 'Bread is called a loaf.',
  find: ({ text }) =>
    [...text.matchAll(/bread/g)].map(({ index }) => ({
      start: index,
      end: index + 5,
      message: 'Say loaf.',
      replacements: ['loaf', 'roll'],
    })),
};
const broken: BlockRule = {
  ...bread,
  id: 'app/broken',
  find: () => {
    throw new Error('No such word.');
  },
};
const content = (values: object) => readContent(article, parts, { ...values });
const checkWith = (rules: readonly Rule[], settings = {}) =>
  checkerOf(ruleSetOf(emptyKit(), rules, settings));

describe('one bad rule never breaks the others', () => {
  test('a rule that throws is switched off and named', () => {
    const checker = checkWith([broken, bread]);
    expect(checker.check({ content: content({ title: 'bread' }) }).map(({ rule }) => rule)).toEqual([
      'app/bread',
    ]);
    expect(checker.faults()).toEqual([{ rule: 'app/broken', message: 'No such word.' }]);
  });

  test('what it found before it threw is not reported either', () => {
    const late: BlockRule = {
      ...bread,
      find: (block) => (block.text.includes('stone') ? broken.find(block) : bread.find(block)),
    };
    const checker = checkWith([late]);
    expect(checker.check({ content: content({ title: 'bread', summary: 'bread\n\nstone' }) })).toEqual([]);
    expect(checker.check({ content: content({ title: 'bread' }) })).toEqual([]);
  });

  test('a range outside of the text is a fault', () => {
    const wild: BlockRule = { ...bread, find: () => [{ start: 3, end: 99, message: 'x' }] };
    const checker = checkWith([wild]);
    expect(checker.check({ content: content({ title: 'bread' }) })).toEqual([]);
    expect(checker.faults()).toHaveLength(1);
  });

  test('a rule for subjects and one for all together may fail too', () => {
    const fail = () => {
      throw new TypeError('Oh.');
    };
    const checker = checkWith([
      { ...bread, kind: 'subject', id: 'app/a', find: fail },
      { ...bread, kind: 'together', id: 'app/b', find: fail },
      bread,
    ]);
    expect(checker.check({ content: content({ title: 'bread' }) })).toHaveLength(1);
    expect(checker.checkTogether([{ content: content({ title: 'bread' }) }])).toEqual([]);
    expect(checker.faults().map(({ rule }) => rule)).toEqual(['app/a', 'app/b']);
  });
});

describe('a rule is looked for where its scope says', () => {
  const values = {
    title: 'bread',
    body: '# bread\n\nbread\n\n- bread\n\n```\nbread\n```',
    hints: [{ text: 'bread' }],
  };
  test.each<[string, BlockRule['scope'], object, number]>([
    ['nothing said: everywhere but in code', undefined, {}, 5],
    ['a language', { locales: ['de'] }, { locale: 'en' }, 0],
    ['a language that covers this one', { locales: ['en'] }, { locale: 'en-GB' }, 5],
    ['a role', { roles: ['title'] }, {}, 1],
    ['a field inside a component, without indexes', { fields: ['hints'] }, {}, 1],
    ['a kind of block', { kinds: ['heading'] }, {}, 1],
    ['code, when named', { kinds: ['code'] }, {}, 1],
    ['a content type', { uids: ['api::page.page'] }, { uid: 'api::article.article' }, 0],
    ['only the entry', { channels: ['entry'] }, {}, 5],
    ['only a channel', { channels: ['bluesky'] }, {}, 0],
  ])('%s', (_case, scope, input, count) => {
    const rule = scope ? { ...bread, scope } : bread;
    expect(checkWith([rule]).check({ content: content(values), ...input })).toHaveLength(count);
  });

  test('rules that need the server run there, and only they where asked', () => {
    const set = ruleSetOf(emptyKit(), [bread, { ...bread, id: 'app/dear', runs: 'server' }], {});
    const found = (runs: 'everywhere' | 'server' | 'all') =>
      checkerOf(set, { runs })
        .check({ content: content({ title: 'bread' }) })
        .map(({ rule }) => rule);
    expect(found('everywhere')).toEqual(['app/bread']);
    expect(found('server')).toEqual(['app/dear']);
    expect(found('all')).toEqual(['app/bread', 'app/dear']);
  });
});

describe('the business sets its rules', () => {
  test('switched off', () => {
    expect(
      checkWith([bread], { 'app/bread': { enabled: false } }).check({ content: content({ title: 'bread' }) }),
    ).toEqual([]);
  });
  test('graver than the rule says of itself', () => {
    const [finding] = checkWith([bread], { 'app/bread': { severity: 'error' } }).check({
      content: content({ title: 'bread' }),
    });
    expect(finding?.severity).toBe('error');
  });
  test('the key of a rule set tells whether stored findings still count', () => {
    const kit = brandKit.parse({ terms: [{ avoid: 'cheap' }] });
    const key = ruleSetOf(kit, [bread], {}).key;
    expect(ruleSetOf(brandKit.parse({ terms: [{ avoid: 'cheap' }] }), [bread], {}).key).toBe(key);
    expect(ruleSetOf(emptyKit(), [bread], {}).key).not.toBe(key);
    expect(ruleSetOf(kit, [{ ...bread, version: '2' }], {}).key).not.toBe(key);
    expect(ruleSetOf(kit, [bread], { 'app/bread': { enabled: false } }).key).not.toBe(key);
  });
});

test('a block that did not change is not read again, wherever it moves', () => {
  const read: string[] = [];
  const noting: BlockRule = { ...bread, find: (block) => (read.push(block.text), bread.find(block)) };
  const checker = checkWith([noting]);
  const first = checker.check({ content: content({ body: 'one bread\n\ntwo bread' }) });
  read.length = 0;
  const second = checker.check({ content: content({ body: 'one loaf, changed\n\ntwo bread' }) });
  expect(read).toEqual(['one loaf, changed']);
  expect(first.map(({ place }) => place.start)).toEqual([4, 15]);
  expect(second.map(({ place }) => place.start)).toEqual([23]);
});

test('a rule with needs is asked only where one of them stands', () => {
  const read: string[] = [];
  const rule: BlockRule = {
    ...bread,
    needs: ['bread', 'loaf'],
    find: (block) => (read.push(block.text), []),
  };
  checkWith([rule]).check({ content: content({ title: 'Rolls', summary: 'BREAD', body: 'A loaf' }) });
  expect(read).toEqual(['BREAD', 'A loaf']);
});

test('several replacements become several fixes, the best first', () => {
  const [finding] = checkWith([bread]).check({ content: content({ title: 'bread' }) });
  expect(finding?.fix?.replacement).toBe('loaf');
  expect(finding?.fixes?.map(({ replacement }) => replacement)).toEqual(['loaf', 'roll']);
});

test('a text that is longer than patterns see at once is read in parts, and no word is lost', () => {
  const lengths: number[] = [];
  const noting: BlockRule = {
    ...bread,
    find: (block) => (lengths.push(block.text.length), bread.find(block)),
  };
  const summary = 'We sell bread here. '.repeat(3_000);
  const findings = checkWith([noting]).check({ content: content({ summary }) });
  expect(findings).toHaveLength(3_000);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(longestBlock);
  for (const { place } of findings) expect(summary.slice(place.start, place.end)).toBe('bread');
});

test('a copy is read with the same rules, at places in the copy', () => {
  const copy = {
    text: 'Our bread.\n\nMore bread.',
    title: 'bread',
    link: 'https://bakery.test/bread',
    pictures: [{ hash: 'rye_1', url: '/uploads/rye.jpg', alt: 'bread' }],
    edited: true,
  };
  const found = contentOfCopy(copy, 'bluesky');
  expect(found.pictures[0]).toMatchObject({ hash: 'rye_1', alt: 'bread' });
  expect(found.links).toMatchObject([{ href: 'https://bakery.test/bread' }]);
  const channel = { key: 'c1', kind: 'bluesky', name: 'Bakery' } as const;
  const findings = checkWith([bread]).check({ content: found, channel });
  expect(findings.map(({ place, channel: key }) => [place.field, place.start, key])).toEqual([
    ['title', 0, 'c1'],
    ['text', 4, 'c1'],
    ['text', 17, 'c1'],
    ['pictures[0].alt', 0, 'c1'],
  ]);
});
