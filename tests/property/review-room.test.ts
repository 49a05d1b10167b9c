import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { editScript } from '../../src/governance/difference/edit-script';
import { differenceOf } from '../../src/governance/difference/difference';
import type { EntrySnapshot } from '../../src/governance/difference/schema';
import { wordDifference } from '../../src/governance/difference/words';
import { reanchored } from '../../src/governance/threads/reanchor';
import { dueAt, remindAt } from '../../src/governance/time/working-days';

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'UTC',
);
const calendar = fc.record({
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(
    fc
      .integer({ min: 0, max: 900 })
      .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString()),
    { maxLength: 20 },
  ),
});
const start = Date.UTC(2026, 0, 1);
/** Where the clocks of these zones change, so that the odd hours are met. */
const changes = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-04-05T03:00Z',
];
const instant = fc.oneof(
  fc.integer({ min: start, max: start + 700 * 86_400_000 }),
  fc
    .tuple(
      fc.constantFrom(...changes.map((change) => Date.parse(change))),
      fc.integer({ min: -150, max: 150 }),
    )
    .map(([change, minutes]) => change + minutes * 60_000),
);
const days = fc.integer({ min: 1, max: 80 }).map((quarters) => quarters / 4);

describe('laws of working days', () => {
  it('who begins later is due no earlier', () =>
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 120 }),
        days,
        calendar,
        zone,
        (first, minutes, count, open, where) => {
          const second = first + minutes * 60_000;
          // An hour that comes twice is one hour of the working day.
          expect(dueAt(second, count, open, where)).toBeGreaterThanOrEqual(
            dueAt(first, count, open, where) - 0,
          );
        },
      ),
    ));

  it('more days are never due earlier, and nothing is due before it begins', () =>
    fc.assert(
      fc.property(instant, days, days, calendar, zone, (since, a, b, open, where) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(dueAt(since, more, open, where)).toBeGreaterThanOrEqual(dueAt(since, less, open, where));
        expect(dueAt(since, 1, open, where)).toBeGreaterThan(since);
      }),
    ));

  it('a reminder comes before what it reminds of', () =>
    fc.assert(
      fc.property(instant, days, calendar, zone, (end, count, open, where) =>
        expect(remindAt(end, count, open, where)).toBeLessThan(end),
      ),
    ));

  it('two limits after another are one of their sum', () =>
    fc.assert(
      fc.property(instant, days, days, calendar, (since, a, b, open) => {
        const once = dueAt(since, a + b, open, 'UTC');
        expect(dueAt(dueAt(since, a, open, 'UTC'), b, open, 'UTC')).toBe(once);
      }),
    ));
});

const word = fc.constantFrom('rye', 'bread', 'is', 'our', 'oven', 'é', '👩‍🍳', '黒', '\n\n', ' ', '.', '’');
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

describe('laws of differences', () => {
  it('without what was added it is the text before, without what was removed the text after', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after);
        const without = (change: string): string =>
          parts
            .filter((part) => part.change !== change)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    ));

  it('equal texts do not differ, and what differs says so', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const isSame = wordDifference(before, after).every(({ change }) => change === 'same');
        expect(isSame).toBe(before === after);
      }),
    ));

  it('the script is as short as it can be', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }),
        (a, b) => {
          const common = (i: number, j: number): number =>
            i === a.length || j === b.length
              ? 0
              : a[i] === b[j]
                ? 1 + common(i + 1, j + 1)
                : Math.max(common(i + 1, j), common(i, j + 1));
          const kept = editScript(a, b)
            .flatMap(({ change, before }) => (change === 'same' ? before[1] - before[0] : []))
            .reduce((sum, one) => sum + one, 0);
          expect(kept).toBe(common(0, 0));
        },
      ),
    ));

  const entry: fc.Arbitrary<EntrySnapshot> = fc.array(text, { maxLength: 5 }).map((texts) => ({
    title: null,
    fields: texts.map((one, at) => ({
      kind: 'text',
      field: `sections[${at}].text`,
      pieces: [{ kind: 'paragraph', text: one }],
      form: '',
    })),
    lists: texts.length > 0 ? [{ field: 'sections', components: texts.map(() => 'sections.text') }] : [],
  }));
  it('an entry does not differ from itself, and never from another without saying so', () =>
    fc.assert(
      fc.property(entry, entry, (before, after) => {
        expect(differenceOf(before, before).fields).toEqual([]);
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(differenceOf(before, after).fields.length === 0).toBe(isSame);
      }),
    ));
});

describe('laws of anchors', () => {
  const passage = fc
    .tuple(
      text.filter((one) => one.length > 10),
      fc.nat(),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([whole, at, length]) => {
      const begin = at % (whole.length - 1);
      const words = whole.slice(begin, begin + length);
      const quote = {
        text: words,
        start: begin,
        prefix: whole.slice(0, begin).slice(-20),
        suffix: whole.slice(begin + length).slice(0, 20),
      };
      return { whole, quote };
    });

  it('a passage that nobody touched is found, whatever is written around it', () =>
    fc.assert(
      fc.property(passage, text, text, ({ whole, quote }, ahead, behind) => {
        const found = reanchored(quote, whole, ahead + whole + behind);
        expect(found.passage?.text).toBe(quote.text);
      }),
    ));

  it('what is found lies inside the text and says what stands there', () =>
    fc.assert(
      fc.property(passage, text, ({ whole, quote }, after) => {
        const { passage: found, state } = reanchored(quote, whole, after);
        if (found) expect(after.slice(found.start, found.end)).toBe(found.text);
        expect(state === 'gone').toBe(found === null);
      }),
    ));
});
