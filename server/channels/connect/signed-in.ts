import type { Account, ChannelAdapter, Renewed } from '../../../src/channels/channel';
import {
  connectedSecret,
  lastsUntil,
  renewsItself,
  signInEndsAt,
} from '../../../src/channels/connect/connection';
import type { Connector } from '../../../src/channels/connect/connector';
import { fewerScopes, missingScopes } from '../../../src/channels/connect/oauth/network';
import { Ended } from '../ended';
import { failedReport } from '../report';
import type { Tokens } from './tokens';

interface Sources {
  readonly tokens: Tokens;
  readonly connector: Connector;
  /** The apps as they are stored now. */
  readonly readApps: () => Promise<unknown>;
  readonly now: () => number;
}

/** A channel whose access token is renewed before it is used. Nothing is called where it has no end, or was entered by hand. */
export function signedIn(
  real: ChannelAdapter,
  { tokens: renewed, connector, readApps, now }: Sources,
): ChannelAdapter {
  const { find, recall, correct, counts } = real;

  /** With what the network wants to see beside the token, where somebody connected it. */
  const tokens: Tokens = async (account, refused) => {
    const found = await renewed(account, refused);
    const held = connectedSecret.safeParse(found.ok ? found.account.secret : null).data;
    if (!found.ok || !held) return found;
    const proof = connector.proof?.(found.account.settings, held.accessToken) ?? null;
    return proof === null ? found : { ok: true, account: { ...found.account, secret: { ...held, proof } } };
  };

  /** In place of a token that the network does not take before its end; null: there is no other. */
  async function another(account: Account): Promise<Renewed | null> {
    const before = tokenOf(account);
    if (before === undefined) return null;
    const found = await tokens(account, before);
    return found.ok && tokenOf(found.account) === before ? null : found;
  }

  async function orThrow(account: Account): Promise<Account> {
    const found = await tokens(account);
    if (found.ok) return found.account;
    throw new Error(found.outcome.message, { cause: new Ended(found.outcome) });
  }

  return {
    kind: real.kind,
    inDoubt: real.inDoubt,

    async test(account, input) {
      const found = await tokens(account);
      if (!found.ok) return failedReport(found.outcome);
      const report = await real.test(found.account, input);
      const other = report.state === 'reauthorise' ? await another(found.account) : null;
      if (other === null) return report;
      return other.ok ? real.test(other.account, input) : failedReport(other.outcome);
    },

    async deliver(account, delivery) {
      const found = await tokens(account);
      if (!found.ok) return found.outcome;
      const outcome = await real.deliver(found.account, delivery);
      const other = outcome.kind === 'reauthorise' ? await another(found.account) : null;
      if (other === null) return outcome;
      // Some of it may be there: it is looked for first.
      return other.ok
        ? real.deliver(other.account, { ...delivery, attempt: delivery.attempt + 1 })
        : other.outcome;
    },

    ...(find && { find: async (account, delivery) => find(await orThrow(account), delivery) }),

    ...(correct && {
      async correct(account, sent) {
        const found = await tokens(account);
        if (found.ok) return correct(found.account, sent);
        const { kind, code, message } = found.outcome;
        return { kind: 'failed', code, message, ...(kind === 'retry' ? { after: 60_000 } : {}) };
      },
    }),

    ...(recall && {
      async recall(account, sent) {
        const found = await tokens(account);
        if (found.ok) return recall(found.account, sent);
        const { kind, code, message } = found.outcome;
        return { kind: 'failed', code, message, ...(kind === 'retry' ? { after: 60_000 } : {}) };
      },
    }),

    ...(counts && { counts: async (account, ids) => counts(await orThrow(account), ids) }),

    // What was entered by hand is renewed as its kind does it.
    renew: (account) => (real.renew && !isConnected(account) ? real.renew(account) : renewed(account)),

    async lasting(account) {
      const held = connectedSecret.safeParse(account.secret).data;
      if (!held) return real.lasting?.(account) ?? null;
      await readApps();
      const network = connector.renewing(account.settings, held.connection)?.network;
      const model = network?.refresh ?? { kind: 'none' };
      return {
        endsAt: lastsUntil(held, model, now()),
        renewsItself: renewsItself(held, model, now()),
        missingRights: network ? missingScopes(network.scopes, held.connection.scopes) : [],
        fewerRights: fewerScopes(network?.alsoScopes ?? {}, held.connection.scopes),
      };
    },

    validUntil(account) {
      const held = connectedSecret.safeParse(account.secret).data;
      const model = held && connector.renewing(account.settings, held.connection)?.network.refresh;
      const own = real.validUntil?.(account) ?? null;
      const ends = held ? signInEndsAt(held, model ?? { kind: 'none' }) : null;
      return own === null || ends === null ? (own ?? ends) : Math.min(own, ends);
    },
  };
}

const isConnected = ({ secret }: Account): boolean => connectedSecret.safeParse(secret).success;
const tokenOf = ({ secret }: Account): string | undefined =>
  connectedSecret.safeParse(secret).data?.accessToken;
