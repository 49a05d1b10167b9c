import { z } from 'zod';
import { toldValues } from '../../shared/told';
import type { Lasting } from '../channel';
import type { ChannelKind } from '../schema';
import type { ApiVersion } from './version';

/** What is known of how long a channel goes on working. */
export const healthCode = z.enum([
  'channel.sign-in-ends',
  'channel.sign-in-ended',
  'channel.sign-in-renews',
  'channel.certificate-ends',
  'channel.certificate-ended',
  'channel.rights-missing',
  'channel.rights-fewer',
  'channel.version-ends',
  'channel.version-ended',
  'channel.version-spoken',
  'channel.quota-used-up',
  'channel.quota-left',
]);
export type HealthCode = z.output<typeof healthCode>;

export const healthItem = z.object({
  code: healthCode,
  /** `info`: nothing to do; `warning`: somebody has to act before the day; `error`: within three days, or it is over. */
  severity: z.enum(['info', 'warning', 'error']),
  values: toldValues,
  /** When it breaks, or a quota begins anew: milliseconds since 1970; null: no such day is known. */
  at: z.number().nullable(),
  /** Days until it breaks, a begun one counted; 0: it is over; null: nothing breaks. */
  daysLeft: z.int().min(0).nullable(),
});
export type HealthItem = z.output<typeof healthItem>;

/** Answer of `GET /channels/health`: one for each channel that is in earnest. */
export const channelHealth = z.array(z.object({ channel: z.uuid(), items: z.array(healthItem) }));
export type ChannelHealth = z.output<typeof channelHealth>;

export interface HealthFacts {
  readonly kind: ChannelKind;
  /** Null: nothing is known of its end. */
  readonly lasting: Lasting | null;
  /** It asks for a person already: what was known of its end counts no more, unless that is the cause. */
  readonly isSignedOut: boolean;
  readonly version: ApiVersion | null;
  /** What the network said of its quotas; `closedUntil`: it takes nothing until then. */
  readonly quotas: readonly {
    readonly remaining: number;
    readonly resetAt: number;
    readonly closedUntil: number | null;
  }[];
}

const day = 86_400_000;
/** So many days before its end something is worth a warning. */
const early = { signIn: 14, version: 90 } as const;
const last = 3;

/** What a person should know of a channel before it breaks, the gravest first. */
export function healthOf(facts: HealthFacts, now: number): HealthItem[] {
  const { kind, lasting, isSignedOut, version, quotas } = facts;
  const items = [
    ...(lasting ? signIn(kind, lasting, now).filter(({ daysLeft }) => !isSignedOut || daysLeft === 0) : []),
    ...(version ? [spoken(version, now)] : []),
    ...quotas.flatMap((quota) => quotaItem(quota, now)),
  ];
  return items.sort((one, other) => weight[other.severity] - weight[one.severity]);
}

const weight = { info: 0, warning: 1, error: 2 } as const;

function signIn(
  kind: ChannelKind,
  { endsAt, renewsItself, missingRights, fewerRights = [] }: Lasting,
  now: number,
): HealthItem[] {
  const what = kind === 'email' ? 'certificate' : 'sign-in';
  const without = [...new Set(fewerRights.map(({ purpose }) => purpose))].sort().join(',');
  const fewer = fewerRights.map(({ right }) => right).join(', ');
  const all: readonly HealthItem[] = [
    {
      ...{ code: 'channel.rights-missing', severity: 'error', at: null, daysLeft: null },
      values: { rights: missingRights.join(', ') },
    },
    {
      ...{ code: 'channel.rights-fewer', severity: 'warning', at: null, daysLeft: null },
      values: { rights: fewer, without },
    },
  ];
  const rights = all.filter(({ values }) => values['rights'] !== '');
  if (endsAt === null) return rights;
  if (renewsItself)
    return [
      ...rights,
      { code: 'channel.sign-in-renews', severity: 'info', values: {}, at: endsAt, daysLeft: null },
    ];
  return [...rights, ending(`channel.${what}-end`, {}, endsAt, early.signIn, now)];
}

function spoken({ name, endsAt, isChosen }: ApiVersion, now: number): HealthItem {
  const values = { version: name, chosen: isChosen ? 'yes' : 'no' };
  if (endsAt === null)
    return { code: 'channel.version-spoken', severity: 'info', values, at: null, daysLeft: null };
  return ending('channel.version-end', values, endsAt, early.version, now);
}

function ending(
  code: 'channel.sign-in-end' | 'channel.certificate-end' | 'channel.version-end',
  values: HealthItem['values'],
  at: number,
  warnFrom: number,
  now: number,
): HealthItem {
  const daysLeft = Math.max(0, Math.ceil((at - now) / day));
  const severity = daysLeft <= last ? 'error' : daysLeft <= warnFrom ? 'warning' : 'info';
  return { code: daysLeft > 0 ? `${code}s` : `${code}ed`, severity, values, at, daysLeft };
}

function quotaItem(
  { remaining, resetAt, closedUntil }: HealthFacts['quotas'][number],
  now: number,
): HealthItem[] {
  if (closedUntil !== null)
    return [
      { code: 'channel.quota-used-up', severity: 'warning', values: {}, at: closedUntil, daysLeft: null },
    ];
  if (resetAt <= now) return [];
  return [
    { code: 'channel.quota-left', severity: 'info', values: { remaining }, at: resetAt, daysLeft: null },
  ];
}
