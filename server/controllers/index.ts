import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Presence } from '../presence';
import { wired } from '../wire';
import { audience } from './audience';
import { audit } from './audit';
import { brand } from './brand';
import { brandCatalogue } from './brand-catalogue';
import { brandFindings } from './brand-findings';
import { brandPictures } from './brand-pictures';
import { calendar } from './calendar';
import { connectApps } from './connect-apps';
import { connecting } from './connecting';
import { copyPictures } from './copy-pictures';
import { contacts } from './contacts';
import { campaignStart } from './campaign-start';
import { channels } from './channels';
import { drift } from './drift';
import { insights } from './insights';
import { lifecycle } from './lifecycle';
import { machine } from './machine';
import { campaigns, publications } from './publishing';
import { publishingPlan } from './publishing-plan';
import { metrics } from './metrics';
import { notices } from './notices';
import { operations } from './operations';
import { oversight } from './oversight';
import { practice } from './practice';
import { preflight } from './preflight';
import { review } from './review';
import { reviews } from './reviews';
import { settings } from './settings';
import { signoff } from './signoff';
import { tracking } from './tracking';
import { webhooks } from './webhooks';
import { workflows } from './workflows';

type Controller = Record<string, (ctx: Context) => Promise<unknown>>;

/** A controller sees the services, never the `strapi` object. */
const bind =
  (make: (presence: Presence) => Controller) =>
  ({ strapi }: { strapi: Core.Strapi }): Controller =>
    make(wired(strapi));

export const controllers = {
  audit: bind(audit),
  calendar: bind(calendar),
  channels: bind(channels),
  connectApps: bind(connectApps),
  connecting: bind(connecting),
  copyPictures: bind(copyPictures),
  drift: bind(drift),
  campaigns: bind(campaigns),
  campaignStart: bind(campaignStart),
  publications: bind(publications),
  practice: bind(practice),
  preflight: bind(preflight),
  publishingPlan: bind(publishingPlan),
  brand: bind(brand),
  brandCatalogue: bind(brandCatalogue),
  brandFindings: bind(brandFindings),
  brandPictures: bind(brandPictures),
  notices: bind(notices),
  webhooks: bind(webhooks),
  review: bind(review),
  reviews: bind(reviews),
  settings: bind(settings),
  signoff: bind(signoff),
  insights: bind(insights),
  lifecycle: bind(lifecycle),
  operations: bind(operations),
  oversight: bind(oversight),
  machine: bind(machine),
  metrics: bind(metrics),
  tracking: bind(tracking),
  audience: bind(audience),
  contacts: bind(contacts),
  workflows: bind(workflows),
};
