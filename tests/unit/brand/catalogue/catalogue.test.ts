import { shouldDemote } from '../../../../src/brand/catalogue/demote';
import { linesOf } from '../../../../src/brand/catalogue/texts/line-column';
import { contentOfText } from '../../../../src/brand/catalogue/texts/text-content';
import { packNameOf } from '../../../../src/brand/catalogue/packs';
import { patternRule } from '../../../../src/brand/catalogue/patterns/pattern-rule';
import { verdictOf } from '../../../../src/brand/catalogue/patterns/pattern-verdict';
import { sourceOf } from '../../../../src/brand/catalogue/rule-source';
import { checkText } from '../../../../src/brand/command/loose-check';
import { checkerOf } from '../../../../src/brand/engine/checker';
import { brandPattern } from '../../../../src/brand/kit/words';

describe('a rule is to be made milder', () => {
  it.each<[string, { found: number; dismissed: number; falseAlarms: number }, boolean]>([
    [
      'when more than half of ten findings were turned down',
      { found: 10, dismissed: 4, falseAlarms: 2 },
      true,
    ],
    ['not when it was half', { found: 10, dismissed: 5, falseAlarms: 0 }, false],
    ['not when there are too few', { found: 9, dismissed: 9, falseAlarms: 0 }, false],
    ['also when what was turned down is gone', { found: 0, dismissed: 6, falseAlarms: 6 }, true],
    ['not when nothing was turned down', { found: 500, dismissed: 0, falseAlarms: 0 }, false],
  ])('%s', (_, counts, expected) => expect(shouldDemote({ ...counts, waived: 0 })).toBe(expected));
});

describe('where a rule comes from', () => {
  it.each([
    ['brand.term/cheap', 'kit'],
    ['brand.name/lindner', 'kit'],
    ['claim/organic', 'kit'],
    ['pattern/hours', 'kit'],
    ['app/opening-hours', 'app'],
    ['vale/write-good.Weasel', 'write-good'],
    ['brand.alt-text', 'presence'],
    ['link.alive', 'presence'],
  ])('%s: %s', (id, source) => expect(sourceOf(id)).toBe(source));
});

describe('lines and columns', () => {
  const at = linesOf('one\ntwo\r\nthree\rfour');
  it.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [9, 3, 1],
    [15, 4, 1],
    [19, 4, 5],
  ])('offset %d is line %d, column %d', (offset, line, column) =>
    expect(at(offset)).toEqual({ line, column }),
  );
});

describe('a text that is no entry', () => {
  const textsOf = (...text: Parameters<typeof contentOfText>) =>
    contentOfText(...text).texts.map(({ text: said }) => said);
  it('is read without its front matter, and places stay', () => {
    const value = '---\ntitle: "cheap"\n---\n\nOur cheap bread.';
    expect(textsOf({ format: 'markdown', value })).toEqual(['Our cheap bread.']);
    const [segment] = contentOfText({ format: 'markdown', value }).texts[0]?.segments ?? [];
    expect(value.slice(segment?.place.start)).toBe('Our cheap bread.');
  });
  it('is read as HTML however it is indented', () =>
    expect(
      textsOf({
        format: 'html',
        value: '<main>\n\n      <p>Our\n      bread.</p>\n<script>cheap</script></main>',
      }),
    ).toEqual([expect.stringContaining('Our')]));
  it('may be broken', () => {
    expect(textsOf({ format: 'html', value: '<p>Our <b>bread' })).toEqual(['Our bread']);
    expect(textsOf({ format: 'blocks', value: [null, { type: 'paragraph' }, 7] })).toEqual([]);
  });
});

describe('the name of a pack', () => {
  it.each([
    ['House.zip', [], 'House'],
    ['C:\\packs\\My Style (2).ZIP', [], 'My-Style-2'],
    ['../../etc/passwd', [], 'passwd'],
    ['.zip', ['Google'], 'Google'],
    ['', [], 'pack'],
  ])('of %p with styles %p is %s', (file, styles, name) => expect(packNameOf(file, styles)).toBe(name));
});

describe('a pattern', () => {
  it.each([
    [{ kind: 'safe' }, 'linear'],
    [{ kind: 'polynomial', degree: 2 }, 'slow'],
    [{ kind: 'unknown' }, 'slow'],
  ] as const)('judged %p is %s', (judged, speed) =>
    expect(verdictOf('x', judged)).toEqual({ ok: true, value: speed }),
  );

  it('that may never end is refused, with the length that is enough', () => {
    const verdict = verdictOf('(a+)+$', { kind: 'exponential', length: 34 });
    expect(verdict).toMatchObject({ ok: false, error: { code: 'brand.pattern-too-slow' } });
    expect(!verdict.ok && verdict.error.message).toContain('34 characters');
  });

  it('replaces with its groups, and leaves addresses alone', () => {
    const pattern = brandPattern.parse({
      key: 'hours',
      pattern: '(\\d+) ?h',
      message: 'No.',
      replacement: '$1 o’clock for $$1, not $&',
    });
    const search = (text: string) =>
      [...text.matchAll(/(\d+) ?h/g)].map((match) => ({ start: match.index, groups: [...match] }));
    const checker = checkerOf({ key: 'x', rules: [patternRule(pattern, search)], settings: {} });
    const found = checkText(checker, {
      format: 'text',
      value: 'From 6 h, see https://bakery.test/6h today.',
    });
    expect(found.map(({ quote, fix }) => [quote, fix?.replacement])).toEqual([
      ['6 h', '6 o’clock for $1, not 6 h'],
    ]);
  });
});
