import type { Account, ChannelAdapter, Lasting, Outcome } from '../../src/channels/channel';
import { connectedSecret } from '../../src/channels/connect/connection';
import { isConnectable } from '../../src/channels/connect/kinds';
import { callsOf, toldCodes } from '../../src/channels/health/calls';
import {
  healthOf,
  type ChannelHealth,
  type HealthFacts,
  type HealthItem,
} from '../../src/channels/health/health';
import { versionOf } from '../../src/channels/health/version';
import { healthWords } from '../../src/channels/health/words';
import type { ChannelKind, ChannelState } from '../../src/channels/schema';
import { dayOf } from '../../src/governance/lifecycle/day';
import type { Channels } from './channels';
import type { Notices } from './notices';

type Quota = HealthFacts['quotas'][number];

interface Deps {
  readonly channels: Pick<Channels, 'list' | 'names' | 'opened' | 'markState'>;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  /** What is known of quotas now, by channel or by kind. */
  readonly quotas: (channel: {
    readonly key: string;
    readonly kind: ChannelKind;
  }) => Promise<readonly Quota[]>;
  /** True for one of all who ask, however often and wherever; within the transaction. */
  readonly claim: (mark: string) => Promise<boolean>;
  readonly transaction: (work: () => Promise<void>) => Promise<void>;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
  readonly zone: () => Promise<string>;
  readonly onFailure: (channel: string, error: unknown) => void;
  readonly now: () => number;
}

const audience = { kind: 'permission', permission: 'channels.manage' } as const;
const signedOut = 'channel.signed-out';

export type ChannelHealthService = ReturnType<typeof channelHealthService>;

/**
 * How long channels go on working. What can be renewed is renewed by the round, also where nothing is published for a long time; of the
 * rest those who look after channels are told days before it breaks, each step once over all instances.
 */
export function channelHealthService(deps: Deps) {
  const { channels, adapter, quotas, claim, transaction, notices, now } = deps;

  return {
    /** As it stands, without a call outside. Channels in practice mode are left out. */
    async view(): Promise<ChannelHealth> {
      const all: ChannelHealth = [];
      for (const { key } of await inEarnest()) {
        const opened = await channels.opened(key);
        if (opened) all.push({ channel: key, items: await itemsOf(opened.account, isOut(opened.state)) });
      }
      return all;
    },

    /** Renews what is due and tells what will break. One channel that fails leaves the others alone. */
    async run(): Promise<void> {
      const zone = await deps.zone();
      const looked = await inEarnest();
      const keys = looked.map(({ key }) => key);
      for (const { key, stateReason } of looked)
        await look(key, stateReason, zone).catch((error: unknown) => deps.onFailure(key, error));
      // Removed, or in practice mode now.
      for (const { key } of await channels.names())
        if (!keys.includes(key)) await settle(key, [signedOut, ...toldCodes]);
    },
  };

  async function inEarnest() {
    return (await channels.list()).filter(({ practice }) => !practice);
  }

  async function settle(channel: string, codes: readonly string[]): Promise<void> {
    for (const code of codes) await notices.settle({ code, channel, audience });
  }

  async function look(key: string, reason: string, zone: string): Promise<void> {
    const opened = await channels.opened(key);
    if (!opened) return;
    const renewed = await adapter(opened.account.kind)?.renew?.(opened.account);
    const account = renewed?.ok ? renewed.account : opened.account;
    const refused = renewed?.ok === false && renewed.outcome.kind === 'reauthorise' ? renewed.outcome : null;
    const items = await itemsOf(account, refused !== null || isOut(opened.state));
    if (renewed?.ok === false && !refused) deps.onFailure(key, new Error(sentenceOf(renewed.outcome)));
    if (refused && !isOut(opened.state) && opened.state !== 'blocked')
      await channels.markState(key, 'reauthorise', refused.message);
    if (!refused && !isOut(opened.state)) await settle(key, [signedOut]);
    else if (!items.some(({ code }) => code === 'channel.sign-in-ended'))
      await transaction(async () => {
        // Whoever found it out, and again on each day on which nobody connected it.
        if (!(await claim(`health ${key} signed-out ${connectedAt(account)} ${dayOf(now(), zone)}`))) return;
        await settle(key, [signedOut]);
        await tellSignedOut(account, refused?.message ?? reason);
      });
    await tell(account, items, zone);
  }

  async function tellSignedOut({ key, name }: Account, message: string): Promise<void> {
    await notices.raise({
      code: signedOut,
      severity: 'error',
      message: `“${name}” is signed out, and what is due waits. ${message}`,
      ...{ channel: key, audience, link: placeOf(key) },
    });
  }

  async function itemsOf(account: Account, isSignedOut: boolean): Promise<HealthItem[]> {
    const { kind, settings } = account;
    const [lasting, version] = [await lastingOf(account), versionOf(kind, settings)];
    return healthOf({ kind, lasting, isSignedOut, version, quotas: await quotas(account) }, now());
  }

  async function lastingOf(account: Account): Promise<Lasting | null> {
    const one = adapter(account.kind);
    if (one?.lasting) return one.lasting(account);
    const endsAt = one?.validUntil?.(account) ?? null;
    return endsAt === null ? null : { endsAt, renewsItself: false, missingRights: [] };
  }

  /** Claims and tells in one transaction: told once, and never lost between. */
  async function tell(account: Account, items: readonly HealthItem[], zone: string): Promise<void> {
    const { key, kind, name } = account;
    const calls = callsOf(items);
    const standing = new Set(calls.map(({ item }) => item.code));
    await settle(
      key,
      toldCodes.filter((code) => !standing.has(code)),
    );
    for (const { item, mark } of calls)
      await transaction(async () => {
        if (!(await claim(`health ${key} ${connectedAt(account)} ${mark}`))) return;
        const { code, severity, at } = item;
        const day = at === null ? '' : dayOf(at, zone);
        // An earlier step that nobody read gives way: the next one is told, and mailed, anew.
        await settle(key, [code]);
        await notices.raise({
          ...{ code, severity, channel: key, audience, link: placeOf(key) },
          message: healthWords(item, { name, canConnect: isConnectable(kind), day }),
        });
      });
  }
}

const isOut = (state: ChannelState): boolean => state === 'reauthorise';

const connectedAt = ({ secret }: Account): number =>
  connectedSecret.safeParse(secret).data?.connection.at ?? 0;

const sentenceOf = (outcome: Outcome): string => ('message' in outcome ? outcome.message : outcome.kind);

/** The card of a channel in the admin. */
const placeOf = (channel: string): string => `/plugins/presence/channels?channel=${channel}`;
