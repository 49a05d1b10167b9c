import type { Core } from '@strapi/strapi';
import { parseConfig } from '../config/schema';
import { tokensOf } from '../src/shared/token';
import { entryKeyOf } from '../src/shared/entry-key';
import { wireCalendar } from './wire-calendar';
import { entrySearch } from './stores/entry-search';
import { wireChannels, type ChannelsPart } from './wire-channels';
import { adminUrlOf } from './wire-connect';
import { ownUrl, wireEngagement } from './wire-engagement';
import { wireBrand, type BrandPart } from './wire-brand';
import { wireBrandTools } from './wire-brand-tools';
import { wireDrift } from './wire-drift';
import { wireGovernance } from './wire-governance';
import { wireHealth } from './wire-health';
import { wireLifecycle } from './wire-lifecycle';
import { wireOversight } from './wire-oversight';
import { wireMail } from './wire-mail';
import { wireNotices } from './wire-notices';
import { wirePictures } from './wire-pictures';
import { wirePreflight, type PreflightPart } from './wire-preflight';
import { wirePublishing, type Publishing } from './wire-publishing';
import { wireReviews, type ReviewRoom } from './wire-reviews';
import { wireSignOff, type SignOffPart } from './wire-signoff';
import type { Presence } from './presence';
import { campaignStart as makeCampaignStart } from './services/campaign-start';

const processes = new WeakMap<Core.Strapi, Presence>();

/** The one composition root: hands stores, channels, clock and dice to the services. Built on first use, without I/O. */
export function wired(strapi: Core.Strapi): Presence {
  const known = processes.get(strapi);
  if (known) return known;
  const presence = wire(strapi);
  processes.set(strapi, presence);
  return presence;
}

/** Forgets what was built, so that a second start in the same process begins anew. */
export function unwire(strapi: Core.Strapi): void {
  processes.delete(strapi);
}

function wire(strapi: Core.Strapi): Presence {
  const config = parseConfig(strapi.config.get('plugin::presence'));
  const now = () => Date.now();
  const tokens = tokensOf(strapi.config.get<string[]>('server.app.keys'));
  const governance = wireGovernance(strapi, {
    config,
    copiesOf: (entry) => publishing.changes.copiesOf(entry),
    channelNames: () => outside.channels.names(),
    onEdited: (key) => room.projection.refresh(key),
    async onDecided(review, taken) {
      await room.decided(review.draft.key);
      await signOff.follow(review, taken);
    },
    async onApproved(key) {
      await publishing.changes.release(key);
      await publishing.corrections.release(key);
    },
    now,
  });
  const titleOf = async (id: string): Promise<string | null> => {
    const key = entryKeyOf(id);
    return (key && (await governance.entries.load(key, 'draft'))?.content.roles.title) ?? null;
  };
  const engagement = wireEngagement(strapi, {
    settings: governance.settings.get,
    tokens,
    titleOf,
    delivered: (since) => publishing.delivered(since),
    account: (key) => outside.channels.account(key),
    adapter: (kind) => outside.adapters.get(kind) ?? null,
    now,
  });
  const outside: ChannelsPart = wireChannels(strapi, {
    ...governance,
    config,
    tokens,
    publicBase: async () => (await governance.settings.get()).publicUrl || ownUrl(strapi),
    waiting: (channel) => publishing.waitingOn(channel),
    onReady: (channel) => publishing.onChannelReady(channel),
    now,
  });
  const pictures = wirePictures(strapi, {
    ...{ config, now },
    pictures: outside.pictures,
    lookAtVideo: outside.lookAtVideo,
    audit: governance.audit,
    brandOf: governance.catalogue.brands.of,
  });
  const publishing: Publishing = wirePublishing(strapi, {
    ...governance,
    config: config.engine,
    channels: {
      list: outside.channels.list,
      names: outside.channels.names,
      open: outside.channels.opened,
      outOfOrder: outside.channels.markState,
      adapter: (kind) => outside.adapters.get(kind),
    },
    links: engagement.links,
    ledger: engagement.ledger,
    async onCopies(entry) {
      const key = entryKeyOf(entry);
      if (key) await brand.index.recheck([key]);
    },
    now,
  });
  const own = { ...governance, publishing, tokens, now };
  const calendar = wireCalendar(strapi, { ...own, channels: outside.channels });
  const brand: BrandPart = wireBrand(strapi, {
    ...governance,
    channels: outside.channels.list,
    channelNames: outside.channels.names,
    measuring: pictures,
    release: (key) => publishing.changes.release(key),
    now,
  });
  const preflight: PreflightPart = wirePreflight(strapi, {
    ...governance,
    channels: outside.channels.list,
    validUntil: outside.channels.validUntil,
    lookAtVideo: outside.lookAtVideo,
    publicBase: async () => (await governance.settings.get()).publicUrl || ownUrl(strapi),
    planOf: publishing.plan.get,
    holds: publishing.holds.list,
    now,
  });
  const brandTools = wireBrandTools(strapi, { ...governance, pictures, now });
  const room: ReviewRoom = wireReviews(strapi, {
    ...governance,
    channelNames: outside.channels.names,
    now,
  });
  const mailAccount = async () => {
    const first = (await outside.channels.list()).find(({ kind }) => kind === 'email');
    return first ? outside.channels.account(first.key) : null;
  };
  const mail = wireMail(strapi, {
    ...governance,
    links: engagement.links,
    ledger: engagement.ledger,
    tokens,
    goOn: publishing.goOn,
    wake: publishing.engine.wake,
    allow: config.outgoing.allow,
    account: mailAccount,
    now,
  });
  outside.practice.writeLetters(mail.letters);
  outside.adapters.set('email', outside.practice.both(mail.adapter));
  const drift = wireDrift(strapi, {
    ...governance,
    onAdopted: (key) => room.projection.refresh(key),
    now,
  });
  const telling = wireNotices(strapi, {
    ...governance,
    http: outside.http,
    account: mailAccount,
    transportOf: mail.transportOf,
    titleOf,
    now,
  });
  const signOff: SignOffPart = wireSignOff(strapi, {
    ...governance,
    tokens,
    account: mailAccount,
    transportOf: mail.transportOf,
    brand: mail.brand,
    channels: outside.channels.names,
    titleOf,
    workflowOf: governance.workflows.byRef,
    threads: room.threads,
    async differenceSince(key, decision) {
      const view = await room.differences.view(key, decision, 'now');
      return view.ok ? view.value : null;
    },
    emit: governance.outbox.emit,
    now,
  });
  const lifecycle = wireLifecycle(strapi, { ...governance, settings: governance.settings.get, now });
  const oversight = wireOversight(strapi, {
    ...governance,
    settings: governance.settings.get,
    ...{ lifecycle, drift, signOff, telling, now },
  });
  const health = wireHealth(strapi, { ...governance, outside, now });
  return {
    ...governance,
    config,
    brand,
    brandTools,
    channels: outside.channels,
    health,
    ...{ connecting: outside.connecting, connectApps: outside.connectApps },
    ...{ places: outside.places, access: outside.access },
    adminUrl: adminUrlOf(strapi, async () => (await governance.settings.get()).publicUrl || ownUrl(strapi)),
    practice: outside.practice.service,
    ...{ served: outside.served, servedVideos: outside.servedVideos },
    tokens,
    engagement,
    links: engagement.links,
    touchpoints: engagement.ledger,
    publishing,
    calendar,
    preflight,
    campaignStart: makeCampaignStart({
      campaigns: publishing.campaigns,
      channels: outside.channels.list,
      entries: governance.entries,
      search: entrySearch(strapi),
    }),
    room,
    mail,
    drift,
    telling,
    signOff,
    lifecycle,
    oversight,
    pictures,
    stops: [
      () => governance.record.stop(),
      () => governance.catalogue.stop(),
      () => brandTools.stop(),
      () => engagement.ledger.idle(),
      () => engagement.rounds.stop(),
      () => brand.stop(),
      () => brand.index.stop(),
      () => brand.rounds.stop(),
      () => room.rounds.stop(),
      () => drift.stop(),
      () => pictures.stop(),
      () => drift.rounds.stop(),
      () => lifecycle.stop(),
      () => oversight.rounds.stop(),
      () => mail.stop(),
      () => signOff.rounds.stop(),
      () => signOff.mails.idle(),
      () => telling.rounds.stop(),
      () => telling.loop.stop(),
      () => preflight.rounds.stop(),
      () => health.stop(),
      () => publishing.rounds.stop(),
      () => publishing.worker.stop(),
    ],
  };
}
