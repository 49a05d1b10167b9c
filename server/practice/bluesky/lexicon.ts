import { z } from 'zod';
import { graphemesOf } from '../../../src/channels/count';

export const collection = 'app.bsky.feed.post';

/** So many characters, and so many bytes of UTF-8. */
const said = (graphemes: number, bytes: number) =>
  z
    .string()
    .refine((text) => graphemesOf(text) <= graphemes, `grapheme too big (maximum ${graphemes})`)
    .refine((text) => Buffer.byteLength(text) <= bytes, `string too big (maximum ${bytes})`);

const blob = z
  .object({ ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() })
  .loose();
/** lexicon com.atproto.repo.strongRef */
const strongRef = z.strictObject({ uri: z.string().startsWith('at://'), cid: z.string().min(1) });
/** The lexicon app.bsky.feed.post, as far as Presence writes it. */
const record = z.strictObject({
  $type: z.literal(collection),
  text: said(300, 3_000),
  createdAt: z.iso.datetime(),
  langs: z.array(z.string()).max(3).optional(),
  reply: z.strictObject({ root: strongRef, parent: strongRef }).optional(),
  facets: z.array(z.looseObject({ index: z.object({ byteStart: z.int(), byteEnd: z.int() }) })).optional(),
  embed: z
    .union([
      z.strictObject({
        $type: z.literal('app.bsky.embed.external'),
        external: z.strictObject({
          uri: z.url(),
          title: z.string(),
          description: z.string(),
          thumb: blob.optional(),
        }),
      }),
      z.strictObject({
        $type: z.literal('app.bsky.embed.images'),
        images: z.array(z.looseObject({ image: blob, alt: z.string() })).max(4),
      }),
      z.strictObject({
        $type: z.literal('app.bsky.embed.video'),
        video: blob.extend({ mimeType: z.literal('video/mp4'), size: z.number().max(100_000_000) }),
        alt: said(1_000, 10_000).optional(),
        aspectRatio: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).optional(),
      }),
    ])
    .optional(),
});
/** What a server reads of a record that is put under a key, and of one that is deleted. */
export const put = z.strictObject({
  repo: z.string(),
  collection: z.literal(collection),
  rkey: z.string().regex(/^[2-7a-z]{13}$/),
  record,
  swapRecord: z.null().optional(),
});

export const remove = put.pick({ repo: true, collection: true, rkey: true });
