import { zipSync, strToU8 } from 'fflate';
import { limits, unpack } from '../../../../src/brand/vale/archive/unpack';
import { checkFile } from '../../../../src/brand/vale/file';
import { runPackTests } from '../../../../src/brand/vale/pack-tests';
import { readPack } from '../../../../src/brand/vale/pack';

const rule = (text: string, name = 'Rule') => readPack({ [`House/${name}.yml`]: text });
const found = (yaml: string, text: string) =>
  checkFile({ text, format: 'markdown' }, rule(yaml).pack).map(
    ({ line, column, message }) => `${line}:${column}:${message}`,
  );

describe('reading a pack', () => {
  it.each([
    ['broken YAML', 'extends: [existence\nmessage: x', 'pack.yaml-broken'],
    ['a list', '- a\n- b', 'pack.yaml-broken'],
    ['no kind', 'message: x', 'pack.key-missing'],
    ['no message', 'extends: existence', 'pack.key-missing'],
    ['an unknown kind', 'extends: magic\nmessage: x', 'pack.value-invalid'],
    ['a program', 'extends: script\nmessage: x\nscript: a', 'pack.script-refused'],
    ['an unknown key', 'extends: existence\nmessage: x\ntoken:\n  - a', 'pack.key-unknown'],
    ['a value that is none', 'extends: occurrence\nmessage: x\ntoken: a\nmax: many', 'pack.value-invalid'],
    ['an unknown level', 'extends: existence\nmessage: x\nlevel: fatal', 'pack.value-invalid'],
    ['a broken pattern', "extends: existence\nmessage: x\ntokens:\n  - '(a'", 'pack.pattern-broken'],
    [
      'an unknown name in a formula',
      'extends: metric\nmessage: x\nformula: wrods\ncondition: "> 1"',
      'pack.pattern-broken',
    ],
    [
      'a function that is no one of ours',
      'extends: metric\nmessage: x\nformula: constructor(words)\ncondition: "> 1"',
      'pack.pattern-broken',
    ],
    [
      'a metric that is none',
      'extends: readability\nmessage: x\ngrade: 8\nmetrics: [constructor]',
      'pack.pattern-broken',
    ],
    [
      'a class of letters that is none',
      'extends: existence\nmessage: x\ntokens: ["[[:valueof:]]"]',
      'pack.pattern-broken',
    ],
    ['a missing base', 'extends: Other.Rule\nmessage: x', 'pack.base-missing'],
  ])('says of %s what is wrong and takes the others', (_, text, code) => {
    const { pack, problems } = readPack({ 'House/Bad.yml': text, 'House/Good.yml': 'extends: existence\nmessage: x\ntokens: [a]' }); // prettier-ignore
    expect(problems).toMatchObject([{ file: 'House/Bad.yml', code, message: expect.stringMatching(/\.$/) }]);
    expect(problems[0]?.line).toBeGreaterThan(0);
    expect(pack.rules.map(({ name }) => name)).toEqual(['House.Good']);
  });

  it('names the line of an unknown key', () => {
    expect(rule('extends: existence\nmessage: x\ntoken:\n  - a').problems[0]?.line).toBe(3);
  });

  it('takes keys whatever their capitals, and keys that stand twice', () => {
    const yaml =
      'Extends: substitution\nMessage: "%s, not %s"\nIgnoreCase: true\nswap:\n  a b: x\n  a b: y\n';
    expect(found(yaml, 'An A B here.')).toEqual(['1:4:y, not A B']);
  });

  it('lets a rule add to another one and take away from it', () => {
    const { pack, problems } = readPack({
      'styles/_base/Words.yml': 'extends: existence\nmessage: "no %s"\ntokens: [very, quite]',
      'styles/House/Words.yml': 'extends: _base.Words\nlevel: error\ntokens+: [rather]\ntokens-: [quite]',
    });
    expect(problems).toEqual([]);
    const alerts = checkFile({ text: 'very quite rather', format: 'text' }, pack);
    expect(alerts.map(({ rule: name, match, severity }) => [name, match, severity])).toEqual([
      ['House.Words', 'very', 'error'],
      ['House.Words', 'rather', 'error'],
    ]);
  });

  it.each(['extends: House.B\nmessage: x', 'extends: House.Self\nmessage: x'])('refuses a circle', (text) => {
    const { problems } = readPack({
      'House/Self.yml': text,
      'House/B.yml': 'extends: House.Self\nmessage: y',
    });
    expect(problems.map(({ code }) => code)).toContain('pack.base-missing');
  });

  it('reads a whole package: settings, vocabularies and rules', () => {
    const { pack } = readPack({
      'Pkg/.vale.ini': 'MinAlertLevel = warning\nVocab = Shop\n[*.md]\nBasedOnStyles = Vale, House\nHouse.Words[max] = 1\nHouse.Soft = NO\n', // prettier-ignore
      'Pkg/styles/House/Words.yml': 'extends: occurrence\nmessage: "%d"\ntoken: and\nmax: 5',
      'Pkg/styles/House/Soft.yml': 'extends: existence\nmessage: soft\ntokens: [and]',
      'Pkg/styles/config/vocabularies/Shop/accept.txt': '# names\nOvenly\n',
      'Pkg/styles/config/vocabularies/Shop/reject.txt': 'cheap\n',
      'Pkg/meta.json': '{"vale_version": ">=3.0.0"}',
    });
    const alerts = checkFile({ text: 'ovenly and cheap and good', format: 'markdown' }, pack);
    expect(alerts.map(({ rule: name, match }) => [name, match])).toEqual([
      ['Vale.Terms', 'ovenly'],
      ['House.Words', 'and'],
      ['Vale.Avoid', 'cheap'],
    ]);
  });

  it('takes names that every object of the language has', () => {
    const { pack, problems } = readPack({
      '.vale.ini': 'Vocab = constructor, __proto__, toString\n[*]\nBasedOnStyles = constructor\n',
      'styles/constructor/valueOf.yml': 'extends: existence\nmessage: "no %s"\ntokens: [hasOwnProperty]',
      'styles/config/vocabularies/constructor/accept.txt': 'Ovenly\n',
      'styles/config/vocabularies/__proto__/reject.txt': 'cheap\n',
    });
    expect(problems).toEqual([]);
    const alerts = checkFile({ text: 'ovenly cheap hasOwnProperty', format: 'text' }, pack);
    expect(alerts.map(({ rule: name, match }) => [name, match])).toEqual([
      ['constructor.valueOf', 'hasOwnProperty'],
    ]);
  });

  it('says of rules that prove themselves whether they do', () => {
    const { pack } = rule(
      "extends: existence\nmessage: \"Remove '%s'.\"\ntokens: [perhaps]\ntests:\n  - name: finds it\n    input: We perhaps go.\n    want: \"1:4:House.Rule:Remove 'perhaps'.\"\n  - name: leaves code\n    input: \"Run `perhaps`.\"\n    absent: perhaps\n  - name: is wrong\n    input: We go.\n    contains: perhaps\n", // prettier-ignore
    );
    expect(runPackTests(pack).map(({ name, ok }) => [name, ok])).toEqual([
      ['finds it', true],
      ['leaves code', true],
      ['is wrong', false],
    ]);
  });

  it('takes a pack of five megabytes', () => {
    const tokens = (rule: number) =>
      Array.from({ length: 100 }, (_, index) => `  - word${rule} ${index} ${'x'.repeat(90)}`).join('\n');
    const files = Object.fromEntries(
      Array.from({ length: 480 }, (_, index) => [
        `House/Rule${index}.yml`,
        `extends: existence\nmessage: "%s"\ntokens:\n${tokens(index)}\n`,
      ]),
    );
    const { pack, problems } = readPack(files);
    expect(problems).toEqual([]);
    expect(pack.rules).toHaveLength(480);
    const text = `Here stands word77 5 ${'x'.repeat(90)}.`;
    expect(checkFile({ text, format: 'text' }, pack).map(({ rule: name }) => name)).toEqual(['House.Rule77']);
  });
});

describe('unpacking an archive', () => {
  const good = { 'House/Rule.yml': strToU8('extends: existence\nmessage: x\ntokens: [a]') };

  it('gives the texts of a good one', () => {
    const unpacked = unpack(zipSync(good));
    expect(unpacked.ok && readPack(unpacked.files).pack.rules.map(({ name }) => name)).toEqual([
      'House.Rule',
    ]);
  });

  it.each(['../evil.yml', 'a/../../evil.yml', '/etc/evil.yml', 'C:/evil.yml', '..\\evil.yml'])(
    'refuses %s',
    (path) => {
      const unpacked = unpack(zipSync({ ...good, [path]: strToU8('x') }));
      expect(unpacked).toMatchObject({ ok: false, problems: [{ code: 'pack.zip-unsafe' }] });
    },
  );

  it('refuses a link', () => {
    const unpacked = unpack(
      zipSync({ ...good, 'link.yml': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    );
    expect(unpacked).toMatchObject({ ok: false, problems: [{ code: 'pack.zip-unsafe' }] });
  });

  it.each([
    ['what unpacks to far more than its size', { 'big.txt': new Uint8Array(15_000_000) }],
    ['what unpacks to too much', { 'a.txt': new Uint8Array(limits.bytes + 1) }],
    ['too many files', Object.fromEntries(Array.from({ length: limits.files + 1 }, (_, index) => [`f${index}.yml`, new Uint8Array(1)]))], // prettier-ignore
  ])('refuses %s', (_, files) => {
    expect(unpack(zipSync(files))).toMatchObject({ ok: false, problems: [{ code: 'pack.zip-too-large' }] });
  });

  it('does not believe a size that is too small', () => {
    const zip = zipSync({ 'a.yml': strToU8('x'.repeat(500_000)) });
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 4 <= zip.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const unpacked = unpack(zip);
    expect(unpacked.ok ? Object.values(unpacked.files).every((text) => text.length <= 10) : true).toBe(true);
  });

  it.each([new Uint8Array(0), strToU8('no zip at all, only words'), zipSync(good).slice(0, 60)])(
    'refuses what is no archive',
    (bytes) => {
      expect(unpack(bytes)).toMatchObject({ ok: false, problems: [{ code: 'pack.zip-broken' }] });
    },
  );
});

describe('texts that are hard to read', () => {
  it.each([
    ['zero width', 'A very\u200b good and very good day', ['1:18:very']],
    ['right to left', 'חלק very טוב', ['1:5:very']],
    ['families of signs', '👩‍👩‍👧‍👦 very 🥖', ['1:9:very']],
  ])('counts columns in characters: %s', (_, text, expected) => {
    expect(found('extends: existence\nmessage: "%s"\ntokens: [very]', text).slice(-1)).toEqual(expected);
  });

  it('reads 200,000 words in one field in bounded time', () => {
    const { pack } = readPack({
      'House/Words.yml': 'extends: existence\nmessage: "%s"\ntokens: [rare word, "\\\\w+ly"]',
      'House/Slow.yml': "extends: existence\nmessage: x\nnonword: true\ntokens:\n  - '(?:[a-z]+\\s*)+\\.$'",
      'House/Twice.yml': "extends: repetition\nmessage: x\ntokens: ['[^\\s]+']",
    });
    const start = performance.now();
    const alerts = checkFile(
      { text: 'some words stand here quickly and '.repeat(34_000), format: 'text' },
      pack,
    );
    expect(alerts.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});
