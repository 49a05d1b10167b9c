import type { Account, ChannelAdapter, SignedOut } from '../../src/channels/channel';
import {
  accessEndOf,
  type AccessEnd,
  type AccessOutcome,
  type ChannelRemoved,
} from '../../src/channels/connect/access';
import { connectedSecret } from '../../src/channels/connect/connection';
import type { Connector } from '../../src/channels/connect/connector';
import type { ChannelKind, ChannelView } from '../../src/channels/schema';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Audit } from './audit';
import type { Channels } from './channels';
import { notFound } from './channel-refusals';

interface Deps {
  readonly channels: Pick<Channels, 'account' | 'list' | 'remove' | 'update'>;
  readonly adapter: (kind: ChannelKind) => Pick<ChannelAdapter, 'session'> | undefined;
  readonly connector: (kind: ChannelKind) => Connector | undefined;
  readonly audit: Pick<Audit, 'record'>;
  /** The apps as they are stored now. */
  readonly readApps: () => Promise<unknown>;
}

export type EndingAccess = ReturnType<typeof endingAccess>;

type SignOut = (() => Promise<SignedOut>) | null;

/** No network gives access to these: a receiver shares a secret with us, and the password of a mail server is not made for one app. */
const withoutNetwork: ReadonlySet<ChannelKind> = new Set(['website', 'webhook', 'email']);

/**
 * Gives access back at the networks. What is done here is done first: a network that does not answer, or refuses, keeps nobody from
 * removing a channel, and a person is told what is left to do there.
 */
export function endingAccess({ channels, adapter, connector, audit, readApps }: Deps) {
  const grantOf = ({ kind, settings, secret }: Account): string | null => {
    const held = connectedSecret.safeParse(secret).data;
    return (held && connector(kind)?.ending?.grantOf(settings, held)) ?? null;
  };

  async function isShared(account: Account): Promise<boolean> {
    const grant = grantOf(account);
    if (grant === null) return false;
    for (const { key } of await channels.list()) {
      const other = key === account.key ? null : await channels.account(key);
      if (other && grantOf(other) === grant) return true;
    }
    return false;
  }

  async function outcomeOf(account: Account, signOut: SignOut): Promise<AccessOutcome> {
    const { kind, settings, secret } = account;
    if (secret === null || withoutNetwork.has(kind)) return 'none';
    const held = connectedSecret.safeParse(secret).data;
    const ending = connector(kind)?.ending;
    if (!held || !ending) return signOut ? signOut().catch(() => 'unreached' as const) : 'by-hand';
    await readApps();
    if (await isShared(account)) return 'shared';
    return ending.end(settings, held).catch(() => 'unreached' as const);
  }

  async function ended(account: Account, actor: Actor, signOut: SignOut = null): Promise<AccessEnd> {
    const outcome = await outcomeOf(account, signOut);
    const { key: channel, name, kind, settings } = account;
    if (outcome !== 'none')
      await audit.record({ kind: 'channel.end-access', actor, details: { channel, name, outcome } });
    return accessEndOf(outcome, kind, settings);
  }

  return {
    /** Removes a channel, then ends its access. */
    async remove(key: string, actor: Actor): Promise<Result<ChannelRemoved>> {
      const account = await channels.account(key);
      if (!account) return fail(notFound);
      // The session is forgotten with the channel.
      const signOut = (await adapter(account.kind)?.session?.(account)) ?? null;
      const removed = await channels.remove(key, actor);
      return removed.ok ? ok({ access: await ended(account, actor, signOut) }) : removed;
    },

    /** Changes a channel; access that it does not keep ends. */
    async update(key: string, body: unknown, actor: Actor): Promise<Result<ChannelView>> {
      const before = await channels.account(key);
      const changed = await channels.update(key, body, actor);
      if (changed.ok && before) await replaced(before, actor);
      return changed;
    },

    replaced,
  };

  /** Ends what a channel had before, where it lives by other access now and nothing else goes with it. */
  async function replaced(before: Account, actor: Actor): Promise<void> {
    const held = connectedSecret.safeParse(before.secret).data;
    const ending = connector(before.kind)?.ending;
    if (!held || !ending || ending.grantOf(before.settings, held) !== null) return;
    const now = connectedSecret.safeParse((await channels.account(before.key))?.secret).data;
    // The same connection, renewed meanwhile.
    if (now?.connection.at !== held.connection.at) await ended(before, actor);
  }
}
