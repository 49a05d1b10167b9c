import { z } from 'zod';
import type { Delivery } from '../../src/channels/channel';
import { graphemesOf, wellFormed } from '../../src/channels/count';
import type { CopyPicture } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { Ended, leaseLost } from './ended';
import { mastodonCall, valueOf, type MastodonAccount } from './mastodon-api';
import type { MastodonInstance } from './mastodon-instance';
import type { Pictures } from './pictures';
import { preparedPicture } from './prepared-picture';

export interface MediaSources {
  readonly http: Outgoing;
  readonly pictures: Pick<Pictures, 'load'>;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const attachment = z.object({ id: z.coerce.string().min(1) });

/** A server that is still at it after this long is asked again by the next try. */
const patience = 90_000;
const firstWait = 500;
const longestWait = 5_000;

/** Hands a picture over and waits until the server is done with it; its id there. Nothing is published by it. */
export async function uploaded(
  account: MastodonAccount,
  { hash, alt }: CopyPicture,
  delivery: Pick<Delivery, 'beat'>,
  { media_attachments }: MastodonInstance['configuration'],
  { http, pictures, now, sleep }: MediaSources,
): Promise<string> {
  const description = wellFormed(alt.trim());
  if (graphemesOf(description) > media_attachments.description_limit)
    throw new Ended({
      kind: 'rejected',
      code: 'mastodon.alt-too-long',
      message: `This server takes alt texts of ${media_attachments.description_limit} characters. Shorten the one of this post.`,
    });
  const { bytes, mime } = await preparedPicture(hash, pictures, media_attachments.image_size_limit);
  if (!(await delivery.beat())) throw new Ended(leaseLost);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), 'picture.jpg');
  if (description !== '') form.set('description', description);
  const made = await mastodonCall(http, account, { path: '/api/v2/media', form, answer: attachment }, now);
  const { id } = valueOf(made, 'read', now());
  const began = now();
  // 202: taken, and worked on; 206: still worked on (docs.joinmastodon.org/methods/media).
  for (let status = made.ok ? made.status : 0, wait = firstWait; status === 202 || status === 206;) {
    if (now() - began > patience)
      throw new Ended({
        kind: 'retry',
        code: 'mastodon.slow-media',
        message: 'The Mastodon server is not done with a picture yet. It is tried again by itself.',
      });
    await sleep(wait);
    wait = Math.min(wait * 2, longestWait);
    if (!(await delivery.beat())) throw new Ended(leaseLost);
    const path = `/api/v1/media/${encodeURIComponent(id)}`;
    const asked = await mastodonCall(http, account, { path, answer: attachment }, now);
    valueOf(asked, 'read', now());
    status = asked.ok ? asked.status : 0;
  }
  return id;
}
