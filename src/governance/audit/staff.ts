import { canonicalJson } from '../../content/canonical';
import type { AuditKind } from './kinds';

type Values = Readonly<Record<string, unknown>>;

/** One kind of row behind access to Strapi: what happened to it is called, and what of it a reader needs to know. */
export interface AccessRows {
  readonly kinds: { readonly create: AuditKind; readonly update: AuditKind; readonly delete: AuditKind };
  /** Named in every line. */
  readonly names: readonly string[];
  /** A change of these is written down as it was and as it is; a change of anything else is not told. */
  readonly told: readonly string[];
  /** Of these only that they changed: nobody may read a secret out of the record. */
  readonly secrets: readonly string[];
}

const person = { create: 'person.create', update: 'person.update', delete: 'person.delete' } as const;
const role = { create: 'role.create', update: 'role.update', delete: 'role.delete' } as const;
const permission = {
  create: 'permission.grant',
  update: 'permission.change',
  delete: 'permission.withdraw',
} as const;
const token = { create: 'token.create', update: 'token.update', delete: 'token.delete' } as const;

const permissionRows: AccessRows = {
  kinds: permission,
  names: ['action', 'subject', 'role', 'apiToken', 'token'],
  told: ['properties', 'conditions', 'actionParameters', 'role', 'action', 'subject'],
  secrets: [],
};

/** The types of Strapi that decide who may do what, by their uid. */
export const accessRows: Readonly<Record<string, AccessRows>> = {
  'admin::user': {
    kinds: person,
    names: ['id', 'email'],
    told: ['firstname', 'lastname', 'username', 'email', 'isActive', 'blocked', 'roles'],
    secrets: ['password'],
  },
  'admin::role': { kinds: role, names: ['id', 'name', 'code'], told: ['name', 'code'], secrets: [] },
  'admin::permission': permissionRows,
  'admin::api-token': {
    kinds: token,
    names: ['id', 'name', 'kind', 'type'],
    told: ['name', 'type', 'kind', 'lifespan', 'expiresAt', 'adminUserOwner'],
    secrets: ['accessKey'],
  },
  'admin::api-token-permission': permissionRows,
  'admin::transfer-token': {
    kinds: token,
    names: ['id', 'name'],
    told: ['name', 'lifespan', 'expiresAt'],
    secrets: ['accessKey'],
  },
  'admin::transfer-token-permission': permissionRows,
  'plugin::users-permissions.role': {
    kinds: role,
    names: ['id', 'name', 'type'],
    told: ['name', 'type'],
    secrets: [],
  },
  'plugin::users-permissions.permission': permissionRows,
};

/** Rows that Strapi itself brings in order with every start: only changes afterwards are somebody's act. */
export const isKeptByStrapi = (uid: string): boolean => uid.endsWith('permission');

/** What a line says of a new or a deleted row. */
export const rowDetails = (uid: string, rows: AccessRows, row: Values): Values => ({
  of: uid,
  ...picked([...rows.names, ...rows.told], row),
});

/** What a line says of a change; null where nothing changed that a reader needs to know, such as the time of the last use. */
export function changeDetails(uid: string, rows: AccessRows, before: Values, next: Values): Values | null {
  const changed: Record<string, unknown> = {};
  for (const name of rows.told) {
    if (!(name in next)) continue;
    const [was, is] = [plain(before[name]), plain(next[name])];
    if (canonicalJson(was) !== canonicalJson(is)) changed[name] = { before: was, after: is };
  }
  for (const name of rows.secrets) if (isSaid(next[name])) changed[name] = 'new';
  return Object.keys(changed).length === 0 ? null : { of: uid, ...picked(rows.names, before), changed };
}

/** What names a row by its number. */
const references = new Set(['id', 'role', 'apiToken', 'token', 'adminUserOwner']);

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const picked = (names: readonly string[], row: Values): Values =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = plain(row[name]);
      return isSaid(value) ? [[name, references.has(name) ? String(value) : value]] : [];
    }),
  );

/** A row that is referred to as its id; several in the order of their ids, because the order says nothing. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const ids = value.map(idOf);
    return ids.every((id) => id !== null) ? ids.map(String).sort() : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  for (const list of ['set', 'connect']) {
    const inner = (value as Values)[list];
    if (Array.isArray(inner)) return plain(inner);
  }
  const id = (value as Values)['id'];
  return id === undefined ? value : String(id);
}

function idOf(value: unknown): unknown {
  if (typeof value === 'number') return value;
  const id = typeof value === 'object' && value !== null ? (value as Values)['id'] : undefined;
  return id ?? null;
}
