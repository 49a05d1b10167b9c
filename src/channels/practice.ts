import { z } from 'zod';
import { channelKind } from './schema';

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
  /** Small JPEGs as `data:` addresses; where the network loads pictures by itself, the addresses that it was given. */
  pictures: z.array(z.object({ src: z.string(), alt: z.string() })),
  /** By the address of its file in the media library; null where the post has none. */
  video: z.object({ src: z.string(), alt: z.string() }).nullable(),
  /** The link card, where the network has one. */
  card: z.object({ url: z.string(), title: z.string(), description: z.string() }).nullable(),
  /** What it answers, or stands beneath, as its network names it; null: it stands by itself. */
  under: z.string().nullable(),
  createdAt: z.number(),
  /** When its words were changed last; null where they are those that were posted. */
  editedAt: z.number().nullable(),
});
export type PracticePostView = z.output<typeof practicePostView>;
