import { accessTokens } from '../../../server/channels/connect/tokens';
import type { Account } from '../../../src/channels/channel';
import { lastsUntil, type ConnectedSecret } from '../../../src/channels/connect/connection';
import type { Connector } from '../../../src/channels/connect/connector';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27);
const secret = (part: Partial<ConnectedSecret['connection']>): ConnectedSecret => ({
  accessToken: 'access',
  connection: {
    ...{ as: 'Bakery', at: now - 55 * day, scopes: [], client: null, refreshToken: 'again' },
    ...{ accessFrom: now - 55 * day, accessEndsAt: now + 5 * day, refreshEndsAt: now + 310 * day },
    ...part,
  },
});

describe('access whose app was taken away', () => {
  const signedIn = accessTokens({
    http: { send: async () => Promise.reject(new Error('nobody may be called')) },
    kept: { load: async () => null, renew: async () => false },
    leases: { take: async () => true, release: async () => undefined },
    connector: { renewing: () => null } as unknown as Connector,
    readApps: async () => undefined,
    ...{ id: () => 'one', now: () => now, sleep: async () => undefined },
  });
  const account = (held: ConnectedSecret): Account => ({
    ...{ key: 'k', kind: 'linkedin', name: 'Bakery', settings: {}, secret: held },
  });

  it('serves as long as it runs, and then waits for the app to come back instead of asking for a person', async () => {
    expect(await signedIn(account(secret({})))).toMatchObject({ ok: true });
    expect(await signedIn(account(secret({ accessEndsAt: now - 1 })))).toMatchObject({
      ok: false,
      outcome: { kind: 'retry', message: expect.stringContaining('does not know its app') },
    });
  });
});

describe('how long a connection lasts', () => {
  const rotating = { kind: 'rotating' } as const;
  it.each([
    ['as long as what renews it, while that works', { accessFrom: now, accessEndsAt: now + 60 * day }, 310],
    ['as long as its access, where the renewal is due and did not happen', {}, 5],
    [
      'as long as what renews it, where access is short anyway',
      { accessFrom: now - 3_500_000, accessEndsAt: now + 100_000 },
      310,
    ],
  ])('%s', (_, part, days) => {
    expect(((lastsUntil(secret(part), rotating, now) ?? 0) - now) / day).toBe(days);
  });
});
