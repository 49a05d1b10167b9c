import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { wired, type Presence } from '../wire';
import { audience } from './audience';
import { audit } from './audit';
import { brand } from './brand';
import { contacts } from './contacts';
import { channels } from './channels';
import { insights } from './insights';
import { campaigns, publications } from './publishing';
import { notices } from './notices';
import { review } from './review';
import { settings } from './settings';
import { tracking } from './tracking';
import { webhooks } from './webhooks';

type Controller = Record<string, (ctx: Context) => Promise<unknown>>;

/** A controller sees the services, never the `strapi` object. */
const bind =
  (make: (presence: Presence) => Controller) =>
  ({ strapi }: { strapi: Core.Strapi }): Controller =>
    make(wired(strapi));

export const controllers = {
  audit: bind(audit),
  channels: bind(channels),
  campaigns: bind(campaigns),
  publications: bind(publications),
  brand: bind(brand),
  notices: bind(notices),
  webhooks: bind(webhooks),
  review: bind(review),
  settings: bind(settings),
  insights: bind(insights),
  tracking: bind(tracking),
  audience: bind(audience),
  contacts: bind(contacts),
};
