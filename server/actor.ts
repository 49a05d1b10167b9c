import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Person } from '../src/governance/schema';
import type { Actor } from '../src/shared/actor';

const id = z.union([z.string(), z.number()]).transform(String);

const user = z.object({
  id,
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  username: z.string().nullish(),
  email: z.string().nullish(),
});

const state = z.object({
  auditSource: z.string().optional(),
  user: z.unknown().optional(),
  auth: z
    .object({
      strategy: z.object({ name: z.string().optional() }).optional(),
      credentials: z.unknown().optional(),
    })
    .optional(),
});

const token = z.object({ id, name: z.string().nullish() });

const nameOf = ({ firstname, lastname, username, email, id }: z.output<typeof user>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || email || `User ${id}`;

/** An admin user as Strapi stores one; null where it is none. */
export function personOfUser(value: unknown): Person | null {
  const parsed = user.safeParse(value);
  return parsed.success ? { kind: 'user', id: parsed.data.id, name: nameOf(parsed.data) } : null;
}

/** An actor as decisions and the audit list keep one. */
export const personOf = (actor: Actor): Person => {
  switch (actor.kind) {
    case 'user':
      return { kind: 'user', id: actor.id, name: actor.name };
    case 'token':
    case 'guest':
      return { ...actor };
    case 'scheduler':
      return { kind: 'scheduler', id: '', name: 'Scheduler' };
    case 'system':
      return { kind: 'system', id: '', name: actor.name };
  }
};

/**
 * Who acts, told from the state of a request. Only somebody who logged in to the admin panel is a `user`: an API token is
 * not, whoever owns it, and neither is an account of the website (users-permissions).
 */
export function actorFrom(raw: unknown): Actor {
  const parsed = state.safeParse(raw ?? {});
  if (!parsed.success) return { kind: 'system', name: 'Strapi' };
  const { auditSource, auth, user: signedIn } = parsed.data;
  const strategy = auth?.strategy?.name;
  const who = user.safeParse(signedIn);
  if (auditSource === 'scheduler') return { kind: 'scheduler' };
  if (strategy === 'admin' && auditSource === undefined && who.success)
    return { kind: 'user', id: who.data.id, name: nameOf(who.data) };
  if (strategy === 'users-permissions' && who.success)
    return { kind: 'token', id: `account:${who.data.id}`, name: nameOf(who.data) };
  const owner = who.success ? { owner: who.data.id } : {};
  const credentials = token.safeParse(auth?.credentials);
  if (credentials.success)
    return { kind: 'token', id: credentials.data.id, name: credentials.data.name || 'API token', ...owner };
  if (who.success) return { kind: 'token', id: auditSource ?? 'api', name: nameOf(who.data), ...owner };
  return { kind: 'system', name: auth ? 'The public API' : 'Strapi' };
}

/** Who acts in the request that is being answered; `system` where code runs by itself. */
export const actorOf = (strapi: Core.Strapi): Actor => actorFrom(strapi.requestContext.get()?.state);

const ability = z.object({
  userAbility: z.custom<{ can(action: string, subject?: string): boolean }>(isAbility),
});

function isAbility(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'can' in value && typeof value.can === 'function';
}

/** Whether the signed-in admin may do something: `may(ctx.state)('plugin::presence.read')`. */
export const may =
  (raw: unknown) =>
  (permission: string, subject?: string): boolean => {
    const parsed = ability.safeParse(raw);
    return parsed.success && parsed.data.userAbility.can(permission, subject);
  };

const roles = z.object({
  user: z.object({
    email: z.string().nullish(),
    roles: z.array(z.object({ code: z.string().nullish() })).nullish(),
  }),
});

/** Everything that a workflow can name the signed-in admin by; `permissions` are those of ours that they hold. */
export function principalsFrom(raw: unknown, permissions: readonly string[]): ReadonlySet<string> {
  const parsed = roles.safeParse(raw);
  if (!parsed.success) return new Set();
  const { email, roles: held } = parsed.data.user;
  return new Set([
    ...(held ?? []).flatMap(({ code }) => (code ? [`role:${code}`] : [])),
    ...(email ? [`user:${email.toLowerCase()}`] : []),
    ...permissions.map((name) => `may:${name}`),
  ]);
}
