import { z } from 'zod';
import { connectClient, type RefreshModel } from './oauth/network';
import type { Granted } from './oauth/token-answer';

/** What is kept of a connection beside the access token, sealed with it. Times are milliseconds since 1970; null: no end is known. */
export const connection = z.object({
  /** Whose account it is, as a person reads it: `@bakery@bread.example`; empty where the network did not say. */
  as: z.string().max(300),
  at: z.number(),
  scopes: z.array(z.string()),
  refreshToken: z.string().nullable(),
  accessFrom: z.number(),
  accessEndsAt: z.number().nullable(),
  refreshEndsAt: z.number().nullable(),
  /** The app that the token belongs to, where it is not in the config. */
  client: connectClient.nullable().default(null),
  /**
   * Whoever allowed it, where the account that posts has a token of its own: theirs tells which accounts there are, until its end. Left out:
   * the access token is theirs.
   */
  person: z
    .object({ id: z.string(), accessToken: z.string().min(1), endsAt: z.number().nullable() })
    .optional(),
});
export type Connection = z.output<typeof connection>;

/** A channel's secret that came by connecting. */
export const connectedSecret = z.looseObject({ accessToken: z.string().min(1), connection });
export type ConnectedSecret = z.output<typeof connectedSecret>;

/** What a channel keeps of it. */
export interface KeptConnection {
  readonly secret: ConnectedSecret;
  /** Null: they stay as they are. */
  readonly settings: object | null;
  /** Where a person chose to post; left out: they allowed the access just now. */
  readonly place?: string;
}

const second = 1_000;
const endOf = (now: number, seconds: number | null): number | null =>
  seconds === null ? null : now + seconds * second;

/** What is stored after a person allowed it. */
export const connectedBy = (
  granted: Granted,
  about: Pick<Connection, 'as' | 'client'> & { readonly asked: readonly string[] },
  now: number,
): ConnectedSecret => ({
  accessToken: granted.accessToken,
  connection: {
    as: about.as,
    at: now,
    scopes: [...(granted.scopes ?? about.asked)],
    refreshToken: granted.refreshToken,
    accessFrom: now,
    accessEndsAt: endOf(now, granted.expiresIn),
    refreshEndsAt: endOf(now, granted.refreshExpiresIn),
    client: about.client,
  },
});

/** A channel that posts as one of the accounts of whoever allowed it, by the token of that account, which has no end of its own. */
export function postingAs(
  secret: ConnectedSecret,
  { name, accessToken }: { readonly name: string; readonly accessToken: string | null },
  id = '',
): ConnectedSecret {
  const { connection: known } = secret;
  if (accessToken === null) return { ...secret, connection: { ...known, as: name } };
  const { connection } = allowedBy(secret, id);
  return { ...secret, accessToken, connection: { ...connection, as: name, accessEndsAt: null } };
}

/** Keeps whose access it is, where the account that will post has a token of its own. */
export const allowedBy = (secret: ConnectedSecret, id: string): ConnectedSecret => {
  const { accessToken, connection: known } = secret;
  const person = known.person ?? { id, accessToken, endsAt: known.accessEndsAt };
  return { ...secret, connection: { ...known, person } };
};

/**
 * What is stored after a renewal. A refresh token that is not in the answer stays (RFC 6749, 6). The end of a `fixed` one never
 * moves; that of a `rotating` one is as the network says now.
 */
export function renewedBy(
  secret: ConnectedSecret,
  granted: Granted,
  { kind }: RefreshModel,
  now: number,
): ConnectedSecret {
  const before = secret.connection;
  const refreshEndsAt = endOf(now, granted.refreshExpiresIn);
  return {
    ...secret,
    accessToken: granted.accessToken,
    connection: {
      ...before,
      // Left out, they are as before (RFC 6749, 6).
      scopes: granted.scopes ? [...granted.scopes] : before.scopes,
      refreshToken: granted.refreshToken ?? before.refreshToken,
      accessFrom: now,
      accessEndsAt: endOf(now, granted.expiresIn),
      refreshEndsAt:
        kind === 'fixed' ? (before.refreshEndsAt ?? refreshEndsAt) : (refreshEndsAt ?? before.refreshEndsAt),
    },
  };
}

/** Whether there is something left by which the access is renewed. */
export const isRenewable = (
  { refreshToken, refreshEndsAt }: Connection,
  { kind }: RefreshModel,
  now: number,
): boolean =>
  kind === 'extend' ||
  (kind !== 'none' && refreshToken !== null && (refreshEndsAt === null || refreshEndsAt > now));

/** Whether the access token serves: `due`: it has to be renewed before long or at once; `over`: only a person can help. */
export function standingOf(
  { connection: known }: ConnectedSecret,
  model: RefreshModel,
  now: number,
): 'good' | 'due' | 'over' {
  const { accessEndsAt, accessFrom } = known;
  if (accessEndsAt === null) return 'good';
  const isOver = accessEndsAt <= now;
  if (model.kind === 'extend' && isOver) return 'over';
  if (!isRenewable(known, model, now)) return isOver ? 'over' : 'good';
  // The last tenth of its life, and never later than five minutes before its end.
  const early = Math.max((accessEndsAt - accessFrom) / 10, 5 * 60_000);
  return now >= accessEndsAt - early ? 'due' : 'good';
}

/** When a person has to connect again; null where no day is known. What renews itself has the end of what renews it. */
export function signInEndsAt({ connection: known }: ConnectedSecret, { kind }: RefreshModel): number | null {
  if (known.accessEndsAt === null) return null;
  if (kind === 'extend' || kind === 'none' || known.refreshToken === null) return known.accessEndsAt;
  return known.refreshEndsAt;
}

/** Whether the end of a connection moves on by itself: what is due for renewal and was not renewed does not. */
export const renewsItself = (secret: ConnectedSecret, model: RefreshModel, now: number): boolean =>
  (model.kind === 'rotating' || model.kind === 'extend') &&
  isRenewable(secret.connection, model, now) &&
  standingOf(secret, model, now) === 'good';

const day = 86_400_000;

/**
 * When it breaks where nothing changes: the end of what renews it, but that of the access itself where its renewal is due and did not
 * happen. Access of less than a day is renewed when it is needed, so its own end says nothing.
 */
export function lastsUntil(secret: ConnectedSecret, model: RefreshModel, now: number): number | null {
  const { accessFrom, accessEndsAt } = secret.connection;
  const isLong = accessEndsAt !== null && accessEndsAt - accessFrom > day;
  return isLong && standingOf(secret, model, now) !== 'good' ? accessEndsAt : signInEndsAt(secret, model);
}
