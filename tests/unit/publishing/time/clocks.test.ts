import { occurrencesAfter } from '../../../../src/publishing/repeat/recurrence';
import { clockOf as plain, settled, shownAt } from '../../../../src/publishing/time/zone';
import { begin, changesOf, clockOf, day, end, hour, minute, take, text, zones } from './zones';

const instantOf = (clock: number, zone: string): number => {
  const local = plain(text(clock));
  if (!local) throw new Error(text(clock));
  return settled(local, zone);
};

describe.each(zones)('five years of clocks in %s', (zone) => {
  const changes = changesOf(zone);

  it('change at least once', () => {
    expect(changes.length).toBeGreaterThan(0);
  });

  it('take the later instant of a time that they skip, the earlier of one that they show twice', () => {
    for (const { at, before, after } of changes)
      for (let from = -4 * hour; from <= 4 * hour; from += 15 * minute) {
        const clock = at + before + from;
        const early = clock - before < at ? clock - before : null;
        const late = clock - after >= at ? clock - after : null;
        // Neither side shows it: it is skipped, and by the clocks before the change it would be later.
        const wanted = early ?? late ?? clock - before;
        expect([text(clock), instantOf(clock, zone)]).toEqual([text(clock), wanted]);
      }
  });

  it('show every half past nine of 1,826 days as it was meant', () => {
    for (let one = begin; one < end; one += day) {
      const at = instantOf(one + 9.5 * hour, zone);
      expect(clockOf(at, zone)).toBe(one + 9.5 * hour);
      expect(shownAt(at, zone)).toBe(text(one + 9.5 * hour));
    }
  });

  it('keep the wall time of what comes every night, once a day', () => {
    const rule = { every: 'daily', from: '2021-01-02', time: '02:30', zone, interval: 1 } as const;
    const runs = take(occurrencesAfter(rule, begin), 1_800);
    const skipped = runs.filter((at) => clockOf(at, zone) % day !== 2.5 * hour);
    expect(runs).toHaveLength(1_800);
    expect(new Set(runs.map((at) => Math.floor(clockOf(at, zone) / day))).size).toBe(1_800);
    for (const at of skipped)
      expect(
        changes.some((change) => change.after > change.before && at - change.at < hour && at >= change.at),
      ).toBe(true);
  });
});
