import { compilePattern } from '../../../../src/brand/vale/pattern/compile';
import { isSimple } from '../../../../src/brand/vale/pattern/simple';

const matches = (pattern: string, text: string): string[] => {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.value.all(text).map((match) => match.text);
};

describe('patterns in the dialect of Vale', () => {
  it.each([
    ['(?i)bread', 'BREAD bread', ['BREAD', 'bread']],
    ['(?i:b)read', 'Bread BREAD', ['Bread']],
    ['(?i)\\b(?:rye|(?-i)Spelt|oat)\\b', 'RYE spelt Spelt OAT oat', ['RYE', 'Spelt', 'oat']],
    ['(?m)^roll', 'roll\nroll', ['roll', 'roll']],
    ['^roll', 'roll\nroll', ['roll']],
    ['\\Aroll|roll\\z', 'roll roll roll', ['roll', 'roll']],
    ['a.c', 'a\nc abc', ['abc']],
    ['(?s)a.c', 'a\nc', ['a\nc']],
    ['\\bclich\\x{e9}\\b', 'a cliché here, clichés there', ['cliché']],
    ['\\w+', 'über naïve', ['über', 'naïve']],
    ['\\bber\\b', 'über', []],
    ['\\d+', '12 ٣٤', ['12', '٣٤']],
    ['[^\\w]+', 'é–è', ['–']],
    ['\\p{Lu}\\p{L}*', 'Äpfel und Birnen', ['Äpfel', 'Birnen']],
    ['\\p{Greek}+', 'alpha αβγ', ['αβγ']],
    ['\\pL+', 'a1b', ['a', 'b']],
    ['[[:alpha:]]+[[:^alpha:]]', 'ab1', ['ab1']],
    ['(?P<a>x)(?P=a)?', 'x', null],
    ['(?P<one>a|b)\\k<one>', 'aa ab bb', ['aa', 'bb']],
    ["(?'one'a)\\1", 'aa', ['aa']],
    ['a++b', 'aaab', ['aaab']],
    ['a++ab', 'aaab', []],
    ['(?>a+)ab', 'aaab', []],
    ['(?>(a|b))\\1', 'aa', ['aa']],
    ["don\\'t\\-\\_\\ x", "don't-_ x", ["don't-_ x"]],
    ['[]a]+', ']a', [']a']],
    ['[a\\-z.-]+', 'a-z.', ['a-z.']],
    ['a{2}', 'aaa', ['aa']],
    ['a{,2}', 'a{,2}', ['a{,2}']],
    ['{x}', '{x}', ['{x}']],
    ['(?x) a b # nothing\n c', 'abc', ['abc']],
    ['(?#nothing)a', 'a', ['a']],
    ['\\Qa.b\\E+', 'a.ba.b', ['a.ba.b']],
    ['(?=a)*b', 'b', ['b']],
    ['😀+', '😀😀', ['😀😀']],
    ['[😀-😂]', '😁', ['😁']],
    ['x*', '', ['']],
  ])('%s on %j', (pattern, text, expected) => {
    if (expected === null) expect(compilePattern(pattern).ok).toBe(false);
    else expect(matches(pattern, text)).toEqual(expected);
  });

  it.each([
    '(',
    ')',
    '[a',
    'a**',
    '*a',
    '\\',
    'a{3,1}',
    '[z-a]',
    '(?P<a',
    '\\p{Nonsense}',
    '(?q)',
    '\\1(a)',
    '[a-z-[aeiou]]',
  ])('refuses %s with a sentence', (pattern) => {
    expect(compilePattern(pattern)).toEqual({
      ok: false,
      message: expect.stringMatching(/^The pattern .+\.$/),
    });
  });

  it('replaces with captures', () => {
    const compiled = compilePattern('(\\w+) (?P<b>\\w+)');
    expect(compiled.ok && compiled.value.replace('rye bread', '$2 $1 $$')).toBe('bread rye $');
  });
});

describe('patterns that could take for ever', () => {
  it.each([
    ['(?:[a-z]+\\s*)+\\.$', false],
    ['(a+)+b', false],
    ['(?:a|a)*b', false],
    ['(?:\\w|\\d)+x', false],
    ['(.*),(.*),(.*)x', false],
    ['.*foo.*', false],
    ['\\s*\\s+x', false],
    ['(?:a+){10}b', false],
    ['(?:\\w+,\\s)+and', true],
    ['(?:[^,]+,){1,}\\s\\w+', false],
    ['\\bvery\\b', true],
    ['\\w+ly', true],
    ['[A-Z]{2,}', true],
    ['(?<!\\w)colou?rs?', true],
    ['(', false],
  ])('%s is simple: %s', (pattern, simple) => expect(isSimple(pattern)).toBe(simple));

  it.each([
    ['(?:[a-z]+\\s*)+\\.$', `${'a'.repeat(5_000)}!`],
    ['(a+)+b', 'a'.repeat(5_000)],
    ['(?:a+){10}b', 'a'.repeat(5_000)],
    ['(.*),(.*),(.*),(.*)x', ','.repeat(3_000)],
  ])('%s ends in time on a hostile text', (pattern, text) => {
    const compiled = compilePattern(pattern);
    const start = performance.now();
    expect(compiled.ok && compiled.value.all(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each([
    ['(?:[a-z]+\\s*)+\\.', 'Say it. so it is.', ['ay it.', 'so it is.']],
    ['(?:(a+)(b?))+c', 'aabac x', ['aabac']],
    ['(?i)(?:é+\\w*)+', 'Éé Ü', ['Éé']],
    ['(?<=x(?:a+)+)b', 'xaab ab', ['b']],
    ['(?:a+)+?b|(?:c+)+$', 'aab ccc', ['aab', 'ccc']],
    ['(\\w+\\s?)+=\\1', 'a b=b', ['a b=b']],
    ['(?>(?:a+)+)b\\b', 'aab', ['aab']],
  ])('%s still finds what it should', (pattern, text, expected) => {
    expect(isSimple(pattern)).toBe(false);
    expect(matches(pattern, text)).toEqual(expected);
  });
});
