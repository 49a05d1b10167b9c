import fc from 'fast-check';
import { seriesOf, stepsOf } from '../../src/ecosystem/series';
import { channelTotals, touchesOf } from '../../src/ecosystem/totals';
import { addressOf, withParam } from '../../src/engagement/address';
import { metrics, type Counts } from '../../src/channels/schema';
import { changesOf, knownAfter, nextPollAt } from '../../src/engagement/poll';
import { mergedRollups, rollupsOf } from '../../src/engagement/rollup';
import { touchpointKinds, type NewTouchpoint } from '../../src/engagement/schema';
import { sourceOf } from '../../src/engagement/source';

const name = fc.constantFrom('a', 'b', 'c');
const touchpoint: fc.Arbitrary<NewTouchpoint> = fc.record({
  at: fc.integer({ min: 0, max: 72 * 3_600_000 }),
  kind: fc.constantFrom(...touchpointKinds),
  entry: fc.option(name),
  channel: name,
  publication: fc.option(name),
  campaign: fc.option(name),
  visitor: fc.option(name),
  value: fc.integer({ min: -1_000, max: 1_000_000 }),
  path: fc.constant('/'),
  source: fc.constant('none@1'),
});
const touchpoints = fc.array(touchpoint, { maxLength: 60 });
const sorted = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

describe('rollups', () => {
  it('of parts, merged, are the rollup of the whole', () => {
    fc.assert(
      fc.property(touchpoints, touchpoints, (left, right) => {
        const parts = mergedRollups([...rollupsOf(left), ...rollupsOf(right)]);
        expect(sorted(parts)).toEqual(sorted(rollupsOf([...left, ...right])));
      }),
    );
  });

  it('lose and invent nothing', () => {
    fc.assert(
      fc.property(touchpoints, (rows) => {
        const rollups = rollupsOf(rows);
        const add = (all: number, value: number): number => all + value;
        expect(rollups.map((row) => row.count).reduce(add, 0)).toBe(rows.length);
        expect(rollups.map((row) => row.sum).reduce(add, 0)).toBe(
          rows.map((row) => row.value).reduce(add, 0),
        );
      }),
    );
  });
});

describe('insights', () => {
  it('have series that add up to the totals, by hour and by day', () => {
    fc.assert(
      fc.property(
        touchpoints,
        fc.constantFrom('hour' as const, 'day' as const),
        fc.constantFrom('UTC', 'America/New_York'),
        (rows, step, zone) => {
          const rollups = rollupsOf(rows);
          const series = seriesOf(rollups, stepsOf(0, 73 * 3_600_000, step, zone));
          const all = series.flatMap(({ points }) => points).reduce((sum, point) => sum + point, 0);
          expect(all).toBe(touchesOf(rollups));
          expect(channelTotals(rollups).reduce((sum, { touches }) => sum + touches, 0)).toBe(all);
        },
      ),
    );
  });
});

describe('counts of a network', () => {
  const looks = fc.array(
    fc.record(Object.fromEntries(metrics.map((metric) => [metric, fc.nat()])), { requiredKeys: [] }),
    { maxLength: 12 },
  );

  it('are the sum of their changes and never below nothing, whatever a network leaves out', () => {
    fc.assert(
      fc.property(looks, (all: readonly Counts[]) => {
        let known: Counts = {};
        const sums = new Map<string, number>();
        for (const told of all) {
          for (const { kind, value } of changesOf(known, told)) {
            const sum = (sums.get(kind) ?? 0) + value;
            expect(sum).toBeGreaterThanOrEqual(0);
            sums.set(kind, sum);
          }
          known = knownAfter(known, told);
        }
        const last = metrics.map((metric) => all.findLast((told) => told[metric] !== undefined)?.[metric]);
        expect(metrics.map((metric) => known[metric])).toEqual(last);
        // The kinds stand in the order of the metrics.
        const byMetric = metrics.map((metric) => changesOf({}, { [metric]: 1 })[0]?.kind ?? '');
        expect(byMetric.map((kind) => sums.get(kind) ?? 0)).toEqual(last.map((count) => count ?? 0));
      }),
    );
  });

  it('have a kind of touchpoint each, and only what people did is a touch', () => {
    const kinds = metrics.map((metric) => changesOf({}, { [metric]: 1 })[0]?.kind);
    expect(new Set(kinds).size).toBe(metrics.length);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (shown, clicked) => {
        const rows = changesOf({}, { views: shown, reach: shown, clicks: clicked, saves: 3 });
        expect(touchesOf(rows.map(({ kind, value }) => ({ kind, count: 1, sum: value })))).toBe(3);
      }),
    );
  });

  it('are looked at later and later, and not for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), (passed) => {
        const next = nextPollAt(0, passed);
        if (next === null) expect(passed).toBeGreaterThanOrEqual(30 * 86_400_000);
        else expect(next).toBeGreaterThan(passed);
      }),
    );
  });
});

describe('any text at all', () => {
  it('as an address or a referrer is read without an error', () => {
    const page = addressOf('https://bakery.test/');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          const address = addressOf(text);
          if (page) sourceOf(page, text, null);
          if (address) sourceOf(address, undefined, null);
        },
      ),
    );
  });

  it('as an address keeps its page when a parameter is added', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const [before, after] = [new URL(url), new URL(withParam(url, 'p', 'abc'))];
        expect([after.origin, after.pathname, after.hash]).toEqual([
          before.origin,
          before.pathname,
          before.hash,
        ]);
        expect(after.searchParams.get('p')).toBe('abc');
      }),
    );
  });
});
