import type { Account, Renewed } from '../../../src/channels/channel';
import {
  connectedSecret,
  isRenewable,
  renewedBy,
  standingOf,
  type ConnectedSecret,
} from '../../../src/channels/connect/connection';
import type { Connector } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import { renewRequest } from '../../../src/channels/connect/oauth/token-request';
import type { Outgoing } from '../../http/outgoing';
import { tokenCall } from './token-call';

export interface TokenSources {
  readonly http: Outgoing;
  /** What is stored of a channel now, past every cache; `mark` changes with it. */
  readonly kept: {
    load(channel: string): Promise<{ readonly secret: unknown; readonly mark: string } | null>;
    /** In place of what bore this mark; false where something else is stored by now. */
    renew(channel: string, mark: string, secret: ConnectedSecret): Promise<boolean>;
  };
  /** One holder over all instances. */
  readonly leases: {
    take(name: string, owner: string, now: number, until: number): Promise<boolean>;
    release(name: string, owner: string): Promise<void>;
  };
  readonly connector: Connector;
  /** The apps as they are stored now. */
  readonly readApps: () => Promise<unknown>;
  readonly id: () => string;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export type Tokens = ReturnType<typeof accessTokens>;

/** Longer than the call to the token endpoint may take. */
const leaseLasts = 30_000;
const looks = 20;

/**
 * Access tokens of connected channels, renewed before they end. One instance renews at a time, because a rotating refresh token
 * serves once: whoever comes late reads what the first one stored. A network that fails, or answers in words that mean nothing,
 * changes nothing that is stored; only its own refusal of the token that is stored asks for a person.
 *
 * `refused` is an access token that the network did not take before its end: another one is got in its place, the one that is stored
 * meanwhile or a renewed one. Where there is none the answer holds the same token.
 */
export function accessTokens({ http, kept, leases, connector, readApps, id, now, sleep }: TokenSources) {
  return async function signedIn(account: Account, refused?: string): Promise<Renewed> {
    const held = connectedSecret.safeParse(account.secret).data;
    // Entered by hand: nothing is known of its end.
    if (!held) return { ok: true, account };
    await readApps();
    const prepared = connector.renewing(account.settings, held.connection);
    const model = prepared?.network.refresh ?? ({ kind: 'none' } as const);
    const isRefused = ({ accessToken }: ConnectedSecret) => accessToken === refused;
    const standing = (secret: ConnectedSecret) => {
      const known = standingOf(secret, model, now());
      return isRefused(secret) && known === 'good' ? 'due' : known;
    };
    const as = (secret: ConnectedSecret): Renewed => ({ ok: true, account: { ...account, secret } });
    const isRunning = (secret: ConnectedSecret) => {
      const { accessEndsAt } = secret.connection;
      return !isRefused(secret) && (accessEndsAt === null || accessEndsAt > now());
    };
    // Without its app nothing is renewed, and nothing has ended for good: it may come back.
    if (!prepared && held.connection.refreshToken !== null)
      return isRunning(held)
        ? as(held)
        : notRenewed('Presence does not know its app any more: enter it in the form of the channel.');
    const stored = async () => {
      const found = await kept.load(account.key);
      const secret = connectedSecret.safeParse(found?.secret).data;
      return found && secret ? { secret, mark: found.mark } : null;
    };

    if (refused !== undefined) {
      const current = (await stored())?.secret;
      if (current && standing(current) === 'good') return as(current);
      // What the network refuses cannot be extended either.
      if (model.kind === 'extend' || !isRenewable(held.connection, model, now())) return as(held);
    }
    if (standing(held) === 'good') return as(held);
    const name = `token:${account.key}`;
    const owner = id();
    for (let look = 0; look < looks; look += 1) {
      if (await leases.take(name, owner, now(), now() + leaseLasts)) {
        try {
          return await renewed();
        } finally {
          await leases.release(name, owner);
        }
      }
      // Somebody else renews it. Meanwhile the old one serves as long as it runs.
      const current = (await stored())?.secret;
      if (current && (standing(current) === 'good' || isRunning(current))) return as(current);
      await sleep(500);
    }
    return notRenewed('Another instance is renewing it.');

    async function renewed(): Promise<Renewed> {
      const before = await stored();
      if (!before || standing(before.secret) === 'over') return signedOut;
      const { secret, mark } = before;
      if (standing(secret) === 'good') return as(secret);
      const { accessToken, connection: known } = secret;
      const request = prepared && renewRequest(prepared.network, prepared.client, { accessToken, ...known });
      if (!request) return isRunning(secret) ? as(secret) : signedOut;
      const answer = await tokenCall(http, request);
      if (answer.kind === 'granted') {
        const next = renewedBy(secret, answer.granted, model, now());
        if (await kept.renew(account.key, mark, next)) return as(next);
        // A person connected anew meanwhile: theirs counts.
        const other = (await stored())?.secret;
        return other ? as(other) : signedOut;
      }
      // Its lease may have run out on a slow line, and another instance have renewed.
      const after = await stored();
      if (after && after.mark !== mark && standing(after.secret) === 'good') return as(after.secret);
      if (answer.kind === 'refused' && isVoid(answer, prepared?.network)) return signedOut;
      if (isRunning(secret)) return as(secret);
      if (answer.kind === 'refused' && answer.error === 'unauthorized') return signedOut;
      return notRenewed(
        answer.kind === 'no-answer'
          ? answer.failure.message
          : answer.kind === 'refused'
            ? `The network said: ${answer.description || answer.error}.`
            : `The network answered with status ${answer.status}, and no token.`,
      );
    }
  };
}

/** Whether the network says that what renews the access is void. */
const isVoid = (
  { error, description }: { readonly error: string; readonly description: string },
  network: ConnectNetwork | undefined,
): boolean =>
  error === 'invalid_grant' ||
  (error === network?.voidAs?.error && description.includes(network.voidAs.description));

const signedOut: Renewed = {
  ok: false,
  outcome: {
    kind: 'reauthorise',
    code: 'connect.signed-out',
    message: 'The connection to the account has ended. Press Connect again in the form of the channel.',
  },
};

const notRenewed = (why: string): Renewed => ({
  ok: false,
  outcome: {
    kind: 'retry',
    code: 'connect.not-renewed',
    message: `The access to the account could not be renewed just now. ${why}`,
    after: 60_000,
  },
});
