import fc from 'fast-check';
import { genesis } from '../../src/governance/audit/chain';
import { rowLine } from '../../src/governance/audit/export';
import { digestOf, lineOf } from '../../src/governance/audit/line';
import { cutUpTo } from '../../src/governance/audit/retention';
import { followAll, type ChainRow } from '../../src/governance/audit/verify';
import { canonicalJson } from '../../src/content/canonical';
import { chainOf, hash } from '../unit/governance/audit/chain';

const json = fc.jsonValue({ maxDepth: 2 });
const details = fc.dictionary(fc.string({ maxLength: 8 }), json, { maxKeys: 4 }) as fc.Arbitrary<
  Record<string, unknown>
>;
const input = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('publish', 'decision.approve', 'settings.save'),
  by: fc.record({ kind: fc.constant('user' as const), id: fc.constantFrom('1', '2'), name: fc.string() }),
  from: fc.record({ way: fc.constant('admin' as const), place: fc.option(fc.string()) }),
  entry: fc.option(fc.string()),
  seal: fc.option(fc.string()),
  details,
});
const chain = fc
  .array(input, { minLength: 1, maxLength: 12 })
  .map((all) => chainOf(all.map((one, n) => lineOf({ ...one, key: `key ${n}` }))));

const firstBroken = (rows: readonly ChainRow[], after = genesis): number | null => {
  const { broken } = followAll(after, rows, hash);
  return broken ? broken.number : null;
};

const columns = [
  'key',
  'kind',
  'person',
  'by',
  'origin',
  'details',
  'digest',
  'hash',
  'entry',
  'seal',
] as const;

describe('laws of the record', () => {
  it('what was written is whole', () =>
    fc.assert(fc.property(chain, (rows) => expect(firstBroken(rows)).toBeNull())));

  it('any change of any column of any row is found, and its row named', () =>
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...columns), fc.string(), (rows, pick, column, text) => {
        const at = pick % rows.length;
        fc.pre(rows[at]?.[column] !== text);
        const changed = rows.map((row, n) => (n === at ? { ...row, [column]: text } : row));
        expect(firstBroken(changed)).toBe(at + 1);
      }),
    ));

  it('a change with a digest that fits is found too', () =>
    fc.assert(
      fc.property(chain, fc.nat(), fc.string(), (rows, pick, seal) => {
        const at = pick % rows.length;
        fc.pre(rows[at]?.seal !== seal);
        const changed = rows.map((row, n) => {
          const next = { ...row, seal };
          return n === at ? { ...next, digest: digestOf(next, hash) } : row;
        });
        expect(firstBroken(changed)).toBe(at + 1);
      }),
    ));

  it('rows that are gone are found, and the first of them named', () =>
    fc.assert(
      fc.property(chain, fc.nat(), fc.integer({ min: 1, max: 3 }), (rows, pick, count) => {
        const at = pick % rows.length;
        // Rows cut off the end are found by the head.
        fc.pre(at + count < rows.length);
        expect(firstBroken(rows.filter((_, n) => n < at || n >= at + count))).toBe(at + 1);
      }),
    ));

  it('a row put in between is found, whatever number it has', () =>
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat({ max: 14 }), input, (rows, pick, number, one) => {
        const at = pick % rows.length;
        const [added] = chainOf([lineOf({ ...one, key: 'added' })], {
          number: number - 1,
          hash: genesis.hash,
        });
        const all = [...rows.slice(0, at), added!, ...rows.slice(at)];
        expect(firstBroken(all)).not.toBeNull();
      }),
    ));

  it('two rows that changed places are found at the first of them', () =>
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), (rows, left, right) => {
        const [a, b] = [left % rows.length, right % rows.length].sort((x, y) => x - y) as [number, number];
        fc.pre(a !== b);
        const swapped = rows.map((row, n) => {
          const other = n === a ? rows[b]! : n === b ? rows[a]! : row;
          return { ...other, number: row.number };
        });
        expect(firstBroken(swapped)).toBe(a + 1);
      }),
    ));

  it('cut at any row, the rest is whole from there, and only from there', () =>
    fc.assert(
      fc.property(chain, fc.nat(), (rows, pick) => {
        const at = pick % rows.length;
        const { number, hash: end } = rows[at]!;
        const rest = rows.slice(at + 1);
        expect(firstBroken(rest, { number, hash: end ?? '' })).toBeNull();
        if (rest.length > 0) expect(firstBroken(rest, { number, hash: 'f'.repeat(64) })).toBe(number + 1);
      }),
    ));

  it('never the last row is cut, nor one that the policy keeps, nor one twice', () =>
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.nat(), fc.nat(), (firstKept, head, checkpoint) => {
        const last = cutUpTo({ firstKept, head, checkpoint });
        if (last === null) return;
        expect(last).toBeLessThan(head);
        expect(last).toBeGreaterThan(checkpoint);
        if (firstKept !== null) expect(last).toBeLessThan(firstKept);
      }),
    ));

  it('an exported line says letter by letter what was hashed', () =>
    fc.assert(
      fc.property(chain, (rows) => {
        for (const row of rows) {
          const said = JSON.parse(rowLine(row)) as Record<string, unknown>;
          for (const [column, name] of [
            ['by', 'by'],
            ['origin', 'from'],
            ['details', 'details'],
          ] as const)
            expect(canonicalJson(said[name])).toBe(row[column]);
        }
      }),
    ));
});
