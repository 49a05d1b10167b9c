import { z } from 'zod';
import { blueskySecret, blueskySettings } from './settings/bluesky';
import { emailSecret, emailSettings } from './settings/email';
import { line, webUrl } from './settings/fields';
import { mastodonSecret, mastodonSettings } from './settings/mastodon';
import { webhookSecret, webhookSettings } from './settings/webhook';
import { websiteSettings } from './settings/website';

/** The kinds of channel that Presence publishes to. */
export const channelKind = z.enum(['website', 'bluesky', 'mastodon', 'webhook', 'email']);
export type ChannelKind = z.output<typeof channelKind>;

/** A picture of a copy: a file of the media library and what it shows, in words. */
export const copyPicture = z.object({
  /** The file's `hash` in the media library. A file that is replaced keeps it. */
  hash: z.string().min(1),
  /** As the media library gives it: absolute, or relative to Strapi. */
  url: z.string().min(1),
  alt: z.string().default(''),
});
export type CopyPicture = z.output<typeof copyPicture>;

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
  subject: z.string().max(1_000).optional(),
  preheader: z.string().max(1_000).optional(),
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

/**
 * What the admin sends to create or change a channel. Secrets are write-only: `secret` left out keeps the stored
 * one, `null` removes it. The kind of a channel never changes.
 */
export const channelInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('website'),
    name,
    settings: websiteSettings.prefault({}),
    secret: z.null().optional(),
  }),
  z.object({
    kind: z.literal('bluesky'),
    name,
    settings: blueskySettings,
    secret: blueskySecret.nullable().optional(),
    practice,
  }),
  z.object({
    kind: z.literal('mastodon'),
    name,
    settings: mastodonSettings,
    secret: mastodonSecret.nullable().optional(),
    practice,
  }),
  z.object({
    kind: z.literal('webhook'),
    name,
    settings: webhookSettings,
    secret: webhookSecret.nullable().optional(),
    practice,
  }),
  z.object({
    kind: z.literal('email'),
    name,
    settings: emailSettings,
    secret: emailSecret.nullable().optional(),
    practice,
  }),
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
  /** Its publications go to the practice network, and nothing leaves this server. */
  practice: z.boolean(),
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
  z.object({ ...view, kind: z.literal('webhook'), settings: webhookSettings }),
  z.object({ ...view, kind: z.literal('email'), settings: emailSettings }),
]);
export type ChannelView = z.output<typeof channelView>;

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

/** How often others answered to one post, as the network counts it now. */
export const counts = z.object({
  likes: z.int().min(0),
  reposts: z.int().min(0),
  replies: z.int().min(0),
  quotes: z.int().min(0),
});
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
      /** The part of the copy at fault: `text`, `title`, `pictures[1].alt`. */
      path: z.string(),
    }),
  ),
});
export type CopyCheck = z.output<typeof copyCheck>;
export type CopyProblem = CopyCheck['problems'][number];
