import type { Account, ChannelAdapter } from '../../src/channels/channel';
import { connectedSecret, type KeptConnection } from '../../src/channels/connect/connection';
import {
  channelInput,
  channelView,
  type ChannelInput,
  type ChannelKind,
  type ChannelState,
  type ChannelTested,
  type ChannelTestInput,
  type ChannelView,
} from '../../src/channels/schema';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { ChannelRow, ChannelsStore } from '../stores/channels';
import type { Audit } from './audit';
import { cached } from './cached';
import { isSameWay, needsSecret, practiceOf, secretFor } from './channel-input';
import { inUse, kindFixed, noKey, notFound, secretMissing } from './channel-refusals';
import { templateFor } from './channel-template';
import { tested } from './channel-tested';
import { forgetting } from './forgetting';
import { fitting, standingOf, type OwnChannels } from './own-channels';
import type { SecretBox } from './secret-box';
import type { Transaction } from './transaction';

export interface ChannelsDeps {
  readonly store: ChannelsStore;
  readonly secrets: SecretBox;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  /** The types that the code of the app registers. */
  readonly types: OwnChannels;
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
  const { transaction, types } = deps;
  // Read for every delivery: at most a second behind what another instance saved.
  const held = cached(() => deps.store.list(), now);
  const store = forgetting(deps.store, held.forget);
  const rowOf = async (key: string): Promise<ChannelRow | null> =>
    (await held.get()).find((row) => row.key === key) ?? null;

  function viewOf({ secret, ...row }: ChannelRow): ChannelView {
    const opened = connectedSecret.safeParse(secrets.open(secret)).data;
    const connected = opened && {
      as: opened.connection.as,
      at: opened.connection.at,
      until: adapter(row.kind)?.validUntil?.(openedOf({ ...row, secret, practice: false }).account) ?? null,
    };
    return channelView.parse({
      ...standingOf(row, types),
      hasSecret: secret !== null,
      ...(connected ? { connected } : {}),
    });
  }

  async function known(key: string): Promise<Result<ChannelRow>> {
    const row = await store.get(key);
    return row ? ok(row) : fail(notFound);
  }

  const viewed = async (key: string): Promise<Result<ChannelView>> => {
    const row = await known(key);
    return row.ok ? ok(viewOf(row.value)) : row;
  };

  const openedOf = (row: ChannelRow): OpenedChannel => {
    const { key, kind, name, settings, secret, practice } = row;
    const { state, stateReason: reason } = standingOf(row, types);
    return { account: { key, kind, name, settings, secret: secrets.open(secret), practice }, state, reason };
  };

  /** What is stored after an input: the secret left out stays as it is. */
  function sealed(input: ChannelInput, stored: string | null): Result<string | null> {
    if (input.secret === undefined) return ok(stored);
    if (input.secret === null) return ok(null);
    const text = secrets.seal(input.secret);
    return text === null ? fail(noKey) : ok(text);
  }

  /** `before`: the channel that is changed; what it is stays. */
  function read(body: unknown, before?: ChannelRow): Result<ChannelInput> {
    const input = channelInput.safeParse(body);
    if (!input.success) return fail(invalidRequest(input.error));
    if (before && before.kind !== input.data.kind) return fail(kindFixed(before.kind));
    return fitting(input.data, types, before?.settings);
  }

  return {
    list: async (): Promise<ChannelView[]> => (await held.get()).map(viewOf),

    get: viewed,

    /** Names of all channels that ever were, removed ones too; those of an app with their type. */
    names: async () =>
      (await store.names()).map(({ settings, ...one }) => ({
        ...one,
        ...(one.kind === 'own' ? { own: types.of(settings)?.view ?? null } : {}),
      })),

    /** The types of channels that the code of the app brings. */
    types: types.list,
    /** With the decrypted secret; null where the channel is gone. For the server only. */
    async account(key: string): Promise<Account | null> {
      const row = await rowOf(key);
      return row && openedOf(row).account;
    },

    /** When what the channel signs in with runs out; null where nobody knows of a day. */
    async validUntil(key: string): Promise<number | null> {
      const row = await rowOf(key);
      return (row && adapter(row.kind)?.validUntil?.(openedOf(row).account)) ?? null;
    },

    async opened(key: string): Promise<OpenedChannel | null> {
      const row = await rowOf(key);
      return row && openedOf(row);
    },

    async create(body: unknown, actor: Actor): Promise<Result<ChannelView>> {
      const input = read(body);
      if (!input.ok) return input;
      const { kind, name, settings, secret } = input.value;
      const practice = practiceOf(input.value) ?? false;
      if (needsSecret(input.value, types) && !secret && !practice) return fail(secretMissing);
      const text = sealed(input.value, null);
      if (!text.ok) return text;
      const template = templateFor(input.value, null, types);
      if (!template.ok) return template;
      const at = now();
      const key = uuid();
      await transaction(async () => {
        await store.insert({
          ...{ key, kind, name, settings, secret: text.value, practice, createdAt: at, updatedAt: at },
          ...{ state: 'untested', stateReason: '', testedAt: null, template: template.value },
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
      const input = read(body, row.value);
      if (!input.ok) return input;
      const { name, settings } = input.value;
      const made = templateFor(input.value, row.value.template, types);
      if (!made.ok) return made;
      const template = made.value;
      const kept = secretFor(input.value, row.value);
      if (!kept.ok) return kept;
      const text = sealed(input.value, kept.value);
      if (!text.ok) return text;
      const practice = practiceOf(input.value) ?? row.value.practice;
      if (needsSecret(input.value, types) && text.value === null && !practice) return fail(secretMissing);
      const isSame =
        practice === row.value.practice &&
        text.value === row.value.secret &&
        isSameWay(settings, row.value.settings);
      await transaction(async () => {
        if (isSame) await store.adjust(key, { name, settings, template }, now());
        else await store.replace(key, { name, settings, secret: text.value, practice, template }, now());
        const newSecret = text.value !== row.value.secret;
        const newTemplate = JSON.stringify(template) !== JSON.stringify(row.value.template);
        const details = { channel: key, name, newSecret, newTemplate, practice };
        await audit.record({ kind: 'channel.update', actor, details });
      });
      return viewed(key);
    },

    /** Keeps what a network gave after a person allowed it there, and, with a `place`, where they chose to post. */
    async connect(
      key: string,
      { secret, settings, place }: KeptConnection,
      actor: Actor,
    ): Promise<Result<null>> {
      const row = await known(key);
      if (!row.ok) return row;
      const text = secrets.seal(secret);
      if (text === null) return fail(noKey);
      const next = { ...row.value, settings: settings ?? row.value.settings, secret: text };
      await transaction(async () => {
        await store.replace(key, next, now());
        const details = { channel: key, name: next.name, as: secret.connection.as };
        const what = place === undefined ? 'channel.connect' : 'channel.pick';
        await audit.record({ kind: what, actor, details: { ...details, ...(place && { place }) } });
      });
      return ok(null);
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
      const report = await tested(adapter(row.value.kind), openedOf(row.value).account, input);
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
}
