import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Account, SignedOut } from '../../src/channels/channel';
import { isSignedOut } from '../../src/channels/outcomes/bluesky';
import type { BlueskySecret, BlueskySettings } from '../../src/channels/settings/bluesky';
import type { Outgoing } from '../http/outgoing';
import { xrpc, type Xrpc } from './bluesky-xrpc';
import { endingTakes } from './connect/revoke';

const session = z.object({
  /** Tells sessions of earlier credentials apart: a new app password starts anew. */
  madeFrom: z.string(),
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  /** The server that holds the account: the one that was asked may only be the door to it. */
  service: z.string(),
});
export type BlueskySession = z.output<typeof session>;

/** Where sessions outlive the process, encrypted: logging in is limited to 30 times in 5 minutes and 300 a day. */
export interface SessionStore {
  load(channel: string): Promise<unknown>;
  save(channel: string, session: object | null): Promise<void>;
}

/** What a log-in needs. */
export interface BlueskyAccount {
  readonly key: Account['key'];
  readonly settings: BlueskySettings;
  readonly secret: BlueskySecret;
}

const signedIn = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
  active: z.boolean().optional(),
  status: z.string().optional(),
  didDoc: z
    .object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })) })
    .optional()
    .catch(undefined),
});

export type BlueskySessions = ReturnType<typeof blueskySessions>;

/** Sessions by channel: one log-in, refreshed when it runs out, by one caller at a time. */
export function blueskySessions(http: Outgoing, store: SessionStore) {
  const known = new Map<string, BlueskySession>();
  const renewals = new Map<string, Promise<Xrpc<BlueskySession>>>();

  async function remember(
    account: BlueskyAccount,
    made: Xrpc<z.output<typeof signedIn>>,
  ): Promise<Xrpc<BlueskySession>> {
    if (!made.ok) return made;
    const { did, handle, accessJwt, refreshJwt, active, status, didDoc } = made.value;
    if (active === false)
      return {
        ok: false,
        refusal: { status: 401, error: closedName(status), message: status ?? 'not active', resetAt: null },
      };
    const pds = didDoc?.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint;
    const service = typeof pds === 'string' ? pds : account.settings.service;
    const value = { madeFrom: madeFrom(account), did, handle, accessJwt, refreshJwt, service };
    known.set(account.key, value);
    await store.save(account.key, value);
    return { ok: true, value };
  }

  const signIn = async (account: BlueskyAccount): Promise<Xrpc<BlueskySession>> =>
    remember(
      account,
      await xrpc(http, {
        service: account.settings.service,
        method: 'com.atproto.server.createSession',
        input: {
          identifier: account.settings.identifier.replace(/^@/, ''),
          password: account.secret.appPassword,
        },
        answer: signedIn,
      }),
    );

  async function current(account: BlueskyAccount): Promise<BlueskySession | null> {
    const stored = known.get(account.key) ?? session.safeParse(await store.load(account.key)).data;
    if (stored?.madeFrom !== madeFrom(account)) return null;
    known.set(account.key, stored);
    return stored;
  }

  /** A new session in place of `old`. Another process may have refreshed it meanwhile: then its tokens are taken. */
  async function renew(account: BlueskyAccount, old: BlueskySession | null): Promise<Xrpc<BlueskySession>> {
    known.delete(account.key);
    const stored = await current(account);
    if (stored && stored.accessJwt !== old?.accessJwt) return { ok: true, value: stored };
    if (!old) return signIn(account);
    const refreshed = await remember(
      account,
      await xrpc(http, {
        service: old.service,
        method: 'com.atproto.server.refreshSession',
        token: old.refreshJwt,
        answer: signedIn,
      }),
    );
    return !refreshed.ok && 'refusal' in refreshed && isSignedOut(refreshed.refusal)
      ? signIn(account)
      : refreshed;
  }

  /** Under a lock: calls that find the session run out at the same time share one renewal. */
  function renewOnce(account: BlueskyAccount, old: BlueskySession | null): Promise<Xrpc<BlueskySession>> {
    const latest = known.get(account.key);
    if (latest && latest.madeFrom === madeFrom(account) && latest.accessJwt !== old?.accessJwt)
      return Promise.resolve({ ok: true, value: latest });
    const running = renewals.get(account.key);
    if (running) return running;
    const renewal = renew(account, old).finally(() => renewals.delete(account.key));
    renewals.set(account.key, renewal);
    return renewal;
  }

  return {
    /** The session that is there already, whether or not it still holds. */
    current,

    /** Logs in anew: the only way to learn whether the password still holds. */
    signIn,

    /** Ends the session that is kept, when it is called; null: none is. The app password goes on. */
    async ending(account: BlueskyAccount): Promise<(() => Promise<SignedOut>) | null> {
      // What is stored first: another process may have renewed the session since this one used it.
      const stored = session.safeParse(await store.load(account.key)).data ?? known.get(account.key);
      if (stored?.madeFrom !== madeFrom(account)) return null;
      return async () => {
        known.delete(account.key);
        const { service, refreshJwt: token } = stored;
        const method = 'com.atproto.server.deleteSession';
        const answer = await xrpc(http, {
          service,
          method,
          token,
          answer: z.unknown(),
          timeout: endingTakes,
        });
        if (answer.ok) return 'signed-out';
        if ('noAnswer' in answer) return 'unreached';
        const { refusal } = answer;
        if (isSignedOut(refusal)) return 'signed-out';
        return refusal.status >= 500 || refusal.status === 429 ? 'unreached' : 'refused';
      };
    },

    /** Runs a call as the account; if the session has run out, once more with a new one. */
    async as<T>(
      account: BlueskyAccount,
      call: (session: BlueskySession) => Promise<Xrpc<T>>,
    ): Promise<Xrpc<T>> {
      const first = await current(account);
      if (first) {
        const answer = await call(first);
        if (answer.ok || !('refusal' in answer) || !isSignedOut(answer.refusal)) return answer;
      }
      const renewed = await renewOnce(account, first);
      return renewed.ok ? call(renewed.value) : renewed;
    },
  };
}

const madeFrom = ({ settings, secret }: BlueskyAccount): string =>
  createHash('sha256')
    .update(JSON.stringify([settings.service, settings.identifier, secret.appPassword]))
    .digest('hex');

/** `active: false` says why in `status`; as the refusals of other calls name it. */
const closedName = (status: string | undefined): string =>
  status === 'deactivated'
    ? 'AccountDeactivated'
    : status === 'suspended'
      ? 'AccountSuspended'
      : 'AccountTakedown';
