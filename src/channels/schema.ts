import { z } from 'zod';

/** The kinds of channel that Presence publishes to. */
export const channelKind = z.enum(['website', 'bluesky', 'webhook', 'email']);
export type ChannelKind = z.output<typeof channelKind>;

const webUrl = z.url({
  protocol: /^https?$/,
  message: 'must be a web address that begins with http:// or https://',
});
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'must be one line');

/** A picture of a copy: a file of the media library and what it shows, in words. */
export const copyPicture = z.object({
  /** The file's `hash` in the media library: changes when the picture is replaced. */
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

/**
 * The website: publishes the entry in Strapi, calls the site hook of the plugin's settings, and waits until the page is
 * up. Page addresses and hook live in those settings, beside the content types that they belong to.
 */
export const websiteSettings = z.object({
  /** Delivered only when the page answers 200. Switch off where the site cannot be reached from here. */
  waitForPage: z.boolean().default(true),
});

/** Bluesky, by app password; `service` is the account's own server (PDS). */
export const blueskySettings = z.object({
  service: webUrl.default('https://bsky.social'),
  /** Handle such as `bakery.bsky.social`, or the e-mail address of the account. */
  identifier: line(300),
  /** Where a post is read on the web, with `{did}`, `{handle}` and `{rkey}`; only for the link to the post. */
  postUrl: z
    .string()
    .trim()
    .regex(/^https?:\/\/\S*\{rkey\}\S*$/, 'must be a web address that contains {rkey}')
    .default('https://bsky.app/profile/{did}/post/{rkey}'),
  /**
   * Where likes, reposts and replies are counted: at an AppView, which knows the whole network, or in the
   * repositories of the account's own server, for a community that hosts itself and has no AppView.
   */
  countsFrom: z.enum(['appview', 'pds']).default('appview'),
  appViewUrl: webUrl.default('https://public.api.bsky.app'),
});

/** A receiver of signed JSON as Standard Webhooks describes it. */
export const webhookSettings = z.object({ url: webUrl });

/** A list of subscribers. Without `smtp`, Strapi's own e-mail provider sends. */
export const emailSettings = z.object({
  fromName: line(120),
  fromEmail: z.email(),
  replyTo: z.email().nullable().default(null),
  list: line(60).default('main'),
  /** Name and postal address of the business, at the foot of every mail: the law of most countries wants it. */
  imprint: z.string().trim().max(500).default(''),
  /** Mails a second, over all connections. */
  rate: z.int().min(1).max(1_000).default(10),
  /** A mail whose arrival is in doubt: wait for a person, or send it again (it may arrive twice). */
  uncertain: z.enum(['hold', 'resend']).default('hold'),
  smtp: z
    .object({
      host: line(255),
      port: z.int().min(1).max(65_535).default(587),
      /** tls: encrypted from the start (465) · starttls: encryption demanded (587) · none: only in the same house. */
      security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
      user: z.string().max(300).default(''),
      connections: z.int().min(1).max(50).default(5),
      /** PEM of who vouches for the server, where no public authority does: its own certificate, or that of a house. */
      certificate: z
        .string()
        .trim()
        .max(20_000)
        .regex(
          /^(?:$|-----BEGIN CERTIFICATE-----)/,
          'must be a certificate in PEM, which begins with -----BEGIN CERTIFICATE-----',
        )
        .default(''),
    })
    .nullable()
    .default(null),
});

/** What a test of a channel may be asked for beside the test itself. */
export const channelTestInput = z.object({
  /** An address that gets a test mail; only for e-mail. */
  sendTo: z.email().max(254).optional(),
});
export type ChannelTestInput = z.output<typeof channelTestInput>;

export type BlueskySettings = z.output<typeof blueskySettings>;
export type EmailSettings = z.output<typeof emailSettings>;

/** `whsec_` and base64 of 24 to 64 bytes, as Standard Webhooks writes a secret. */
const signingSecret = z
  .string()
  .trim()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ followed by 24 to 64 bytes in base64');

export const blueskySecret = z.object({ appPassword: z.string().trim().min(1).max(300) });
export const webhookSecret = z.object({ signingSecret });
export const emailSecret = z.object({ password: z.string().min(1).max(1_000) });

export type BlueskySecret = z.output<typeof blueskySecret>;

const name = line(80);

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
  }),
  z.object({
    kind: z.literal('webhook'),
    name,
    settings: webhookSettings,
    secret: webhookSecret.nullable().optional(),
  }),
  z.object({
    kind: z.literal('email'),
    name,
    settings: emailSettings,
    secret: emailSecret.nullable().optional(),
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
