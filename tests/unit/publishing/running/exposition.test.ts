import { expositionOf } from '../../../../src/publishing/running/exposition';
import type { ChannelStanding, OperationsView } from '../../../../src/publishing/running/schema';
import { totalOf } from '../../../../src/publishing/running/standing';

const now = Date.UTC(2026, 10, 26, 9);
const zero = totalOf([]);
const view = (part: Partial<OperationsView> = {}): OperationsView => ({
  ...{ at: now, totals: zero, channels: [], workers: [], holds: [], alerts: [] },
  ...part,
});
const sky: ChannelStanding = {
  ...zero,
  ...{ channel: 'k1', name: 'Sky', kind: 'bluesky', state: 'ready', shutUntil: null },
};

/** What a reader of the format makes of it: it refuses what is not in the grammar. */
function read(text: string): Map<string, number> {
  expect(text.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const comment = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line);
    if (comment) {
      if (comment[1] === 'TYPE') {
        expect(typed.has(comment[2] ?? '')).toBe(false);
        expect(comment[3]).toBe('gauge');
        typed.add(comment[2] ?? '');
      }
      continue;
    }
    const sample = /^([a-z_]+)((?:\{(?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)+\})?) (-?[0-9.e+]+)$/.exec(line);
    expect(sample ? 'a sample' : line).toBe('a sample');
    if (!sample) continue;
    expect(typed).toContain(sample[1]);
    const series = `${sample[1]}${sample[2]}`;
    expect(samples.has(series)).toBe(false);
    samples.set(series, Number(sample[3]));
  }
  return samples;
}

describe('the text that Prometheus reads', () => {
  it('has every state of a channel once, and times in seconds', () => {
    const channels = [{ ...sky, due: 3, dead: 2, lag: 1_500 }];
    const samples = read(expositionOf(view({ channels, totals: totalOf(channels) })));
    expect(samples.get('presence_publications{channel="k1",name="Sky",state="due"}')).toBe(3);
    expect(samples.get('presence_publications{channel="k1",name="Sky",state="dead"}')).toBe(2);
    expect(samples.get('presence_publications{channel="k1",name="Sky",state="parked"}')).toBe(0);
    expect(samples.get('presence_publish_lag_seconds{channel="k1",name="Sky"}')).toBe(1.5);
    expect(samples.get('presence_publish_lag_max_seconds')).toBe(1.5);
    expect(samples.get('presence_channel_open{channel="k1",name="Sky"}')).toBe(1);
  });

  it('has a sample for each state of workers, holds and alerts, also where there is none', () => {
    const samples = read(expositionOf(view()));
    expect([...samples]).toEqual([
      ['presence_publish_lag_max_seconds', 0],
      ['presence_workers{state="working"}', 0],
      ['presence_workers{state="stopping"}', 0],
      ['presence_workers{state="gone"}', 0],
      ['presence_holds{scope="all"}', 0],
      ['presence_holds{scope="channel"}', 0],
      ['presence_holds{scope="campaign"}', 0],
      ['presence_alerts{severity="critical"}', 0],
      ['presence_alerts{severity="warning"}', 0],
      ['presence_alerts{severity="info"}', 0],
    ]);
  });

  it('says which process does how much, and how long it is silent', () => {
    const samples = read(
      expositionOf(
        view({
          workers: [
            {
              ...{ instance: 'i1', host: 'web-1', pid: 7, engine: 'bullmq', since: 0, beatAt: now - 2_500 },
              ...{ state: 'working', isCutOff: false },
              doing: [
                { channel: 'k1', name: 'Sky', count: 4 },
                { channel: 'k2', name: 'Hook', count: 5 },
              ],
            },
          ],
        }),
      ),
    );
    const labels = '{instance_id="i1",host="web-1",engine="bullmq"}';
    expect(samples.get(`presence_worker_publications${labels}`)).toBe(9);
    expect(samples.get(`presence_worker_silent_seconds${labels}`)).toBe(2.5);
  });

  it.each([
    ['a quotation mark', 'The "Sky"', 'The \\"Sky\\"'],
    ['a backslash', 'C:\\sky', 'C:\\\\sky'],
    ['a line break', 'Sky\nand more', 'Sky\\nand more'],
    ['what looks escaped already', '\\n', '\\\\n'],
    ['a brace that would end the labels', '"} 1\nfake{a="', '\\"} 1\\nfake{a=\\"'],
  ])('escapes %s in a name', (_, name, written) => {
    const samples = read(expositionOf(view({ channels: [{ ...sky, name }] })));
    expect(samples.has(`presence_channel_open{channel="k1",name="${written}"}`)).toBe(true);
  });

  it.each([
    ['needs new credentials', { state: 'reauthorise' }],
    ['is blocked', { state: 'blocked' }],
    ['has used up its quota', { shutUntil: now + 1 }],
  ] as const)('says that a channel is shut that %s', (_, part) => {
    const samples = read(expositionOf(view({ channels: [{ ...sky, ...part }] })));
    expect(samples.get('presence_channel_open{channel="k1",name="Sky"}')).toBe(0);
  });
});
