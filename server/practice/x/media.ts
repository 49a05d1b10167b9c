import { z } from 'zod';
import { mimeOf } from '../../../src/channels/video/facts';
import { formOf, jsonOf } from '../bodies';
import { filmOf } from '../film';
import { asJson, type Hints, type PracticeAnswer, type PracticeRequest } from '../network';
import { previewOf } from '../preview';
import type { PracticeShelf } from '../shelf';
import { invalid, notFound } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly newId: () => string;
  readonly now: () => number;
}

/** A film on its way: its parts, until all of it is there. */
interface Film {
  readonly account: string;
  readonly type: string;
  readonly total: number;
  readonly begun: number;
  readonly parts: Map<number, Uint8Array>;
  state: 'uploading' | 'pending' | 'in_progress' | 'succeeded' | 'failed';
  /** How often it is asked for before it is ready. */
  polls: number;
}

const network = 'x';
const [mostBytes, mostOfPart, mostOfFilm] = [5 * 1_048_576, 5 * 1_048_576, 512 * 1_048_576];
/** What was begun longer ago is forgotten, whether somebody posted it or never went on. */
const longest = 3_600_000;
const id = z.string().regex(/^\d{1,19}$/);

/** What X reads of each body (docs.x.com/x-api/media); anything else is refused. */
const metadata = z.strictObject({
  id,
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().min(1).max(1_000) }) }),
});
const beginning = z.strictObject({
  media_type: z.enum(['video/mp4', 'video/quicktime', 'video/webm', 'video/mp2t']),
  media_category: z.enum(['tweet_video']),
  total_bytes: z.int().min(1).max(mostOfFilm),
});
const asking = z.strictObject({ command: z.literal('STATUS'), media_id: id });

/** Pictures in one call; films in parts, on which X works for a while once all of them are there. */
export function xMedia({ shelf, newId, now }: Sources) {
  const described = new Map<string, string>();
  const films = new Map<string, Film>();

  const about = (key: string, { state, total }: Film, isDone: boolean): PracticeAnswer =>
    asJson(200, {
      data: {
        ...{ id: key, media_key: `7_${key}`, size: total, expires_after_secs: 86_400 },
        ...(isDone && state === 'succeeded'
          ? { processing_info: { state, progress_percent: 100 } }
          : state === 'failed'
            ? {
                processing_info: {
                  state,
                  error: { code: 1, name: 'InvalidMedia', message: 'Invalid or unsupported media' },
                },
              }
            : { processing_info: { state, check_after_secs: 1 } }),
      },
    });

  return {
    altOf: (key: string): string => described.get(key) ?? '',
    isReady: (key: string): boolean => films.get(key)?.state === 'succeeded',

    async upload(account: string, request: PracticeRequest): Promise<PracticeAnswer> {
      const form = await formOf(request);
      if (!form) return invalid('The request must be multipart/form-data.');
      const unknown = [...form.keys()].find((name) => name !== 'media' && name !== 'media_category');
      if (unknown !== undefined) return invalid(`${unknown} is no field of this request.`);
      const file = form.get('media');
      if (!(file instanceof Blob)) return invalid('media: missing');
      if (form.get('media_category') !== 'tweet_image')
        return invalid('media_category: not one of the known');
      if (file.size > mostBytes) return invalid('media: larger than 5242880 bytes');
      const preview = await previewOf(new Uint8Array(await file.arrayBuffer()));
      if (preview === null) return invalid('media: not an image');
      const made = newId();
      await shelf.putMedia({ network, id: made, account, alt: '', preview, createdAt: now() });
      return asJson(200, {
        data: { id: made, media_key: `3_${made}`, expires_after_secs: 86_400, size: file.size },
      });
    },

    async describe(account: string, request: PracticeRequest): Promise<PracticeAnswer> {
      const input = metadata.safeParse(jsonOf(request));
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      const [known] = await shelf.media(network, [input.data.id]);
      if (known?.account !== account) return invalid('id: not a media of this account');
      if (known.kind === 'video') return invalid('metadata.alt_text: only of pictures');
      described.set(known.id, input.data.metadata.alt_text.text);
      return asJson(200, { data: { id: known.id, associated_metadata: input.data.metadata } });
    },

    begin(account: string, request: PracticeRequest): PracticeAnswer {
      const input = beginning.safeParse(jsonOf(request));
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      for (const [key, film] of films) if (now() - film.begun > longest) films.delete(key);
      const made = newId();
      const { media_type: type, total_bytes: total } = input.data;
      films.set(made, {
        ...{ account, type, total, begun: now() },
        ...{ parts: new Map(), state: 'uploading', polls: 0 },
      });
      return asJson(200, { data: { id: made, media_key: `7_${made}`, expires_after_secs: 86_400 } });
    },

    async append(account: string, key: string, request: PracticeRequest): Promise<PracticeAnswer> {
      const film = films.get(key);
      if (film?.account !== account || film.state !== 'uploading') return notFound('media');
      const form = await formOf(request);
      if (!form) return invalid('The request must be multipart/form-data.');
      const unknown = [...form.keys()].find((name) => name !== 'media' && name !== 'segment_index');
      if (unknown !== undefined) return invalid(`${unknown} is no field of this request.`);
      const [file, index] = [form.get('media'), String(form.get('segment_index'))];
      if (!/^\d{1,3}$/.test(index)) return invalid('segment_index: not between 0 and 999');
      if (!(file instanceof Blob)) return invalid('media: missing');
      if (file.size > mostOfPart) return invalid('media: larger than 5242880 bytes');
      film.parts.set(Number(index), new Uint8Array(await file.arrayBuffer()));
      return asJson(200, { data: { expires_at: Math.floor(now() / 1_000) + 86_400 } });
    },

    async finish(account: string, key: string, { slowMedia = 0 }: Hints): Promise<PracticeAnswer> {
      const film = films.get(key);
      if (film?.account !== account || film.state !== 'uploading') return notFound('media');
      const parts = Array.from({ length: film.parts.size }, (_, index) => film.parts.get(index));
      const bytes = parts.includes(undefined) ? null : Buffer.concat(parts as Uint8Array[]);
      if (bytes?.length !== film.total) return invalid('Segments do not add up to provided total file size.');
      film.parts.clear();
      const facts = await filmOf(bytes);
      const isFilm = facts !== null && mimeOf(facts) === film.type && facts.codec === 'h264';
      film.polls = Math.max(slowMedia, 1);
      film.state = 'pending';
      if (!isFilm) film.state = 'failed';
      else
        await shelf.putMedia({
          ...{ network, id: key, account, alt: '', preview: '', createdAt: now() },
          kind: 'video',
        });
      return about(key, film, false);
    },

    status(account: string, url: URL): PracticeAnswer {
      const input = asking.safeParse(Object.fromEntries(url.searchParams));
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      const key = input.data.media_id;
      const film = films.get(key);
      if (film?.account !== account || film.state === 'uploading') return notFound('media');
      film.polls -= 1;
      if (film.state !== 'failed') film.state = film.polls > 0 ? 'in_progress' : 'succeeded';
      return about(key, film, true);
    },
  };
}
