import Router from '@koa/router';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminRoutes } from './admin';

type Action = (ctx: Context) => Promise<unknown>;
interface Ability {
  can(action: string): boolean;
}

/**
 * The one route through which the admin panel reaches us. Strapi's router asks every route of every plugin for each request, also
 * for those of the website; a hundred of ours would be felt there. So Strapi knows one, and what is behind it is found here.
 * Strapi has checked who it is before; the permissions of the single route are checked here, as `admin::hasPermissions` does.
 */
export function adminDoor(strapi: Core.Strapi): (ctx: Context) => Promise<void> {
  const router = new Router({ prefix: '/presence' });
  for (const { method, path, handler, permissions } of adminRoutes) {
    const [name = '', action = ''] = handler.split('.');
    const controller = strapi.plugin('presence').controller(name) as Readonly<Record<string, Action>>;
    const act = controller[action];
    if (!act) throw new Error(`${method} ${path}: there is no ${handler}.`);
    router.register(path, [method.toLowerCase()], async (ctx) => {
      const { userAbility } = ctx.state as { userAbility?: Ability };
      if (!permissions.every((permission) => userAbility?.can(permission)))
        throw new errors.PolicyError('Policy Failed');
      await act.call(controller, ctx as unknown as Context);
    });
  }
  const find = router.routes();
  return (ctx) =>
    find(ctx as unknown as Parameters<typeof find>[0], async () => {
      ctx.notFound();
    }) as Promise<void>;
}
