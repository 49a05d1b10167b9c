import { z } from 'zod';
import { channelKind } from './schema';

/** Kinds whose publications can go to the practice network: all that are outside of Strapi. */
export const practiceKinds = ['bluesky', 'mastodon', 'webhook', 'email'] as const;

const mark = 'practice:';

/** What the practice network calls something, told apart from every real network. */
export const practiceId = (id: string): string => mark + id;

/** Whether this was posted for practice, and nobody outside has seen it. */
export const isPractice = (remoteId: string | null | undefined): boolean =>
  remoteId?.startsWith(mark) ?? false;

/** As the practice network itself calls it. */
export const idInPractice = (remoteId: string): string =>
  isPractice(remoteId) ? remoteId.slice(mark.length) : remoteId;

/** Something on the practice network, as the admin shows it. */
export const practicePostView = z.object({
  kind: channelKind,
  id: z.string(),
  channel: z.string(),
  channelName: z.string(),
  text: z.string(),
  /** Of a mail: its subject, and the mail as it is read. */
  subject: z.string().nullable(),
  html: z.string().nullable(),
  /** Small JPEGs as `data:` addresses. */
  pictures: z.array(z.object({ src: z.string(), alt: z.string() })),
  /** The link card, where the network has one. */
  card: z.object({ url: z.string(), title: z.string(), description: z.string() }).nullable(),
  createdAt: z.number(),
});
export type PracticePostView = z.output<typeof practicePostView>;
