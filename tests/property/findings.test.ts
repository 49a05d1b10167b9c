import fc from 'fast-check';
import { marked, standingOf } from '../../src/brand/findings/standing';
import type { Finding } from '../../src/brand/schema';
import { allOf, bodyOf, waiverFor } from '../unit/brand/findings/cases';

const quote = 'cheap';
const letters = fc.string({ unit: fc.constantFrom(...'abdfgiklmnoprstuvw'), minLength: 3, maxLength: 8 });
/** Words without the quote: long enough that two stretches of them are not the same by chance. */
const stretch = (min: number, max: number) =>
  fc.array(letters, { minLength: min, maxLength: max }).map((words) => words.join(' '));
const besides = fc.tuple(stretch(12, 16), stretch(12, 16)).map(([a, b]) => `${a} ${quote} ${b}`);
const paragraph = fc.oneof(stretch(1, 30), besides);

const place = (finding: Finding | undefined) => finding?.place.start;

describe('a waiver', () => {
  it('still holds after any edit outside its quote and context, and covers no other equal finding', () => {
    fc.assert(
      fc.property(
        fc.record({
          before: stretch(10, 14),
          after: stretch(10, 14),
          // What stands further away, once and after the edit.
          far: fc.tuple(stretch(0, 9), stretch(0, 9)),
          farNow: fc.tuple(stretch(0, 9), stretch(0, 9)),
          above: fc.array(paragraph, { maxLength: 4 }),
          below: fc.array(paragraph, { maxLength: 4 }),
          aboveNow: fc.array(paragraph, { maxLength: 4 }),
          belowNow: fc.array(paragraph, { maxLength: 4 }),
        }),
        ({ before, after, far, farNow, above, below, aboveNow, belowNow }) => {
          const body = (
            up: readonly string[],
            [left, right]: readonly [string, string],
            down: readonly string[],
          ) => {
            const head = [...up.filter((one) => one !== ''), ''].join('\n\n');
            const lead = `${head}${left}${left === '' ? '' : ' '}${before} `;
            const tail = `${quote} ${after}${right === '' ? '' : ` ${right}`}`;
            return {
              at: lead.length,
              text: [`${lead}${tail}`, ...down.filter((one) => one !== '')].join('\n\n'),
            };
          };
          const old = body(above, far, below);
          const now = body(aboveNow, farNow, belowNow);
          const waived = marked(allOf(old.text, quote), bodyOf(old.text)).find(
            ({ finding }) => place(finding) === old.at,
          );
          const list = standingOf(
            marked(allOf(now.text, quote), bodyOf(now.text)),
            [waiverFor(waived!.mark)],
            [],
            '2026-11-26',
          );
          const covered = list.filter(({ standing }) => standing !== null);
          expect(covered.map(({ finding }) => place(finding))).toEqual([now.at]);
        },
      ),
    );
  });

  it('covers at most one finding, whatever is found', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 6 }),
        fc.array(paragraph, { maxLength: 6 }),
        (one, other) => {
          const [old, now] = [one.join('\n\n'), other.join('\n\n')];
          const waivers = marked(allOf(old, quote), bodyOf(old)).map(({ mark }, index) =>
            waiverFor(mark, { id: String(index) }),
          );
          const list = standingOf(marked(allOf(now, quote), bodyOf(now)), waivers, [], '2026-11-26');
          const ids = list.flatMap(({ standing }) =>
            standing?.kind === 'waived' ? [standing.waiver.id] : [],
          );
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});
