import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '../bodies';
import { asJson, type Hints, type PracticeAnswer, type PracticeRequest } from '../network';
import { previewOf } from '../preview';
import type { PracticeShelf } from '../shelf';
import { mayPostAs, type LinkedinMember } from './member';
import { forbidden, invalid, notFound, unpermitted } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly origin: string;
  readonly now: () => number;
}

interface Image {
  readonly owner: string;
  state: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';
  /** How often it is asked for before it is ready. */
  polls: number;
}

const network = 'linkedin';
const mostPixels = 36_152_320;
const begin = z.strictObject({ initializeUploadRequest: z.strictObject({ owner: z.string() }) });

/** The images API: a place for the bytes first, then the bytes, then some work on them. */
export function linkedinImages({ shelf, origin, now }: Sources) {
  const images = new Map<string, Image>();

  return {
    begin(member: LinkedinMember, request: PracticeRequest, { slowMedia = 0 }: Hints): PracticeAnswer {
      const input = begin.safeParse(jsonOf(request));
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const { owner } = input.data.initializeUploadRequest;
      if (!mayPostAs(member, owner)) return forbidden('partnerApiImages.ACTION-initializeUpload');
      const name = `C4E10AQ${randomBytes(9).toString('base64url')}`;
      const id = `urn:li:image:${name}`;
      images.set(id, { owner, state: 'WAITING_UPLOAD', polls: slowMedia });
      return asJson(200, {
        value: {
          ...{ uploadUrlExpiresAt: now() + 86_400_000, image: id },
          uploadUrl: `${origin}/dms-uploads/${name}/uploaded-image/0?ca=vector_feedshare&cn=uploads`,
        },
      });
    },

    async put(member: LinkedinMember, name: string, { body }: PracticeRequest): Promise<PracticeAnswer> {
      const id = `urn:li:image:${name}`;
      const image = images.get(id);
      if (!image || image.state !== 'WAITING_UPLOAD') return notFound(id);
      const bytes = new Uint8Array(body);
      const preview = bytes.length > mostPixels ? null : await previewOf(bytes);
      image.state = preview === null ? 'PROCESSING_FAILED' : image.polls > 0 ? 'PROCESSING' : 'AVAILABLE';
      const { account } = member;
      await shelf.putMedia({ network, id, account, alt: '', preview: preview ?? '', createdAt: now() });
      return { status: 201, body: '' };
    },

    show(id: string): PracticeAnswer {
      const image = images.get(id);
      if (!image) return notFound(id);
      if (image.state === 'PROCESSING' && image.polls === 0) image.state = 'AVAILABLE';
      image.polls = Math.max(0, image.polls - 1);
      return asJson(200, { id, owner: image.owner, status: image.state });
    },

    /** Null where a post of that author may show these. */
    problem(ids: readonly string[], author: string): PracticeAnswer | null {
      const wrong = ids.find((id) => {
        const image = images.get(id);
        return image?.owner !== author || !['PROCESSING', 'AVAILABLE'].includes(image.state);
      });
      return wrong === undefined ? null : invalid(`${wrong} is no image of ${author} that was uploaded`);
    },
  };
}
