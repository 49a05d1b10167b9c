import { signedIn } from '../../../server/channels/connect/signed-in';
import type { Tokens } from '../../../server/channels/connect/tokens';
import type { Account, ChannelAdapter, Delivery, Outcome, Renewed } from '../../../src/channels/channel';
import type { TestReport } from '../../../src/channels/schema';

const refusal: Outcome = { kind: 'reauthorise', code: 'x.signed-out', message: 'X refused the access.' };
const later: Renewed = {
  ok: false,
  outcome: { kind: 'retry', code: 'connect.not-renewed', message: 'The network did not answer.' },
};
const account = (accessToken: string): Account => ({
  ...{ key: 'k', kind: 'x', name: 'X', settings: {} },
  secret: {
    accessToken,
    connection: {
      ...{ as: '@bakery', at: 0, scopes: [], refreshToken: 'r', client: null },
      ...{ accessFrom: 0, accessEndsAt: null, refreshEndsAt: null },
    },
  },
});
const delivery = { publication: 'p', attempt: 1 } as Delivery;

/** A channel at a network that takes only the token `good`, and whatever is got in place of a refused one. */
function room(other: Renewed) {
  const asked: (string | undefined)[] = [];
  const calls: [token: unknown, attempt: number][] = [];
  const tokens: Tokens = async (held, refused) => {
    asked.push(refused);
    return refused === undefined ? { ok: true, account: held } : other;
  };
  const tokenOf = ({ secret }: Account) => (secret as { accessToken: string }).accessToken;
  const real: ChannelAdapter = {
    ...{ kind: 'x', inDoubt: 'ask' },
    async test(held) {
      const state: TestReport['state'] = tokenOf(held) === 'good' ? 'ready' : 'reauthorise';
      return { state, message: '', found: [] };
    },
    async deliver(held, { attempt }) {
      calls.push([tokenOf(held), attempt]);
      return tokenOf(held) === 'good' ? { kind: 'delivered', remoteId: '1', url: null } : refusal;
    },
  };
  const connector = { proof: undefined, renewing: () => null } as never;
  const adapter = signedIn(real, { tokens, connector, readApps: async () => undefined, now: () => 0 });
  return { adapter, asked, calls };
}

describe('A channel whose access token the network refuses before its end', () => {
  test('is tried once more with another one, and looks first for what is there', async () => {
    const { adapter, asked, calls } = room({ ok: true, account: account('good') });
    expect(await adapter.deliver(account('void'), delivery)).toMatchObject({ kind: 'delivered' });
    expect(calls).toEqual([
      ['void', 1],
      ['good', 2],
    ]);
    expect(asked).toEqual([undefined, 'void']);
    expect(await adapter.test(account('void'), {})).toMatchObject({ state: 'ready' });
  });

  test('asks for a person where there is no other', async () => {
    const { adapter, calls } = room({ ok: true, account: account('void') });
    expect(await adapter.deliver(account('void'), delivery)).toBe(refusal);
    expect(calls).toHaveLength(1);
    expect(await adapter.test(account('void'), {})).toMatchObject({ state: 'reauthorise' });
  });

  test('waits while the network does not say whether there is one', async () => {
    const { adapter, calls } = room(later);
    expect(await adapter.deliver(account('void'), delivery)).toMatchObject({ kind: 'retry' });
    expect(calls).toHaveLength(1);
    expect(await adapter.test(account('void'), {})).toMatchObject({ state: 'failed' });
  });

  test('is not tried more often than that', async () => {
    const { adapter, calls } = room({ ok: true, account: account('void too') });
    expect(await adapter.deliver(account('void'), delivery)).toBe(refusal);
    expect(calls).toHaveLength(2);
  });

  test('is left as it is where the token was taken, or was entered by hand', async () => {
    const { adapter, asked } = room(later);
    expect(await adapter.deliver(account('good'), delivery)).toMatchObject({ kind: 'delivered' });
    const byHand = { ...account(''), secret: { accessToken: 'void' } };
    expect(await adapter.deliver(byHand, delivery)).toBe(refusal);
    expect(asked).toEqual([undefined, undefined]);
  });
});
