import { funnelOf } from '../../../src/ecosystem/funnel';
import { insightsQuery, type Rollup } from '../../../src/ecosystem/schema';
import { networkTotals } from '../../../src/ecosystem/networks';
import { seriesOf, stepsOf } from '../../../src/ecosystem/series';
import { channelTotals, kindTotals, topEntries, touchesOf } from '../../../src/ecosystem/totals';

const hour = 3_600_000;
const row = (facts: Partial<Rollup>): Rollup => ({
  hour: 0,
  kind: 'view',
  entry: 'a',
  channel: 'direct',
  campaign: '',
  publication: '',
  count: 1,
  sum: 1,
  ...facts,
});

describe('touches', () => {
  it.each<[string, Partial<Rollup>, number]>([
    ['a view is one', { count: 3, sum: 3 }, 3],
    ['an event is one, whatever its value', { kind: 'event', count: 2, sum: 90 }, 2],
    ['likes count as the network counts them', { kind: 'like', count: 2, sum: 7 }, 7],
    ['a like that was taken back is none', { kind: 'like', count: 2, sum: 0 }, 0],
    ['a save is one', { kind: 'save', sum: 4 }, 4],
    ['that a network showed it is none', { kind: 'impression', sum: 900 }, 0],
    ['nor to how many', { kind: 'reach', sum: 700 }, 0],
    ['nor a click as the network counts it, which is ours once more', { kind: 'network-click', sum: 8 }, 0],
    ['attention is not one', { kind: 'attention', count: 2, sum: 9_000 }, 0],
    ['a delivery is ours, not a person’s', { kind: 'delivered', sum: 40 }, 0],
  ])('%s', (_law, facts, touches) => {
    expect(touchesOf([row(facts)])).toBe(touches);
  });
});

describe('totals', () => {
  const rows = [
    row({ channel: 'bluesky', kind: 'like', count: 1, sum: 5 }),
    row({ count: 2, sum: 2 }),
    row({ kind: 'attention', count: 2, sum: 8_000 }),
    row({ kind: 'link-click', channel: 'email', entry: 'b' }),
    row({ entry: '', channel: 'email', kind: 'subscribe' }),
  ];

  it('put the channel with the most touches first', () => {
    expect(channelTotals(rows).map(({ channel, touches }) => [channel, touches])).toEqual([
      ['bluesky', 5],
      ['direct', 2],
      ['email', 2],
    ]);
  });

  it('show sums for what is reported in numbers', () => {
    expect(kindTotals(rows).find(({ kind }) => kind === 'attention')).toEqual({
      kind: 'attention',
      count: 2,
      sum: 8_000,
      amount: 8_000,
    });
  });

  it('leave out of the entries what belongs to none', () => {
    expect(topEntries(rows, 10)).toEqual([
      { entry: 'a', touches: 7, views: 2, clicks: 0, attention: 8_000 },
      { entry: 'b', touches: 1, views: 0, clicks: 1, attention: 0 },
    ]);
  });
});

describe('series', () => {
  it('begin days in the zone, also when clocks change', () => {
    const from = Date.parse('2026-03-28T00:00:00+01:00');
    const steps = stepsOf(from, from + 3 * 24 * hour, 'day', 'Europe/Berlin');
    expect(steps.map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
    ]);
  });

  it('have one point for each step', () => {
    const rows = [
      row({ hour: 0 }),
      row({ hour: hour, count: 2 }),
      row({ hour: 2 * hour, channel: 'email', kind: 'open' }),
    ];
    expect(seriesOf(rows, stepsOf(0, 3 * hour, 'hour', 'UTC'))).toEqual([
      { channel: 'direct', points: [1, 2, 0] },
      { channel: 'email', points: [0, 0, 1] },
    ]);
  });
});

describe('the funnel of a campaign', () => {
  const mail = { campaign: 'c', publication: 'm', channel: 'email' };
  const post = { campaign: 'c', publication: 'p', channel: 'bluesky' };
  const funnel = funnelOf(
    'c',
    [
      row({ ...mail, kind: 'delivered', count: 1, sum: 40 }),
      row({ ...mail, kind: 'open', count: 20, sum: 20 }),
      row({ ...mail, kind: 'link-click', count: 5, sum: 5 }),
      row({ ...mail, kind: 'view', count: 5, sum: 5 }),
      row({ ...mail, kind: 'engaged', count: 3, sum: 3 }),
      row({ ...post, kind: 'delivered' }),
      row({ ...post, kind: 'like', count: 2, sum: 7 }),
      row({ campaign: 'other', kind: 'delivered' }),
    ],
    [
      row({ kind: 'view', channel: 'organic-search', count: 9, sum: 9 }),
      row({ kind: 'event', count: 1, sum: 30 }),
    ],
  );

  it('shows each channel, and views that no campaign brought as the website’s', () => {
    expect(funnel.channels).toEqual([
      { channel: 'email', delivered: 40, seen: 20, clicked: 5, engaged: 3, converted: 0 },
      { channel: 'bluesky', delivered: 1, seen: 7, clicked: 0, engaged: 0, converted: 0 },
      { channel: 'website', delivered: 0, seen: 9, clicked: 0, engaged: 0, converted: 1 },
    ]);
  });

  it('adds up to the whole', () => {
    expect(funnel.total).toEqual({ delivered: 41, seen: 36, clicked: 5, engaged: 3, converted: 1 });
    expect(funnel.publications.map(({ publication }) => publication)).toEqual(['m', 'p']);
  });
});

describe('what may be asked', () => {
  const day = 24 * hour;
  it.each([
    ['a day', { from: '0', to: String(day) }, true],
    ['nothing', {}, false],
    ['backwards', { from: day, to: 0 }, false],
    ['two years', { from: 0, to: 730 * day }, false],
    ['half an entry', { from: 0, to: day, uid: 'api::a.a' }, false],
    ['an entry', { from: 0, to: day, uid: 'api::a.a', documentId: 'x' }, true],
  ])('%s', (_what, query, allowed) => {
    expect(insightsQuery.safeParse(query).success).toBe(allowed);
  });
});

describe('what networks count', () => {
  const post = (channel: string, counts: object) => ({ channel, kind: 'bluesky', counts });

  it('is added up by channel, and what no post was told of stays unknown', () => {
    expect(
      networkTotals([
        post('sky', { likes: 2, reach: 5 }),
        post('sky', { likes: 1, saves: undefined, views: 0 }),
        post('den', {}),
      ]),
    ).toEqual([
      { channel: 'sky', kind: 'bluesky', posts: 2, counts: { likes: 3, reach: 5, views: 0 } },
      { channel: 'den', kind: 'bluesky', posts: 1, counts: {} },
    ]);
  });

  it('proves that somebody saw it only where somebody did something', () => {
    const of = (kind: Rollup['kind']) => row({ kind, campaign: 'c', channel: 'x', publication: 'p', sum: 9 });
    const rows = [of('impression'), of('reach'), of('network-click'), of('save'), of('share')];
    expect(funnelOf('c', rows, []).total).toMatchObject({ seen: 18, clicked: 0, engaged: 0 });
  });
});
