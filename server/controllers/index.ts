import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { wired, type Presence } from '../wire';
import { insights } from './insights';
import { tracking } from './tracking';

type Controller = Record<string, (ctx: Context) => Promise<unknown>>;

/** A controller sees the services, never the `strapi` object. */
export const bind =
  (make: (presence: Presence) => Controller) =>
  ({ strapi }: { strapi: Core.Strapi }): Controller =>
    make(wired(strapi));

export const controllers = {
  insights: bind(insights),
  tracking: bind(tracking),
};
