import {
  answerable,
  attemptLives,
  attemptSecrets,
  authorizeAddress,
  codeFor,
  unguessable,
  type AttemptSecrets,
} from '../../src/channels/connect/attempt';
import { callbackOf } from '../../src/channels/connect/oauth/callback';
import { connectedBy } from '../../src/channels/connect/connection';
import type { Account } from '../../src/channels/channel';
import type { Connector } from '../../src/channels/connect/connector';
import { askedScopes, missingScopes } from '../../src/channels/connect/oauth/network';
import {
  notLasting,
  otherChannel,
  scopesMissing,
  unknownAttempt,
  usedAttempt,
} from '../../src/channels/connect/refusals';
import type { Granted } from '../../src/channels/connect/oauth/token-answer';
import {
  exchangeRequest,
  longerRequest,
  type TokenRequest,
} from '../../src/channels/connect/oauth/token-request';
import type { ChannelKind, ChannelTested, ChannelView } from '../../src/channels/schema';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { TokenCall } from '../channels/connect/token-call';
import type { ConnectAttemptsStore } from '../stores/connect-attempts';
import type { Channels } from './channels';
import { noKey } from './channel-refusals';
import { placed } from './connect-places';
import type { SecretBox } from './secret-box';

interface Deps {
  readonly attempts: ConnectAttemptsStore;
  readonly secrets: SecretBox;
  readonly connector: (kind: ChannelKind) => Connector | undefined;
  /** The apps as they are stored now. */
  readonly readApps: () => Promise<unknown>;
  readonly channels: Pick<Channels, 'get' | 'account' | 'connect' | 'test'>;
  /** Access that a channel had before it was connected anew. */
  readonly replaced: (before: Account, actor: Actor) => Promise<void>;
  readonly tokenCall: (request: TokenRequest) => Promise<TokenCall>;
  /** The public address that networks send people back to, without the kind at its end. */
  readonly returnBase: () => Promise<string>;
  readonly hash: (text: string) => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly uuid: () => string;
  readonly now: () => number;
}

export type Connecting = ReturnType<typeof connecting>;

/**
 * Connecting a channel at its network. A person begins here, allows it there, and comes back by a public address, which only
 * writes down what the network said; the token is fetched when the same person, signed in, asks for it. So nobody can slip an
 * account of theirs into somebody else's attempt, and no code or token ever stands where the admin panel shows addresses.
 */
export function connecting({ attempts, secrets, connector, channels, tokenCall, now, ...deps }: Deps) {
  const { returnBase, hash, random, uuid } = deps;

  async function known(key: string): Promise<Result<{ channel: ChannelView; by: Connector }>> {
    const [channel] = await Promise.all([channels.get(key), deps.readApps()]);
    if (!channel.ok) return channel;
    const by = connector(channel.value.kind);
    return by ? ok({ channel: channel.value, by }) : fail(notPossible);
  }

  /** The tokens behind a code, with all that was asked for. */
  async function granted(held: AttemptSecrets, code: string): Promise<Result<Granted>> {
    const { network, client, redirectUri, verifier } = held;
    const first = await tokenCall(exchangeRequest(network, client, { code, redirectUri, verifier }));
    if (first.kind !== 'granted') return fail(notGranted(first));
    const longer = longerRequest(network, client, first.granted.accessToken);
    const answer = longer ? await tokenCall(longer) : first;
    if (answer.kind !== 'granted') return fail(notGranted(answer));
    // What was allowed is told with the first one.
    return ok({ ...answer.granted, scopes: answer.granted.scopes ?? first.granted.scopes });
  }

  /** With what the network tells of it; refused where it is less than publishing needs, or ends before long. */
  async function looked(by: Connector, settings: unknown, held: AttemptSecrets, tokens: Granted) {
    const found = by.looked ? await by.looked(settings, held, tokens) : ok({ granted: tokens, person: '' });
    if (!found.ok) return found;
    const { scopes } = found.value.granted;
    const missing = scopes ? missingScopes(held.network.scopes, scopes) : [];
    if (missing.length > 0) return fail(scopesMissing(missing));
    const ends = held.network.isLasting === true && found.value.granted.refreshToken === null;
    return ends ? fail(notLasting) : found;
  }

  return {
    /** Where a person who may change this channel goes to allow it. */
    async begin(key: string, actor: Actor): Promise<Result<{ address: string }>> {
      if (actor.kind !== 'user') return fail(notPossible);
      const found = await known(key);
      if (!found.ok) return found;
      const { channel, by } = found.value;
      const redirectUri = `${await returnBase()}/${channel.kind}`;
      const prepared = await by.prepare(channel.settings, redirectUri);
      if (!prepared.ok) return prepared;
      const { network, client } = prepared.value;
      const state = unguessable(random);
      const verifier = unguessable(random);
      const place = by.placeOf(channel.settings);
      const held: AttemptSecrets = { network, client, redirectUri, verifier, place, answer: null };
      const sealed = secrets.seal(held);
      if (sealed === null) return fail(noKey);
      await attempts.deleteBefore(now() - attemptLives);
      const expiresAt = now() + attemptLives;
      const of = { key: uuid(), channel: key, kind: channel.kind, user: actor.id };
      await attempts.insert({ ...of, phase: 'open', sealed, expiresAt }, hash(state));
      return ok({ address: authorizeAddress(network, client, { state, verifier, redirectUri }) });
    },

    /** The network sent somebody back. Writes down what it said, once; the attempt's key, for the page that goes on. */
    async returned(kind: string, query: unknown): Promise<Result<{ attempt: string }>> {
      const callback = callbackOf(query);
      const row = callback && (await attempts.byState(hash(callback.state)));
      if (!row || row.kind !== kind) return fail(unknownAttempt);
      // Whatever is wrong with it otherwise, the person hears when they finish.
      if (!answerable(row, kind, now()).ok) return ok({ attempt: row.key });
      const held = attemptSecrets.safeParse(secrets.open(row.sealed)).data;
      const sealed = held && secrets.seal({ ...held, answer: callback.answer });
      if (!sealed) return fail(noKey);
      await attempts.answer(row.key, sealed);
      return ok({ attempt: row.key });
    },

    /** The person who began is back: fetches the token, keeps it with the channel, and tries it. */
    async finish(attempt: string, actor: Actor): Promise<Result<ChannelTested>> {
      const row = await attempts.byKey(attempt);
      if (!row) return fail(unknownAttempt);
      const held = attemptSecrets.safeParse(secrets.open(row.sealed || null)).data;
      const user = actor.kind === 'user' ? actor.id : '';
      const code = codeFor(row, held?.answer ?? null, user, now());
      // What the network refused is over as well; what it has not answered stays open.
      const isTheirTurn = row.user === user && row.phase === 'answered';
      if (isTheirTurn && !(await attempts.finish(attempt))) return fail(usedAttempt);
      if (!code.ok) return code;
      if (!held) return fail(unknownAttempt);
      const found = await known(row.channel);
      if (!found.ok) return found;
      const { channel, by } = found.value;
      if (by.placeOf(channel.settings) !== held.place) return fail(otherChannel);
      const tokens = await granted(held, code.value);
      if (!tokens.ok) return tokens;
      const all = await looked(by, channel.settings, held, tokens.value);
      if (!all.ok) return all;
      const { granted: access, person } = all.value;
      const as = await by.whoIs(channel.settings, access.accessToken);
      const client = by.hasAppPerPlace ? held.client : null;
      const secret = connectedBy(access, { as, client, asked: askedScopes(held.network) }, now());
      const at = await placed(by, channel.settings, secret, person);
      if (!at.ok) return at;
      const before = await channels.account(channel.key);
      const kept = await channels.connect(channel.key, at.value, actor);
      if (!kept.ok) return kept;
      if (before) await deps.replaced(before, actor);
      return channels.test(channel.key);
    },
  };
}

const notPossible = {
  code: 'connect.not-possible',
  message:
    'This channel cannot be connected at its network. Enter what it signs in with in its form, signed in to the admin panel.',
} as const;

function notGranted(answer: Exclude<TokenCall, { kind: 'granted' }>) {
  switch (answer.kind) {
    case 'no-answer':
      return {
        code: 'connect.network-failed',
        message: `${answer.failure.message} Press Connect again.`,
      } as const;
    case 'unreadable':
      return {
        code: 'connect.network-failed',
        message: `The network answered with status ${answer.status} and no token, so nothing was stored. Press Connect again.`,
      } as const;
    case 'refused': {
      const said = answer.description || answer.error;
      return ['invalid_client', 'unauthorized_client', 'unauthorized'].includes(answer.error)
        ? ({
            code: 'connect.app-refused',
            message: `The network refuses the app that asks (${said}). Check its id and secret, then press Connect again.`,
          } as const)
        : ({
            code: 'connect.refused',
            message: `The network refused the code that it had given (${said}). Press Connect again.`,
          } as const);
    }
  }
}
