import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { namesPrincipal } from '../src/governance/workflow/change/replace';
import { strapiErrorOf } from './errors';
import { wired } from './wire';

const roles = z.array(z.object({ code: z.string(), name: z.string() }));
const users = z.array(z.object({ email: z.string() }));

interface RoleService {
  deleteByIds(ids: readonly (string | number)[]): Promise<unknown>;
}

/** What of Strapi's registry we use: its own way to wrap a service. */
interface Services {
  extend(uid: string, wrap: (service: RoleService) => RoleService): void;
}

/**
 * Refuses to delete a role or a person whom a workflow names. A role has to be looked at before Strapi's own service
 * begins: it takes the role's permissions away first and outside of a transaction. The database's own hook catches
 * whoever deletes the rows in another way.
 */
export function namingGuard(strapi: Core.Strapi): void {
  (strapi.get('services') as Services).extend('admin::role', (service) => ({
    ...service,
    async deleteByIds(ids) {
      await refuse(await named('admin::role', { id: { $in: [...ids] } }));
      return service.deleteByIds(ids);
    },
  }));
  strapi.db.lifecycles.subscribe({
    models: ['admin::role', 'admin::user'],
    async beforeDelete({ model, params }) {
      await refuse(await named(model.uid, params.where));
    },
    async beforeDeleteMany({ model, params }) {
      await refuse(await named(model.uid, params.where));
    },
  });

  async function named(
    uid: string,
    where: object | undefined,
  ): Promise<{ principal: string; name: string }[]> {
    const rows: unknown = await strapi.db.query(uid).findMany({ where: where ?? {} });
    return uid === 'admin::role'
      ? roles.parse(rows).map(({ code, name }) => ({ principal: `role:${code}`, name: `The role “${name}”` }))
      : users.parse(rows).map(({ email }) => ({ principal: `user:${email.toLowerCase()}`, name: email }));
  }

  async function refuse(
    gone: readonly { readonly principal: string; readonly name: string }[],
  ): Promise<void> {
    const { current } = await wired(strapi).workflows.all();
    for (const { principal, name } of gone) {
      const naming = [...current.values()].filter(({ definition }) => namesPrincipal(definition, principal));
      if (naming.length === 0) continue;
      const names = naming.map(({ definition }) => `“${definition.name}”`).join(', ');
      throw strapiErrorOf({
        code: 'workflow.names-them',
        message: `${name} was not deleted: ${naming.length === 1 ? `the workflow ${names} names` : `the workflows ${names} name`} them. Open Settings, Presence, Workflows, put somebody else in their place, then delete again.`,
        details: { principal, workflows: naming.map(({ key }) => key) },
      });
    }
  }
}
