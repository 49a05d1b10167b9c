import { addressOf } from '../../../src/engagement/address';
import { touchpointsOf } from '../../../src/engagement/collected';
import { collectBody, type CollectBody, type Link } from '../../../src/engagement/schema';

const entry = 'api::article.article|abc123|en';
const link: Link = {
  id: '0123456789abcdef',
  publication: 'publication',
  campaign: 'campaign',
  entry: 'api::article.article|other|en',
  channel: 'bluesky',
  url: 'https://bakery.test/rye',
  label: '',
};

const collected = (body: CollectBody, by: Link | null = null) => {
  const page = addressOf(body.url);
  if (!page) throw new Error('not an address');
  return touchpointsOf(body, { at: 1_000, visitor: 'v', page, link: by });
};

describe('the touchpoints of a report', () => {
  it('all have the page’s entry, channel and path, and no query', () => {
    const rows = collected({
      url: 'https://bakery.test/rye?utm_medium=email&secret=1',
      entry,
      events: [
        { kind: 'view' },
        { kind: 'scroll', value: 40 },
        { kind: 'click-out', url: 'https://shop.test/buy?session=1' },
        { kind: 'event', name: 'order' },
      ],
    });
    expect(new Set(rows.map((row) => [row.entry, row.channel, row.path, row.source].join()))).toEqual(
      new Set([[entry, 'email', '/rye', 'utm-medium.email@1'].join()]),
    );
    expect(rows.map(({ kind, value, label }) => [kind, value, label])).toEqual([
      ['view', 1, null],
      ['scroll', 40, null],
      ['click-out', 1, 'shop.test/buy'],
      ['event', 1, 'order'],
    ]);
  });

  it('belong to the publication whose link was followed; the page says which entry was seen', () => {
    const body: CollectBody = { url: 'https://bakery.test/rye', events: [{ kind: 'view' }] };
    expect(collected({ ...body, entry }, link)).toMatchObject([
      { entry, publication: 'publication', campaign: 'campaign', channel: 'bluesky' },
    ]);
    expect(collected(body, link)[0]?.entry).toBe(link.entry);
  });
});

describe('a report', () => {
  const good = { url: 'https://bakery.test/', events: [{ kind: 'view' }] };
  const bad: [why: string, body: unknown][] = [
    ['is an object', []],
    ['has events', { ...good, events: [] }],
    ['has at most 50 events', { ...good, events: Array(51).fill({ kind: 'view' }) }],
    ['has nothing else', { ...good, visitor: 'me' }],
    ['has events with nothing else', { ...good, events: [{ kind: 'view', value: 1 }] }],
    ['knows its kinds', { ...good, events: [{ kind: 'delivered' }] }],
    ['has whole numbers', { ...good, events: [{ kind: 'scroll', value: 1.5 }] }],
    ['has no negative numbers', { ...good, events: [{ kind: 'attention', value: -1 }] }],
    ['has scroll depths in percent', { ...good, events: [{ kind: 'scroll', value: 101 }] }],
    ['has attention of at most a day', { ...good, events: [{ kind: 'attention', value: 90_000_000 }] }],
    ['comes from a web page', { ...good, url: 'javascript:alert(1)' }],
    [
      'has addresses of at most 2,048 characters',
      { ...good, url: `https://bakery.test/${'a'.repeat(2048)}` },
    ],
    ['has no NUL, which PostgreSQL refuses', { ...good, events: [{ kind: 'event', name: 'a\u0000b' }] }],
    ['has no lone surrogates', { ...good, events: [{ kind: 'event', name: '\ud800' }] }],
    ['names entries as we do', { ...good, entry: "x' or 1=1--" }],
    ['names entries that fit', { ...good, entry: `api::a.a|${'x'.repeat(65)}|en` }],
  ];
  it.each(bad)('%s', (_why, body) => {
    expect(collectBody.safeParse(body).success).toBe(false);
  });

  it('is taken as the tracker makes it', () => {
    expect(collectBody.safeParse({ ...good, referrer: '', entry }).success).toBe(true);
  });
});
