import { compilePattern } from '../../../../src/brand/vale/pattern/compile';

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
