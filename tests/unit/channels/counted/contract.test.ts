import { asJson, type PracticeAnswer, type PracticeRequest } from '../../../../server/practice/network';
import { told, type Told } from '../../../../src/channels/counted/told';
import {
  channelKind,
  metrics,
  type ChannelKind,
  type Counts,
  type Metric,
} from '../../../../src/channels/schema';
import { countingRoom } from './counting-room';

const numbers = {
  ...{ likes: 11, reposts: 12, replies: 13, quotes: 14, shares: 15, saves: 16 },
  ...{ views: 170, reach: 160, clicks: 18 },
} satisfies Record<Metric, number>;

const toldBy: Readonly<Record<ChannelKind, Told>> = told;
const counting = channelKind.options.filter((kind) => Object.keys(toldBy[kind]).length > 0);
const metricsOf = (kind: ChannelKind) => metrics.filter((metric) => metric in toldBy[kind]);
const without = (counts: Counts, ...gone: readonly Metric[]): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([metric]) => !gone.includes(metric as Metric)));
const all = (kind: ChannelKind): Counts =>
  Object.fromEntries(metricsOf(kind).map((metric) => [metric, numbers[metric]]));

/** Kinds that are asked for metrics by name, and what the network says of one that it does not take. */
const byName: Partial<Record<ChannelKind, PracticeAnswer>> = {
  facebook: metaInvalid('The value must be a valid insights metric'),
  instagram: metaInvalid('metric[0] must be one of the following values: likes'),
  threads: metaInvalid('metric[0] must be one of the following values: likes'),
  pinterest: asJson(400, { code: 1, message: 'Invalid pins analytics parameters.' }),
};
function metaInvalid(message: string): PracticeAnswer {
  return asJson(400, { error: { message: `(#100) ${message}`, type: 'OAuthException', code: 100 } });
}
const namesIn = ({ url }: PracticeRequest): readonly string[] =>
  (url.searchParams.get('metric') ?? url.searchParams.get('metric_types') ?? '').split(',');

/** The same with something new in every object, and a new member of every list of figures. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isFigures = value.some((one) => typeof one === 'object' && one !== null && 'values' in one);
    return [
      ...value.map(grown),
      ...(isFigures ? [{ name: 'hugs', values: [{ value: { warm: 'very' } }] }] : []),
    ];
  }
  if (typeof value !== 'object' || value === null) return value;
  return {
    ...Object.fromEntries(Object.entries(value).map(([name, one]) => [name, grown(one)])),
    ...{ hugs_count: 9, more: { of: 'it' } },
  };
}

it('every kind that is said to count has an adapter that counts, and a practice network that tells', () => {
  expect(counting).toEqual([
    ...['bluesky', 'mastodon', 'facebook', 'instagram', 'x', 'threads', 'linkedin', 'pinterest'],
  ]);
});

describe.each(counting)('What %s tells of a post', (kind) => {
  it('is counted as what it is', async () => {
    const { counted } = await countingRoom(kind, numbers);
    expect(await counted()).toEqual(all(kind));
  });

  it.each(metricsOf(kind))('may lose %s, and the rest stays', async (metric) => {
    const { counted } = await countingRoom(kind, without(numbers, metric));
    expect(await counted()).toEqual(without(all(kind), metric));
  });

  it('may grow', async () => {
    const { counted, world } = await countingRoom(kind, numbers);
    world.instead = async (_request, real) => {
      const answer = await real();
      return { ...answer, body: JSON.stringify(grown(JSON.parse(answer.body.toString()))) };
    };
    expect(await counted()).toEqual(all(kind));
  });

  it('may be nothing, which is not zero', async () => {
    expect(await (await countingRoom(kind, {})).counted()).toEqual({});
  });

  it('may be zero, which is known', async () => {
    const zero = Object.fromEntries(metrics.map((metric) => [metric, 0]));
    const { counted } = await countingRoom(kind, zero);
    // Facebook leaves shares out where there are none.
    const known = kind === 'facebook' ? without(zero, 'reposts') : zero;
    const { likes, ...rest } = await counted();
    expect({ likes, ...rest }).toEqual(
      Object.fromEntries(Object.entries(known).filter(([one]) => one in toldBy[kind])),
    );
  });

  it('is none where the post is gone', async () => {
    const { counted, shelf, id } = await countingRoom(kind, numbers);
    await shelf.change(kind, id, { deletedAt: 1 });
    expect(await counted()).toEqual({});
  });
});

describe.each(Object.entries(byName))('%s, which is asked by name,', (name, refusal) => {
  const kind = channelKind.parse(name);
  const inQuestion = metricsOf(kind).filter(
    (metric) => kind !== 'facebook' || ['views', 'reach', 'clicks'].includes(metric),
  );
  it.each(inQuestion)('may refuse %s, and tells the rest', async (metric) => {
    const { counted, world } = await countingRoom(kind, numbers);
    const gone = toldBy[kind][metric] ?? '';
    world.instead = (request) => (namesIn(request).includes(gone) ? refusal : null);
    expect(await counted()).toEqual(without(all(kind), metric));
  });

  it('is not asked again for what it does not know', async () => {
    const { adapter, account, world, asked, id } = await countingRoom(kind, numbers);
    const [gone = ''] = inQuestion.map((metric) => toldBy[kind][metric] ?? '');
    world.instead = (request) => (namesIn(request).includes(gone) ? refusal : null);
    await adapter.counts?.(account, [id, id, id]);
    const times = asked.filter((url) => namesIn({ url } as PracticeRequest).includes(gone)).length;
    expect(times).toBeLessThanOrEqual(2);
  });
});

describe('Without the right to read insights', () => {
  it.each([
    ['facebook', { likes: 11, reposts: 12, replies: 13 }, 'read_insights'],
    ['instagram', { likes: 11, replies: 13 }, 'instagram_manage_insights'],
  ] as const)('%s tells what it shows of the post', async (kind, known, right) => {
    const { adapter, account, counted } = await countingRoom(kind, numbers, false);
    expect(await counted()).toEqual(known);
    const { state, found } = await adapter.test(account);
    expect(state).toBe('ready');
    expect(found).toContainEqual({
      label: 'Figures of posts',
      value: expect.stringContaining(`lacks the permission ${right}. Only likes`),
    });
  });

  it('threads tells nothing, says so, and stays ready', async () => {
    const { adapter, account, counted } = await countingRoom('threads', numbers, false);
    await expect(counted()).rejects.toThrow('permission');
    const { state, found } = await adapter.test(account);
    expect(state).toBe('ready');
    expect(JSON.stringify(found)).toContain('threads_manage_insights. Nothing is counted');
  });

  it.each(['facebook', 'instagram', 'threads'] as const)(
    'it is said of %s where it is there',
    async (kind) => {
      const { adapter, account } = await countingRoom(kind, numbers);
      expect((await adapter.test(account)).found).toContainEqual({
        label: 'Figures of posts',
        value: 'may be read',
      });
    },
  );
});

describe('Clicks on X are private', () => {
  it('and told for thirty days', async () => {
    const { counted, world, asked } = await countingRoom('x', numbers);
    world.now += 30 * 86_400_000;
    expect(await counted()).toEqual(without(all('x'), 'clicks'));
    expect(asked.map((url) => url.searchParams.get('tweet.fields'))).toEqual(['public_metrics']);
  });

  it('so a post of which they are kept back is asked for once more, and one that is gone is not', async () => {
    const { adapter, account, counted, shelf, asked, id } = await countingRoom('x', numbers);
    expect(await adapter.counts?.(account, ['1', id])).toEqual(new Map([[id, all('x')]]));
    asked.length = 0;
    await shelf.change('x', id, { account: 'somebody' });
    expect(await counted()).toEqual(without(all('x'), 'clicks'));
    expect(asked.map((url) => url.searchParams.get('tweet.fields'))).toEqual([
      'public_metrics,non_public_metrics',
      'public_metrics',
    ]);
  });
});

describe('The practice networks are as strict as the networks', () => {
  it.each([
    ['facebook', 'insights', { metric: 'post_impressions' }],
    ['facebook', 'insights', { metric: 'post_media_view,post_impressions_unique' }],
    ['instagram', 'insights', { metric: 'impressions' }],
    ['instagram', 'insights', { metric: 'views,plays' }],
    ['threads', 'insights', { metric: 'impressions' }],
  ] as const)('%s refuses %s of %j', async (kind, path, query) => {
    const { adapter, account, id, world } = await countingRoom(kind, numbers);
    const said: PracticeAnswer[] = [];
    // What our adapter asks is replaced by what nobody may ask.
    world.instead = async (request, real) => {
      if (!request.url.pathname.endsWith(`/${path}`)) return null;
      for (const [name, value] of Object.entries(query)) request.url.searchParams.set(name, value);
      const answer = await real();
      said.push(answer);
      return answer;
    };
    await adapter.counts?.(account, [id]).catch(() => null);
    expect(said.length).toBeGreaterThan(0);
    for (const { status, body } of said)
      expect([status, JSON.parse(body.toString())]).toMatchObject([400, { error: { code: 100 } }]);
  });
});
