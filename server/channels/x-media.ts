import { z } from 'zod';
import { wellFormed } from '../../src/channels/count';
import { xRules } from '../../src/channels/rules/x';
import type { CopyPicture } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import { wantedBy } from '../pictures/renditions/wanted';
import type { Videos } from '../videos/open';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';
import { xCall, xValue, type XAccount } from './x-api';

export interface XSources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const uploaded = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });
const described = z.object({ data: z.object({ id: z.string() }) });

/** Hands a picture over and says what it shows (docs.x.com/x-api/media); the id that a post names it by. */
export async function mediaOnX(
  { http, pictures, now }: Pick<XSources, 'http' | 'pictures' | 'now'>,
  account: XAccount,
  picture: CopyPicture,
): Promise<string> {
  const { bytes, mime } = await preparedPicture(picture, pictures, wantedBy(xRules));
  const form = new FormData();
  form.set('media_category', 'tweet_image');
  form.set('media', new Blob([new Uint8Array(bytes)], { type: mime }), 'picture.jpg');
  const path = '/media/upload';
  const { data } = xValue(await xCall(http, account, { path, form, answer: uploaded }, now), 'read', now());
  const text = wellFormed(picture.alt.trim());
  if (text !== '') {
    const json = { id: data.id, metadata: { alt_text: { text } } };
    const answer = await xCall(http, account, { path: '/media/metadata', json, answer: described }, now);
    xValue(answer, 'read', now());
  }
  return data.id;
}
