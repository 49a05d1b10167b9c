import type { Account, ChannelAdapter } from '../../src/channels/channel';
import {
  channelInput,
  channelView,
  type ChannelInput,
  type ChannelKind,
  type ChannelState,
  type ChannelTested,
  type ChannelTestInput,
  type ChannelView,
  type TestReport,
} from '../../src/channels/schema';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { ChannelRow, ChannelsStore } from '../stores/channels';
import type { Audit } from './audit';
import { cached } from './cached';
import { inUse, kindFixed, noKey, notFound, secretMissing } from './channel-refusals';
import type { SecretBox } from './secret-box';
import type { Transaction } from './transaction';

export interface ChannelsDeps {
  readonly store: ChannelsStore;
  readonly secrets: SecretBox;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  /** How many publications still wait to go out on this channel. */
  readonly waiting: (key: string) => Promise<number>;
  /** The channel works: what was parked for it may go on. */
  readonly onReady: (key: string) => Promise<void>;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** A channel as the engine needs it: signed in, and in which state. */
export interface OpenedChannel {
  readonly account: Account;
  readonly state: ChannelState;
  readonly reason: string;
}

export type Channels = ReturnType<typeof channels>;

/** The accounts that the business publishes to. Secrets go in and never come out again, except to the adapters. */
export function channels({ secrets, adapter, audit, waiting, onReady, now, uuid, ...deps }: ChannelsDeps) {
  const { transaction } = deps;
  // Read for every delivery: at most a second behind what another instance saved.
  const held = cached(() => deps.store.list(), now);
  const store = forgetting(deps.store, held.forget);
  const rowOf = async (key: string): Promise<ChannelRow | null> =>
    (await held.get()).find((row) => row.key === key) ?? null;

  async function known(key: string): Promise<Result<ChannelRow>> {
    const row = await store.get(key);
    return row ? ok(row) : fail(notFound);
  }

  const viewed = async (key: string): Promise<Result<ChannelView>> => {
    const row = await known(key);
    return row.ok ? ok(viewOf(row.value)) : row;
  };

  const openedOf = ({
    key,
    kind,
    name,
    settings,
    secret,
    practice,
    state,
    stateReason,
  }: ChannelRow): OpenedChannel => ({
    account: { key, kind, name, settings, secret: secrets.open(secret), practice },
    state,
    reason: stateReason,
  });

  /** What is stored after an input: the secret left out stays as it is. */
  function sealed(input: ChannelInput, stored: string | null): Result<string | null> {
    if (input.secret === undefined) return ok(stored);
    if (input.secret === null) return ok(null);
    const text = secrets.seal(input.secret);
    return text === null ? fail(noKey) : ok(text);
  }

  return {
    list: async (): Promise<ChannelView[]> => (await held.get()).map(viewOf),

    get: viewed,

    /** Names of all channels that ever were, removed ones too. */
    names: store.names,

    /** With the decrypted secret; null where the channel is gone. For the server only. */
    async account(key: string): Promise<Account | null> {
      const row = await rowOf(key);
      return row && openedOf(row).account;
    },

    async opened(key: string): Promise<OpenedChannel | null> {
      const row = await rowOf(key);
      return row && openedOf(row);
    },

    async create(body: unknown, actor: Actor): Promise<Result<ChannelView>> {
      const input = channelInput.safeParse(body);
      if (!input.success) return fail(invalidRequest(input.error));
      const { kind, name, settings, secret } = input.data;
      const practice = practiceOf(input.data) ?? false;
      if (needsSecret(kind) && !secret && !practice) return fail(secretMissing);
      const text = sealed(input.data, null);
      if (!text.ok) return text;
      const at = now();
      const key = uuid();
      await transaction(async () => {
        await store.insert({
          ...{ key, kind, name, settings, secret: text.value, practice, createdAt: at, updatedAt: at },
          ...{ state: 'untested', stateReason: '', testedAt: null },
        });
        await audit.record({
          kind: 'channel.create',
          actor,
          details: { channel: key, kind, name, practice },
        });
      });
      return viewed(key);
    },

    async update(key: string, body: unknown, actor: Actor): Promise<Result<ChannelView>> {
      const row = await known(key);
      if (!row.ok) return row;
      const input = channelInput.safeParse(body);
      if (!input.success) return fail(invalidRequest(input.error));
      const { kind, name, settings } = input.data;
      if (kind !== row.value.kind) return fail(kindFixed(row.value.kind));
      const text = sealed(input.data, row.value.secret);
      if (!text.ok) return text;
      const practice = practiceOf(input.data) ?? row.value.practice;
      if (needsSecret(kind) && text.value === null && !practice) return fail(secretMissing);
      const isSame =
        practice === row.value.practice &&
        text.value === row.value.secret &&
        JSON.stringify(settings) === JSON.stringify(row.value.settings);
      await transaction(async () => {
        if (isSame) await store.rename(key, name, now());
        else await store.replace(key, { name, settings, secret: text.value, practice }, now());
        const newSecret = text.value !== row.value.secret;
        const details = { channel: key, name, newSecret, practice };
        await audit.record({ kind: 'channel.update', actor, details });
      });
      return viewed(key);
    },

    /** Only when nothing waits to go out on it. Its name stays with what it published. */
    async remove(key: string, actor: Actor): Promise<Result<null>> {
      const row = await known(key);
      if (!row.ok) return row;
      const count = await waiting(key);
      if (count > 0) return fail(inUse(row.value.name, count));
      const details = { channel: key, name: row.value.name };
      await transaction(async () => {
        await store.remove(key, now());
        await audit.record({ kind: 'channel.remove', actor, details });
      });
      return ok(null);
    },

    /** Tries the account and writes down what it found; a channel that passes lets its parked publications go on. */
    async test(key: string, input: ChannelTestInput = {}): Promise<Result<ChannelTested>> {
      const row = await known(key);
      if (!row.ok) return row;
      const report = await tested(openedOf(row.value).account, input);
      // Nobody answered: that says nothing about the credentials.
      if (report.state !== 'failed')
        await store.tested(key, report.state, report.state === 'ready' ? '' : report.message, now());
      if (report.state === 'ready') await onReady(key);
      const view = await viewed(key);
      return view.ok ? ok({ report, channel: view.value }) : view;
    },

    /** What a delivery found out about the channel itself. */
    async markState(key: string, state: ChannelState, reason: string): Promise<void> {
      await store.mark(key, state, state === 'ready' ? '' : reason);
    },
  };

  async function tested(account: Account, input: ChannelTestInput): Promise<TestReport> {
    const one = adapter(account.kind);
    if (one) return one.test(account, input);
    return {
      state: 'failed',
      message: `This server has no adapter for channels of the kind ${account.kind}.`,
      found: [],
    };
  }
}

/** The store, with what is held in memory dropped after each change. */
function forgetting(store: ChannelsStore, forget: () => void): ChannelsStore {
  const after =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await act(...args);
      } finally {
        forget();
      }
    };
  return {
    ...store,
    insert: after(store.insert),
    rename: after(store.rename),
    replace: after(store.replace),
    mark: after(store.mark),
    tested: after(store.tested),
    remove: after(store.remove),
  };
}

function viewOf({ secret, ...row }: ChannelRow): ChannelView {
  return channelView.parse({ ...row, hasSecret: secret !== null });
}

/** The website is always in earnest. */
const practiceOf = (input: ChannelInput): boolean | undefined =>
  input.kind === 'website' ? false : input.practice;

const needsSecret = (kind: ChannelKind): boolean => ['bluesky', 'mastodon', 'webhook'].includes(kind);
