import type { Core } from '@strapi/strapi';
import { parseConfig, type PresenceConfig } from '../config/schema';
import { tokensOf, type Tokens } from '../src/shared/token';
import { entryKeyOf } from '../src/shared/entry-key';
import { wireChannels, type ChannelsPart } from './wire-channels';
import { ownUrl, wireEngagement, type Engagement } from './wire-engagement';
import { wireGovernance, type Governance } from './wire-governance';
import { wireMail, type Mail } from './wire-mail';
import { wirePublishing, type Publishing } from './wire-publishing';

/** Everything that runs in one Strapi process. Controllers get it from here; nobody else builds a service. */
export interface Presence extends Governance {
  readonly config: PresenceConfig;
  /** Signs and reads the tokens in links that we give out. */
  readonly tokens: Tokens;
  readonly channels: ChannelsPart['channels'];
  readonly links: Engagement['links'];
  readonly touchpoints: Engagement['ledger'];
  readonly engagement: Engagement;
  readonly publishing: Publishing;
  readonly mail: Mail;
  /** Called in reverse order when Strapi stops: what started last stops first. */
  readonly stops: (() => Promise<void>)[];
}

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
    copiesOf: (entry) => publishing.changes.copiesOf(entry),
    onApproved: async (key) => void (await publishing.changes.release(key)),
    now,
  });
  const engagement = wireEngagement(strapi, {
    settings: governance.settings.get,
    tokens,
    titleOf: async (id) => {
      const key = entryKeyOf(id);
      return (key && (await governance.entries.load(key, 'draft'))?.content.roles.title) ?? null;
    },
    delivered: (since) => publishing.delivered(since),
    account: (key) => outside.channels.account(key),
    adapter: (kind) => outside.adapters.get(kind) ?? null,
    now,
  });
  const outside: ChannelsPart = wireChannels(strapi, {
    ...governance,
    config,
    publicBase: async () => (await governance.settings.get()).publicUrl || ownUrl(strapi),
    waiting: (channel) => publishing.waitingOn(channel),
    onReady: (channel) => publishing.onChannelReady(channel),
    now,
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
    now,
  });
  const mail = wireMail(strapi, {
    ...governance,
    links: engagement.links,
    ledger: engagement.ledger,
    tokens,
    allow: config.outgoing.allow,
    account: async () => {
      const first = (await outside.channels.list()).find(({ kind }) => kind === 'email');
      return first ? outside.channels.account(first.key) : null;
    },
    now,
  });
  outside.adapters.set('email', mail.adapter);
  return {
    ...governance,
    config,
    channels: outside.channels,
    tokens,
    engagement,
    links: engagement.links,
    touchpoints: engagement.ledger,
    publishing,
    mail,
    stops: [
      () => governance.record.stop(),
      () => engagement.ledger.idle(),
      () => engagement.rounds.stop(),
      () => mail.stop(),
      () => publishing.engine.stop(),
    ],
  };
}
