import fc from 'fast-check';
import { sampleKit } from '../../config/sample-kit';
import { checkerOf, type Checker } from '../../src/brand/engine/checker';
import { ruleSetOf } from '../../src/brand/engine/rule-set';
import type { Finding } from '../../src/brand/schema';
import { applyFix, quoteAt } from '../../src/content/fix';
import { readContent } from '../../src/content/read';
import { article, parts, photo } from '../unit/content/builders';

const set = ruleSetOf(sampleKit, [], {});
const checker = () => checkerOf(set);
const shared = checker();

// prettier-ignore
const said = fc.constantFrom(
  'cheap', 'Cheaper', 'lindner und daughters', 'Lindner & Daughters', 'gluten free', 'cures everything', 'order no. 12',
  'the chairman', 'BUY BREAD', 'Fresh!!', 'Why?!', 'I bake', 'we bake', 'du', 'für Sie', 'vous', 'tu', 'usted', 'tú',
  '4.50 €', '€4,5', '€ 1.234,5', '4,– €', '1.234,5', '1,234.5', '1 234', '3,5', 'v2.5', '10.30 Uhr',
  '3.11.2026', '11/3/2026', '2026-11-03', 'November 3rd, 2026', '3. November 2026', '31/12/26',
  '6 pm', '6:30 p.m.', '18:00', '07:15', '+43-1-2345678', '0043 1 234567', '01 2345678', '+43 (0) 1 2345678',
  'http://bakery.example/rye', 'https://rival.example', 'was baked by us', 'is made', 'wird gebacken', 'bread', 'rye', 'rolls',
  '#foodporn', '#lindnerbread', '#freshsourdoughbread', '👩‍🍳', '🔥🔥🔥', '🇦🇹', '☝🏽', '1️⃣',
);
const odd = fc.constantFrom(
  '\u200b',
  '\u00ad',
  '\u202e',
  '\u200f',
  'خبز',
  '\ud83d',
  '\udc00',
  'e\u0301',
  '\ufeff',
  'ﬁ',
  '\u0000',
  '٣٫٥',
);
const glue = fc.constantFrom(' ', ' ', ' ', ' ', '. ', ', ', '.\n', '\u00a0', '\n\n', '! ', '-', '');
const plain = fc
  .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: odd }), glue), {
    maxLength: 18,
  })
  .map((pairs) => pairs.flat().join(''));
const mark = fc.constantFrom('**', '*', '`', '\n# ', '\n### ', '\n- ', '[here](', '](http://x.example)', '<b>', '<p style="color: red">', '</p>', '<font face=Papyrus>', '![](/a.jpg)', '&amp;', '\\', '| a |\n|---|\n|'); // prettier-ignore
const marked = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: said }, { weight: 1, arbitrary: mark }, odd), glue), {
    maxLength: 18,
  })
  .map((pairs) => pairs.flat().join(''));
const anything = fc.oneof(marked, plain, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const locale = fc.constantFrom('en', 'de-AT', 'fr', 'es', null, 'xx-nonsense');

const document = fc.record({
  title: plain,
  summary: anything,
  body: anything,
  story: fc.array(
    fc.record({
      type: fc.constantFrom('paragraph', 'heading', 'quote'),
      level: fc.integer({ min: 1, max: 6 }),
      children: fc.array(fc.record({ type: fc.constant('text'), text: plain, bold: fc.boolean() }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 3 },
  ),
  cover: fc.constantFrom(null, photo(), photo({ alternativeText: null })),
});
type Values = Readonly<Record<string, unknown>>;
const check = (values: Values, at: string | null, by: Checker = shared): Finding[] =>
  by.check({
    content: readContent(article, parts, values),
    locale: at,
    uid: article.uid,
    today: '2026-11-26',
  });

test('no text makes a rule fail, and every finding lies inside the text and quotes it', () => {
  fc.assert(
    fc.property(document, locale, (values, at) => {
      for (const { place, quote } of check(values, at)) {
        expect(place.start).toBeLessThanOrEqual(place.end);
        if (place.start < place.end) expect(quoteAt(values, place)).toBe(quote);
      }
      expect(shared.faults()).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('a fix removes its finding and adds none of its rule', () => {
  // Several findings may be about one text; what fixing one makes of another rule is that rule's own matter.
  fc.assert(
    fc.property(fc.oneof(plain, marked), locale, fc.nat(), (body, at, pick) => {
      const before = check({ body }, at);
      const fixable = before.filter(({ fix }) => fix !== null);
      const finding = fixable[pick % Math.max(1, fixable.length)];
      fc.pre(finding !== undefined);
      if (!finding?.fix) return;
      const fixed = applyFix({ body }, finding.place, finding.fix.replacement, finding.quote);
      const count = (findings: readonly Finding[]) =>
        findings.filter(({ rule }) => rule === finding.rule).length;
      expect(count(check(fixed, at))).toBeLessThan(count(before));
    }),
    { numRuns: 400 },
  );
});

test('the order of rules makes no difference', () => {
  const turned = checkerOf({ ...set, rules: set.rules.toReversed() });
  const byId = checkerOf({ ...set, rules: [...set.rules].sort((a, b) => (a.id < b.id ? -1 : 1)) });
  fc.assert(
    fc.property(document, locale, (values, at) => {
      const findings = check(values, at);
      expect(check(values, at, turned)).toEqual(findings);
      expect(check(values, at, byId)).toEqual(findings);
    }),
    { numRuns: 150 },
  );
});

test('a checker that remembers says the same as one that sees a text for the first time', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 3 }), plain, locale, (list, typed, at) => {
      const remembering = checker();
      for (const values of list) {
        check(values, at, remembering);
        const edited = { ...values, body: `${String(values.body)}\n\n${typed}`, summary: typed };
        expect(check(edited, at, remembering)).toEqual(check(edited, at, checker()));
        expect(check(values, at, remembering)).toEqual(check(values, at, checker()));
      }
    }),
    { numRuns: 40 },
  );
});

test('a Blocks field and the same text in Markdown have the same findings', () => {
  const line = fc
    .array(fc.tuple(said, fc.constantFrom(' ', ' ', '. ', ', ', '! ')), { minLength: 1, maxLength: 10 })
    .map((pairs) => pairs.flat().join('').trim())
    .filter((text) => !/^(?:[-+#>]|\d+[.)])|https?:|[_*`~]|^[+]/.test(text));
  const kinds = fc.constantFrom('paragraph', 'heading');
  const textOf = (findings: readonly Finding[]) =>
    findings.map(({ rule, quote, message }) => [rule, quote, message]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 4 }), line), { maxLength: 5 }),
      locale,
      (lines, at) => {
        const story = lines.map(([type, level, text]) => ({
          type,
          level,
          children: [{ type: 'text', text }],
        }));
        const body = lines
          .map(([type, level, text]) => (type === 'heading' ? `${'#'.repeat(level)} ${text}` : text))
          .join('\n\n');
        const roles = { title: null, summary: null, cover: null, slug: null, canonicalUrl: null };
        const inField = (field: 'story' | 'body', values: Values) =>
          textOf(
            shared
              .check({ content: readContent(article, parts, values, { ...roles, body: field }), locale: at })
              .filter(({ place }) => place.field === field),
          );
        expect(inField('story', { story })).toEqual(inField('body', { body }));
      },
    ),
    { numRuns: 200 },
  );
});

describe('a hostile field is checked in time', () => {
  const seconds = (work: () => void): number => {
    const from = performance.now();
    work();
    return (performance.now() - from) / 1000;
  };
  test.each<[string, string]>([
    ['200,000 words in one paragraph', 'We sell cheap bread for 4.50 € at 18:00 today. '.repeat(22_000)],
    ['200,000 words without a full stop', 'bread and butter '.repeat(66_000)],
    ['numbers without end', '1.234,5 '.repeat(60_000)],
    ['digits without end', '1'.repeat(400_000)],
    ['plus signs and digits', '+43 1 '.repeat(60_000)],
    ['capitals without end', 'BUY BREAD '.repeat(40_000)],
    ['marks without end', '!?'.repeat(150_000)],
    ['flags', '🇦🇹'.repeat(60_000)],
    ['joined emoji', '👩‍🍳\u200d'.repeat(40_000)],
    ['tags that never end', '<p style="color:'.repeat(12_000)],
    ['hashtags', '#a'.repeat(100_000)],
    ['passives', 'is not only '.repeat(30_000)],
    ['spaces', ' '.repeat(400_000)],
    ['invisible characters', '\u200b'.repeat(300_000)],
    ['right-to-left', 'خبز\u202e '.repeat(60_000)],
    ['lone surrogates', '\ud83d '.repeat(120_000)],
  ])('%s', (_case, text) => {
    const fresh = checker();
    expect(seconds(() => check({ summary: `${text} cheap` }, 'en', fresh))).toBeLessThan(20);
    expect(fresh.faults()).toEqual([]);
  });
});
