import { z } from 'zod';
import type { Delivery } from '../../../src/channels/channel';
import { linkedinRules } from '../../../src/channels/rules/linkedin';
import type { CopyPicture } from '../../../src/channels/schema';
import { webUrl } from '../../../src/channels/settings/fields';
import type { Outgoing } from '../../http/outgoing';
import { wantedBy } from '../../pictures/renditions/wanted';
import type { Videos } from '../../videos/open';
import { Ended, leaseLost } from '../ended';
import type { PictureSource } from '../pictures';
import { preparedPicture } from '../prepared-picture';
import { linkedinCall, linkedinValue, type LinkedinAccount } from './api';
import { workedOn } from '../worked-on';
import { putOnLinkedin } from './upload';

export interface LinkedinSources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const begun = z.object({
  value: z.object({ uploadUrl: webUrl, image: z.string().regex(/^urn:li:image:[\w-]+$/) }),
});
const image = z.object({ status: z.string() });

/** A picture that LinkedIn is still at after this long is handed over again by the next try. */
const patience = 90_000;
const waits = { first: 500, longest: 5_000 };

/**
 * Hands a picture over (learn.microsoft.com, Images API): its place is asked for, the bytes go there, and for a page it is waited until
 * LinkedIn is done with it; pictures of a person cannot be asked for. Nothing is published by it.
 */
export async function imageOnLinkedin(
  sources: LinkedinSources,
  account: LinkedinAccount,
  author: string,
  picture: CopyPicture,
  { beat }: Pick<Delivery, 'beat'>,
): Promise<string> {
  const { http, pictures, now } = sources;
  const { bytes, mime } = await preparedPicture(picture, pictures, wantedBy(linkedinRules));
  if (!(await beat())) throw new Ended(leaseLost);
  const path = '/rest/images?action=initializeUpload';
  const json = { initializeUploadRequest: { owner: author } };
  const { value } = linkedinValue(
    await linkedinCall(http, account, { path, json, answer: begun }, now),
    now(),
  );
  const put = { url: value.uploadUrl, mime, body: new Uint8Array(bytes), timeout: 60_000 };
  await putOnLinkedin(http, account, put, now);
  if (author.startsWith('urn:li:organization:')) await ready(sources, account, value.image, beat);
  return value.image;
}

async function ready(
  { http, now, sleep }: LinkedinSources,
  account: LinkedinAccount,
  id: string,
  beat: Delivery['beat'],
): Promise<void> {
  const call = { path: `/rest/images/${encodeURIComponent(id)}`, answer: image };
  await workedOn(
    async () => {
      const { status } = linkedinValue(await linkedinCall(http, account, call, now), now());
      if (status === 'PROCESSING_FAILED') throw new Ended(failed);
      return status === 'AVAILABLE' ? { done: null } : 'not-yet';
    },
    { now, sleep, beat, waits, patience, slow },
  );
}

const slow = {
  kind: 'retry',
  code: 'linkedin.slow-media',
  message: 'LinkedIn is not done with a picture yet. It is tried again by itself.',
} as const;

const failed = {
  kind: 'rejected',
  code: 'linkedin.picture-failed',
  message:
    'LinkedIn could not make anything of a picture of this post. Choose another and schedule it again.',
} as const;
