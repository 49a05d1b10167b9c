import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '../bodies';
import { filmOf } from '../film';
import { asJson, type Hints, type PracticeAnswer, type PracticeRequest } from '../network';
import type { PracticeShelf } from '../shelf';
import { mayPostAs, type LinkedinMember } from './member';
import { forbidden, invalid, notFound, unpermitted } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly origin: string;
  readonly now: () => number;
}

/** A film on its way: its parts with what was answered for each, until all of it is there. */
interface Film {
  readonly owner: string;
  readonly total: number;
  readonly token: string;
  readonly begun: number;
  readonly parts: Map<number, { readonly name: string; readonly bytes: Uint8Array }>;
  state: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';
  /** How often it is asked for before it is ready. */
  polls: number;
}

const network = 'linkedin';
const [partLength, least, most] = [4 * 1_048_576, 75_000, 500 * 1_048_576];
/** What was begun longer ago is forgotten, whether somebody posted it or never went on. */
const longest = 3_600_000;
const begin = z.strictObject({
  initializeUploadRequest: z.strictObject({
    owner: z.string(),
    fileSizeBytes: z.int().min(1).max(most),
    uploadCaptions: z.literal(false),
    uploadThumbnail: z.literal(false),
  }),
});
const finish = z.strictObject({
  finalizeUploadRequest: z.strictObject({
    video: z.string(),
    uploadToken: z.string(),
    uploadedPartIds: z.array(z.string()).min(1),
  }),
});

/** The videos API: places for the parts, the parts, what was answered for them, and then some work on all of it. */
export function linkedinVideos({ shelf, origin, now }: Sources) {
  const films = new Map<string, Film>();
  const lengthOf = ({ total }: Film, index: number): number =>
    Math.min(partLength, total - index * partLength);

  return {
    begin(member: LinkedinMember, request: PracticeRequest, { slowMedia = 0 }: Hints): PracticeAnswer {
      const input = begin.safeParse(jsonOf(request));
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const { owner, fileSizeBytes: total } = input.data.initializeUploadRequest;
      if (!mayPostAs(member, owner)) return forbidden('partnerApiVideos.ACTION-initializeUpload');
      for (const [key, { begun }] of films) if (now() - begun > longest) films.delete(key);
      const name = `C5F10AQ${randomBytes(9).toString('base64url')}`;
      const id = `urn:li:video:${name}`;
      const token = randomBytes(6).toString('hex');
      films.set(id, {
        ...{ owner, total, token, begun: now(), parts: new Map() },
        ...{ state: 'WAITING_UPLOAD', polls: slowMedia },
      });
      return asJson(200, {
        value: {
          ...{ video: id, uploadToken: token, uploadUrlsExpireAt: now() + 86_400_000 },
          uploadInstructions: Array.from({ length: Math.ceil(total / partLength) }, (_, index) => ({
            uploadUrl: `${origin}/dms-uploads/${name}/uploaded-video/${index}?ca=vector_feedshare&cn=uploads`,
            firstByte: index * partLength,
            lastByte: Math.min((index + 1) * partLength, total) - 1,
          })),
        },
      });
    },

    put(at: string, { body }: PracticeRequest): PracticeAnswer {
      const [name = '', index = ''] = at.split('/uploaded-video/');
      const film = films.get(`urn:li:video:${name}`);
      if (!film || film.state !== 'WAITING_UPLOAD') return notFound(at);
      if (body.length !== lengthOf(film, Number(index)))
        return invalid(`Part ${index} does not have the length that was told`);
      const etag = `/ambry-video/signedId/${randomBytes(9).toString('base64url')}`;
      film.parts.set(Number(index), { name: etag, bytes: new Uint8Array(body) });
      return { status: 200, headers: { etag }, body: '' };
    },

    async finish(member: LinkedinMember, request: PracticeRequest): Promise<PracticeAnswer> {
      const input = finish.safeParse(jsonOf(request));
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const { video: id, uploadToken, uploadedPartIds } = input.data.finalizeUploadRequest;
      const film = films.get(id);
      if (!film || film.state !== 'WAITING_UPLOAD') return notFound(id);
      if (!mayPostAs(member, film.owner)) return forbidden('partnerApiVideos.ACTION-finalizeUpload');
      if (uploadToken !== film.token) return invalid('uploadToken is not that of this upload');
      const count = Math.ceil(film.total / partLength);
      const parts = Array.from({ length: count }, (_, index) => film.parts.get(index));
      if (
        uploadedPartIds.length !== count ||
        parts.some((part, index) => part?.name !== uploadedPartIds[index])
      )
        return invalid('uploadedPartIds are not those of all parts, in their order');
      const facts = await filmOf(Buffer.concat(parts.map((part) => part?.bytes ?? new Uint8Array())));
      film.parts.clear();
      const isFilm = facts?.format === 'mp4' && facts.bytes >= least;
      film.state = !isFilm ? 'PROCESSING_FAILED' : film.polls > 0 ? 'PROCESSING' : 'AVAILABLE';
      const { account } = member;
      await shelf.putMedia({
        ...{ network, id, account, alt: '', preview: '', createdAt: now() },
        kind: 'video',
      });
      return { status: 200, body: '' };
    },

    show(id: string): PracticeAnswer {
      const film = films.get(id);
      if (!film) return notFound(id);
      if (film.state === 'PROCESSING' && film.polls === 0) film.state = 'AVAILABLE';
      film.polls = Math.max(0, film.polls - 1);
      return asJson(200, { id, owner: film.owner, status: film.state });
    },

    /** Null where a post of that author may show it. */
    problem(id: string, author: string): PracticeAnswer | null {
      const film = films.get(id);
      return film?.owner === author && ['PROCESSING', 'AVAILABLE'].includes(film.state)
        ? null
        : invalid(`${id} is no video of ${author} that was uploaded`);
    },
  };
}
