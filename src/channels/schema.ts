import { z } from 'zod';
import { toldValues } from '../shared/told';
import { connectedView } from './connect/view';
import { ownSecret, ownSettings } from './own/settings';
import { ownTypeView } from './own/type';
import { pictureShape } from './pictures/shape';
import { channelKinds } from './rules/kinds';
import { blueskySecret, blueskySettings } from './settings/bluesky';
import { discordSecret, discordSettings } from './settings/chats/discord';
import { emailSecret, emailSettings } from './settings/email';
import { line, webUrl } from './settings/fields';
import { googleBusinessSecret, googleBusinessSettings } from './settings/google/business';
import { linkedinSecret, linkedinSettings } from './settings/linkedin';
import { mastodonSecret, mastodonSettings } from './settings/mastodon';
import { facebookSecret, facebookSettings } from './settings/meta/facebook';
import { instagramSecret, instagramSettings } from './settings/meta/instagram';
import { threadsSecret, threadsSettings } from './settings/meta/threads';
import { pinterestSecret, pinterestSettings } from './settings/pins/pinterest';
import { slackSecret, slackSettings } from './settings/chats/slack';
import { telegramSecret, telegramSettings } from './settings/chats/telegram';
import { webhookSecret, webhookSettings } from './settings/webhook';
import { websiteSettings } from './settings/website';
import { xSecret, xSettings } from './settings/x';
import { copyTemplate } from './templates/schema';

/** The kinds of channel that Presence publishes to. */
export const channelKind = z.enum(channelKinds);
export type ChannelKind = z.output<typeof channelKind>;
/** Kinds whose rules and adapter are ours. */
export type BuiltInKind = Exclude<ChannelKind, 'own'>;

/** A picture of a copy: a file of the media library and what it shows, in words. */
export const copyPicture = z.object({
  /** The file's `hash` in the media library. A file that is replaced keeps it. */
  hash: z.string().min(1),
  /** As the media library gives it: absolute, or relative to Strapi. */
  url: z.string().min(1),
  alt: z.string().default(''),
  /** Left out: its own proportions, or what the channel makes of them. */
  shape: pictureShape.optional(),
});
export type CopyPicture = z.output<typeof copyPicture>;

/** The video of a copy: a file of the media library, named as a picture is, and what happens in it, in words. */
export const copyVideo = copyPicture.omit({ shape: true });
export type CopyVideo = z.output<typeof copyVideo>;

/**
 * What goes to one channel: made from the entry, edited by hand where wanted, sealed with the approval.
 * `title` and `description` are those of the link card; `subject` and `preheader` those of an e-mail.
 */
export const copySchema = z.object({
  text: z.string().max(100_000),
  title: z.string().max(1_000).optional(),
  description: z.string().max(5_000).optional(),
  /** The page that the copy points to, before it becomes a tracked link. */
  link: webUrl.nullable(),
  pictures: z.array(copyPicture).max(20),
  /** In place of pictures. */
  video: copyVideo.optional(),
  subject: z.string().max(1_000).optional(),
  preheader: z.string().max(1_000).optional(),
  /** What the same account posts beneath it, in this order: the rest of a thread, or the first comment. */
  replies: z
    .array(z.object({ text: z.string().max(10_000) }))
    .max(24)
    .optional(),
  /** True once a person changed it: deriving again must not overwrite their words. */
  edited: z.boolean().default(false),
});
export type Copy = z.output<typeof copySchema>;

/** What a test of a channel may be asked for beside the test itself. */
export const channelTestInput = z.object({
  /** An address that gets a test mail; only for e-mail. */
  sendTo: z.email().max(254).optional(),
});
export type ChannelTestInput = z.output<typeof channelTestInput>;

const name = line(80);

/** Left out, it stays as it is; a new channel is in earnest. */
const practice = z.boolean().optional();

/** Left out, it stays as it is; null: copies are written by the template of the kind again. */
const template = copyTemplate.nullable().optional();

/** An account outside of Strapi. */
const account = <Kind extends ChannelKind, Settings extends z.ZodType, Secret extends z.ZodType>(
  kind: Kind,
  settings: Settings,
  secret: Secret,
) =>
  z.object({
    ...{ kind: z.literal(kind), name, settings, secret: secret.nullable().optional() },
    ...{ practice, template },
  });

/** What the admin sends to create or change a channel; its kind never changes. `secret` is write-only: left out keeps it, `null` removes it. */
export const channelInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('website'),
    name,
    settings: websiteSettings.prefault({}),
    secret: z.null().optional(),
    template,
  }),
  account('bluesky', blueskySettings, blueskySecret),
  account('mastodon', mastodonSettings, mastodonSecret),
  account('facebook', facebookSettings.prefault({}), facebookSecret),
  account('instagram', instagramSettings.prefault({}), instagramSecret),
  account('x', xSettings.prefault({}), xSecret),
  account('threads', threadsSettings.prefault({}), threadsSecret),
  account('linkedin', linkedinSettings.prefault({}), linkedinSecret),
  account('google-business', googleBusinessSettings.prefault({}), googleBusinessSecret),
  account('pinterest', pinterestSettings.prefault({}), pinterestSecret),
  account('discord', discordSettings.prefault({}), discordSecret),
  account('slack', slackSettings.prefault({}), slackSecret),
  account('telegram', telegramSettings, telegramSecret),
  account('webhook', webhookSettings, webhookSecret),
  account('email', emailSettings, emailSecret),
  account('own', ownSettings, ownSecret),
]);
export type ChannelInput = z.output<typeof channelInput>;

/**
 * - `untested`: saved, never tried;
 * - `ready`: the last test or delivery went through;
 * - `reauthorise`: the credentials no longer work: publications are parked until a person renews them;
 * - `blocked`: the network closed the account or refuses this sender.
 */
export const channelState = z.enum(['untested', 'ready', 'reauthorise', 'blocked']);
export type ChannelState = z.output<typeof channelState>;

const view = {
  key: z.uuid(),
  name: z.string(),
  hasSecret: z.boolean(),
  /** Left out where the secret was entered by hand. */
  connected: connectedView.optional(),
  /** Its publications go to the practice network, and nothing leaves this server. */
  practice: z.boolean(),
  /** How its copies are written; null: as the kind has it. */
  template: copyTemplate.nullable(),
  state: channelState,
  /** What happened and what to do; empty while all is well. */
  stateReason: z.string(),
  testedAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
};

/** A channel as the admin sees it. Never carries a secret. */
export const channelView = z.discriminatedUnion('kind', [
  z.object({ ...view, kind: z.literal('website'), settings: websiteSettings }),
  z.object({ ...view, kind: z.literal('bluesky'), settings: blueskySettings }),
  z.object({ ...view, kind: z.literal('mastodon'), settings: mastodonSettings }),
  z.object({ ...view, kind: z.literal('facebook'), settings: facebookSettings }),
  z.object({ ...view, kind: z.literal('instagram'), settings: instagramSettings }),
  z.object({ ...view, kind: z.literal('x'), settings: xSettings }),
  z.object({ ...view, kind: z.literal('threads'), settings: threadsSettings }),
  z.object({ ...view, kind: z.literal('linkedin'), settings: linkedinSettings }),
  z.object({ ...view, kind: z.literal('google-business'), settings: googleBusinessSettings }),
  z.object({ ...view, kind: z.literal('pinterest'), settings: pinterestSettings }),
  z.object({ ...view, kind: z.literal('discord'), settings: discordSettings }),
  z.object({ ...view, kind: z.literal('slack'), settings: slackSettings }),
  z.object({ ...view, kind: z.literal('telegram'), settings: telegramSettings }),
  z.object({ ...view, kind: z.literal('webhook'), settings: webhookSettings }),
  z.object({ ...view, kind: z.literal('email'), settings: emailSettings }),
  z.object({
    ...{ ...view, kind: z.literal('own'), settings: ownSettings },
    /** What the app says about channels of this type; null where no app registers it any more. */
    own: ownTypeView.nullable(),
  }),
]);
export type ChannelView = z.output<typeof channelView>;

/** What is told of the type of a channel of an app with what went there. */
export const ownShown = ownTypeView.pick({ label: true, rules: true, recall: true });

/** What a test of a channel found. `failed` says that nothing is known about the credentials: the other side did not answer. */
export const testReport = z.object({
  state: z.enum(['ready', 'reauthorise', 'blocked', 'failed']),
  /** One sentence for a person: what was found, or what to do next. */
  message: z.string(),
  /** What the other side told: account, display name, limits, the page that was asked for. */
  found: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type TestReport = z.output<typeof testReport>;

/** Answer of `POST /channels/:key/test`. */
export const channelTested = z.object({ report: testReport, channel: channelView });
export type ChannelTested = z.output<typeof channelTested>;

const count = z.int().min(0);

/** What a network may count of a post, in the order in which it is told. */
export const metrics = [
  'likes',
  'reposts',
  'replies',
  'quotes',
  'shares',
  'saves',
  'views',
  'reach',
  'clicks',
] as const;
export type Metric = (typeof metrics)[number];

/**
 * One post as its network counts it now. A count that the network does not give is left out: nothing is known of it, and it is not 0.
 * `shares` are those that a network tells apart from reposts, as Threads does; where it has one number for both, as Facebook, Instagram and
 * LinkedIn have, that is `reposts`. `saves` are bookmarks too. `views` are how often it was shown and `reach` to how many accounts, which
 * cannot be added up over posts. `clicks` are those on its link, and where a network has one number for all clicks on the post, as Facebook
 * and LinkedIn have, all of them. What is not listed here is overlooked.
 */
export const counts = z
  .object({
    ...{ likes: count, reposts: count, replies: count, quotes: count, shares: count },
    ...{ saves: count, views: count, reach: count, clicks: count },
  } satisfies Record<Metric, typeof count>)
  .partial();
export type Counts = z.output<typeof counts>;

/** A copy measured against the rules of its channel. A copy with a problem of severity `error` cannot be scheduled. */
export const copyCheck = z.object({
  /** Length of the text in `unit`, and how long it may be; null where there is no limit. */
  count: z.int(),
  limit: z.int().nullable(),
  unit: z.enum(['characters', 'words']),
  problems: z.array(
    z.object({
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      /** Says what, by how much, and what to do. */
      message: z.string(),
      /** What the message names, so that it can be said in other languages by the code. */
      values: toldValues.optional(),
      /** The part of the copy at fault: `text`, `title`, `pictures[1].alt`. */
      path: z.string(),
    }),
  ),
});
export type CopyCheck = z.output<typeof copyCheck>;
export type CopyProblem = CopyCheck['problems'][number];
