import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { accessRows, changeDetails, isKeptByStrapi, rowDetails } from '../src/governance/audit/staff';
import { actorOf } from './actor';
import { wired } from './wire';

const values = z.record(z.string(), z.unknown());

/** What Strapi hands to a hook of the database, as far as we read it. */
interface Event {
  readonly model: { readonly uid: string; readonly attributes: Readonly<Record<string, unknown>> };
  readonly params: { readonly where?: unknown; readonly data?: unknown };
}

/** A change of so many rows at once names so many; more are counted. */
const most = 200;

/**
 * Writes down who gave whom access: people, roles, permissions and tokens of Strapi, by whichever way they are changed. The
 * line is written just before the change and in its transaction where it has one, so that no change is without its line.
 */
export function accessWatch(strapi: Core.Strapi): void {
  const models = Object.keys(accessRows).filter((uid) => strapi.db.metadata.has(uid));
  const isOurs = (uid: string): boolean => strapi.isLoaded || !isKeptByStrapi(uid);

  async function write(
    uid: string,
    what: 'create' | 'update' | 'delete',
    details: Readonly<Record<string, unknown>> | null,
  ): Promise<void> {
    const rows = accessRows[uid];
    if (rows && details)
      await wired(strapi).audit.record({ kind: rows.kinds[what], actor: actorOf(strapi), details });
  }

  async function found({ model, params }: Event): Promise<z.output<typeof values>[]> {
    const populate = ['role', 'roles', 'apiToken', 'token', 'adminUserOwner'].filter(
      (name) => name in model.attributes,
    );
    const where = values.catch({}).parse(params.where ?? {});
    return z.array(values).parse(await strapi.db.query(model.uid).findMany({ where, populate, limit: most }));
  }

  async function created({ model: { uid }, params }: Event): Promise<void> {
    const rows = accessRows[uid];
    if (!rows || !isOurs(uid)) return;
    const all = Array.isArray(params.data) ? params.data : [params.data];
    for (const row of z.array(values).parse(all)) await write(uid, 'create', rowDetails(uid, rows, row));
  }

  async function updated(event: Event): Promise<void> {
    const { uid } = event.model;
    const rows = accessRows[uid];
    const next = values.safeParse(event.params.data);
    if (!rows || !next.success || !isOurs(uid)) return;
    // Each use of a token moves a time in its row: that is no reason to read it.
    if (![...rows.told, ...rows.secrets].some((name) => name in next.data)) return;
    for (const row of await found(event))
      await write(uid, 'update', changeDetails(uid, rows, row, next.data));
  }

  async function deleted(event: Event): Promise<void> {
    const { uid } = event.model;
    const rows = accessRows[uid];
    if (!rows || !isOurs(uid)) return;
    for (const row of await found(event)) await write(uid, 'delete', rowDetails(uid, rows, row));
  }

  strapi.db.lifecycles.subscribe({
    models,
    beforeCreate: created,
    beforeCreateMany: created,
    beforeUpdate: updated,
    beforeUpdateMany: updated,
    beforeDelete: deleted,
    beforeDeleteMany: deleted,
  });
}
