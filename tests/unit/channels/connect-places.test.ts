import { accessEndOf } from '../../../src/channels/connect/access';
import { connectedBy, postingAs } from '../../../src/channels/connect/connection';
import { fewerScopes } from '../../../src/channels/connect/oauth/network';
import { tokenAnswerOf } from '../../../src/channels/connect/oauth/token-answer';
import { placeAfter, placeAt, type Place } from '../../../src/channels/connect/places';

const place = (id: string, problem: Place['problem'] = null): Place => ({ id, name: id, about: '', problem });
const [north, south, guild] = [place('north'), place('south'), place('guild', 'role')];

describe('where a channel posts after somebody connected it', () => {
  it.each<[string, readonly Place[], string | null, boolean, string | null]>([
    ['the only one', [north], null, false, 'north'],
    ['the only one that is open', [guild, north], null, false, 'north'],
    ['several: they choose', [north, south], null, false, null],
    ['where it did', [north, south], 'south', false, 'south'],
    ['where it did is not theirs any more', [north], 'south', false, null],
    ['the one account that there is', [north], 'north', true, 'north'],
  ])('%s', (_, places, chosen, isOne, expected) => {
    const found = placeAfter(places, chosen, isOne);
    expect(found.ok && (found.value?.id ?? null)).toBe(expected);
  });

  it.each([
    [[], null, false, 'connect.no-place'],
    [[guild], null, false, 'connect.no-place'],
    [[north], 'south', true, 'connect.other-account'],
  ] as const)('%j, %s is refused', (places, chosen, isOne, code) => {
    expect(placeAfter(places, chosen, isOne)).toMatchObject({ ok: false, error: { code } });
  });

  it('nobody chooses what is not there, or cannot be posted to', () => {
    expect(placeAt([north, guild], 'north')).toEqual({ ok: true, value: north });
    expect(placeAt([north], 'south')).toMatchObject({ error: { code: 'connect.place-gone' } });
    expect(placeAt([guild], 'guild')).toMatchObject({ error: { code: 'connect.place-unusable' } });
  });
});

describe('access of an account that has a token of its own', () => {
  const granted = {
    accessToken: 'hers',
    refreshToken: null,
    expiresIn: 60,
    refreshExpiresIn: null,
    scopes: [],
  };
  const mine = connectedBy(granted, { as: '', client: null, asked: [] }, 1_000);

  it('keeps that of the person, whichever account they choose and choose again', () => {
    const one = postingAs(mine, { name: 'North', accessToken: 'north' }, '7');
    const other = postingAs(one, { name: 'South', accessToken: 'south' });
    expect(other).toMatchObject({
      accessToken: 'south',
      connection: {
        ...{ as: 'South', accessEndsAt: null },
        person: { id: '7', accessToken: 'hers', endsAt: 61_000 },
      },
    });
  });

  it('without one it is that of the person, and ends as before', () => {
    expect(postingAs(mine, { name: 'North', accessToken: null })).toMatchObject({
      accessToken: 'hers',
      connection: { as: 'North', accessEndsAt: 61_000 },
    });
  });
});

describe('what Meta answers for tokens', () => {
  const error = (message: string, code: number, more = {}) =>
    JSON.stringify({ error: { message, code, ...more } });
  it.each([
    [error('Error validating client secret.', 1), 'invalid_client'],
    [error('Error validating application.', 101), 'invalid_client'],
    [error('Session has expired.', 190), 'invalid_grant'],
    [error('This authorization code has been used.', 100), 'refused'],
    ['{"error_type":"OAuthException","code":400,"error_message":"Invalid platform app"}', 'refused'],
  ])('%s refuses', (body, name) => {
    expect(tokenAnswerOf(400, body)).toMatchObject({ kind: 'refused', error: name });
  });

  it.each([
    error('An unknown error has occurred.', 1),
    error('Application request limit reached', 4),
    error('Try later', 190, { is_transient: true }),
    '{}',
  ])('%s stands for nothing', (body) => {
    expect(tokenAnswerOf(400, body).kind).toBe('unreadable');
  });

  it('Instagram wraps what it gives, and lists rights as it likes', () => {
    for (const permissions of ['a,b', ['a', 'b']])
      expect(
        tokenAnswerOf(200, JSON.stringify({ data: [{ access_token: 't', permissions }] })),
      ).toMatchObject({
        granted: { accessToken: 't', scopes: ['a', 'b'] },
      });
  });
});

it('rights that were not given are named with what they are for', () => {
  expect(fewerScopes({ insights: 'figures', delete: 'recall' }, ['delete'])).toEqual([
    { right: 'insights', purpose: 'figures' },
  ]);
});

it('a person is led to where they end access by hand, and nowhere once it has ended', () => {
  const settings = { instance: 'https://bread.example/' };
  expect(accessEndOf('by-hand', 'mastodon', settings).where).toBe(
    'https://bread.example/oauth/authorized_applications',
  );
  expect(accessEndOf('unreached', 'telegram', {}).where).toBeNull();
  expect(accessEndOf('ended', 'x', {}).where).toBeNull();
});
