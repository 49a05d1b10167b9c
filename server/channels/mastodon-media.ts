import { z } from 'zod';
import type { Delivery } from '../../src/channels/channel';
import { graphemesOf, wellFormed } from '../../src/channels/count';
import { mastodonRules } from '../../src/channels/rules/mastodon';
import type { CopyPicture, CopyVideo } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { streamedForm } from '../http/streamed';
import { wantedBy } from '../pictures/renditions/wanted';
import type { Videos } from '../videos/open';
import { preparedVideo } from '../videos/prepared';
import { Ended, leaseLost } from './ended';
import { workedOn } from './worked-on';
import { mastodonCall, valueOf, type MastodonAccount, type MastodonCall } from './mastodon-api';
import type { MastodonInstance } from './mastodon-instance';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';

export interface MediaSources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const attachment = z.object({ id: z.coerce.string().min(1) });

/** A server that is still at it after this long is asked again by the next try; a film takes longer than a picture. */
const patience = { picture: 90_000, video: 600_000 };
const waits = { first: 500, longest: 5_000 };

/** Hands a picture over and waits until the server is done with it; its id there. Nothing is published by it. */
export async function uploaded(
  account: MastodonAccount,
  picture: CopyPicture,
  delivery: Pick<Delivery, 'beat'>,
  { media_attachments }: MastodonInstance['configuration'],
  { http, pictures, now, sleep }: MediaSources,
): Promise<string> {
  const description = saidOf(picture.alt, media_attachments);
  const { bytes, mime } = await preparedPicture(
    picture,
    pictures,
    wantedBy(mastodonRules, media_attachments.image_size_limit),
  );
  if (!(await delivery.beat())) throw new Ended(leaseLost);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), 'picture.jpg');
  if (description !== '') form.set('description', description);
  return worked(account, form, 'picture', { http, now, sleep }, delivery);
}

/** Hands a video over as `uploaded` does a picture. A server may take less than others, which its own answer says. */
export async function uploadedVideo(
  account: MastodonAccount,
  video: CopyVideo,
  delivery: Pick<Delivery, 'beat'>,
  { media_attachments: limits }: MastodonInstance['configuration'],
  { http, videos, now, sleep }: MediaSources,
): Promise<string> {
  const description = saidOf(video.alt, limits);
  const film = await preparedVideo(video, videos, mastodonRules, delivery);
  const { supported_mime_types: taken, video_size_limit: most } = limits;
  if (taken.length > 0 && !taken.includes(film.mime))
    throw new Ended({
      kind: 'rejected',
      code: 'mastodon.video-format',
      message: `This server takes no videos of the kind ${film.mime}. Export it as MP4 and schedule the post again.`,
    });
  if (film.length > most)
    throw new Ended({
      kind: 'rejected',
      code: 'mastodon.video-too-heavy',
      message: `This server takes videos of ${Math.floor(most / 1_000_000)} MB, this one has ${Math.ceil(film.length / 1_000_000)} MB. Export it smaller and schedule the post again.`,
    });
  if (!(await delivery.beat())) throw new Ended(leaseLost);
  const form = streamedForm(description === '' ? {} : { description }, {
    ...{ field: 'file', name: film.name, type: film.mime },
    ...{ length: film.length, chunks: film.chunks },
  });
  try {
    return await worked(account, form, 'video', { http, now, sleep }, delivery);
  } catch (error) {
    const broken = film.broken();
    throw broken ? new Ended(broken) : error;
  }
}

function saidOf(
  alt: string,
  { description_limit: longest }: MastodonInstance['configuration']['media_attachments'],
): string {
  const description = wellFormed(alt.trim());
  if (graphemesOf(description) > longest)
    throw new Ended({
      kind: 'rejected',
      code: 'mastodon.alt-too-long',
      message: `This server takes alt texts of ${longest} characters. Shorten the one of this post.`,
    });
  return description;
}

/** Sends a file and waits until the server is done with it; its id there. */
async function worked(
  account: MastodonAccount,
  form: NonNullable<MastodonCall<unknown>['form']>,
  what: keyof typeof patience,
  { http, now, sleep }: Omit<MediaSources, 'pictures' | 'videos'>,
  delivery: Pick<Delivery, 'beat'>,
): Promise<string> {
  let next: Pick<MastodonCall<unknown>, 'path' | 'form'> = { path: '/api/v2/media', form };
  return workedOn(
    async () => {
      const answer = await mastodonCall(http, account, { ...next, answer: attachment }, now);
      const { id } = valueOf(answer, 'read', now());
      next = { path: `/api/v1/media/${encodeURIComponent(id)}` };
      // 202: taken, and worked on; 206: still worked on (docs.joinmastodon.org/methods/media).
      return answer.ok && [202, 206].includes(answer.status) ? 'not-yet' : { done: id };
    },
    { now, sleep, beat: () => delivery.beat(), waits, patience: patience[what], slow },
  );
}

const slow = {
  kind: 'retry',
  code: 'mastodon.slow-media',
  message: 'The Mastodon server is not done with a picture or a video yet. It is tried again by itself.',
} as const;
