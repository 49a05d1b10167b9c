import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { formOf, jsonOf } from '../bodies';
import { filmOf } from '../film';
import { asJson, type Hints, type PracticeAnswer, type PracticeRequest } from '../network';
import type { PracticeShelf } from '../shelf';
import type { PinterestUser } from './user';
import { invalid, unknownPath } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Where this network is reached, for the addresses that it gives out. */
  readonly origin: string;
  readonly now: () => number;
}

/** A film on its way. */
interface Film {
  readonly account: string;
  readonly begun: number;
  readonly parameters: Readonly<Record<string, string>>;
  state: 'registered' | 'processing' | 'succeeded' | 'failed';
  /** How often it is asked for before it is ready. */
  polls: number;
}

const network = 'pinterest';
const most = 2_000_000_000;
/** What was begun longer ago is forgotten, whether somebody pinned it or never went on. */
const longest = 3_600_000;
const begin = z.strictObject({ media_type: z.literal('video') });

/** What the storage says, which is not Pinterest's own and has words of its own. */
const inStorage = (status: number, code: string, message: string): PracticeAnswer => ({
  ...{ status, headers: { 'content-type': 'application/xml' } },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});

/** The media API: a place and what has to be said there, the file, and then some work on it. */
export function pinterestFilms({ shelf, origin, now }: Sources) {
  const films = new Map<string, Film>();
  let last = 0;

  return {
    begin({ account }: PinterestUser, request: PracticeRequest, { slowMedia = 0 }: Hints): PracticeAnswer {
      const input = begin.safeParse(jsonOf(request));
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      for (const [key, { begun }] of films) if (now() - begun > longest) films.delete(key);
      last = Math.max(last + 1, now() * 1_000);
      const id = String(last);
      const parameters = {
        'x-amz-date': new Date(now()).toISOString().replace(/[-:]|\.\d+/g, ''),
        'x-amz-signature': randomBytes(32).toString('hex'),
        'x-amz-security-token': randomBytes(60).toString('base64'),
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        key: `uploads/${randomBytes(2).toString('hex')}/${id}:${randomBytes(8).toString('hex')}`,
        policy: randomBytes(60).toString('base64'),
        'x-amz-credential': `ASIA${randomBytes(8).toString('hex')}/us-east-1/s3/aws4_request`,
        'Content-Type': 'multipart/form-data',
      };
      films.set(id, { account, begun: now(), parameters, state: 'registered', polls: slowMedia });
      return asJson(201, {
        ...{ media_id: id, media_type: 'video', upload_url: `${origin}/pinterest-media-upload` },
        upload_parameters: parameters,
      });
    },

    /** Whoever knows the parameters may; the file stands behind them (docs.aws.amazon.com/AmazonS3, POST Object). */
    async store(request: PracticeRequest): Promise<PracticeAnswer> {
      if (request.headers.authorization !== undefined)
        return inStorage(400, 'InvalidArgument', 'Only one auth mechanism allowed');
      const form = await formOf(request);
      const key = form?.get('key');
      const [id, film] = [...films].find(([, { parameters }]) => parameters['key'] === key) ?? [];
      if (!form || !film || id === undefined) return inStorage(403, 'AccessDenied', 'Access Denied');
      const names = [...form.keys()];
      const said = Object.entries(film.parameters);
      const isWhole = said.every(([name, value]) => form.get(name) === value);
      if (!isWhole || names.length !== said.length + 1)
        return inStorage(403, 'AccessDenied', 'Invalid according to Policy');
      const file = form.get('file');
      if (names.at(-1) !== 'file' || !(file instanceof Blob))
        return inStorage(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
      if (file.size > most)
        return inStorage(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      const facts = await filmOf(new Uint8Array(await file.arrayBuffer()));
      const isTaken = facts !== null && facts.format !== 'webm' && /^(h264|hevc)$/.test(facts.codec);
      film.state = isTaken ? 'processing' : 'failed';
      await shelf.putMedia({
        ...{ network, id, account: film.account, alt: '', preview: '', createdAt: now() },
        kind: 'video',
      });
      return { status: 204, body: '' };
    },

    show({ account }: PinterestUser, id: string): PracticeAnswer {
      const film = films.get(id);
      if (film?.account !== account) return unknownPath;
      if (film.state === 'processing' && film.polls === 0) film.state = 'succeeded';
      film.polls = Math.max(0, film.polls - 1);
      return asJson(200, { media_id: id, media_type: 'video', status: film.state });
    },

    /** Null where that account may pin it. */
    problem({ account }: PinterestUser, id: string): PracticeAnswer | null {
      const film = films.get(id);
      return film?.account === account && film.state === 'succeeded'
        ? null
        : invalid(`${id} is no media of this account that is ready`);
    },
  };
}
