import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../../network';
import { noCounts, type PracticeShelf } from '../../shelf';
import { filmProblem, type FilmProblem, type LoadFilm } from '../films';
import { fieldsProblem, invalid, picked } from '../words';
import { network, type PageOf } from './posts';

/** What the network reads of a new video; anything else in it is refused here, although the real one overlooks it. */
const newVideo = z.strictObject({
  file_url: z.url({ protocol: /^https?$/ }),
  description: z.string().max(63_206).default(''),
});

const limits = { bytes: 1_000_000_000, seconds: [0, 1_200] } as const;
const fields = ['id', 'status', 'post_id', 'description', 'created_time', 'permalink_url'];

interface Film {
  readonly page: PageOf;
  readonly id: string;
  /** The second half of the id of its post. */
  readonly post: string;
  readonly description: string;
  readonly createdAt: number;
  readonly problem: FilmProblem | null;
  /** How often it is asked for until it is worked on. */
  polls: number;
  isShown: boolean;
}

interface Parts {
  readonly shelf: PracticeShelf;
  readonly newId: () => string;
  readonly loadFilm: LoadFilm;
  readonly now: () => number;
}

/** Videos of a Page (…/docs/graph-api/reference/page/videos): loaded by their address, worked on, and then shown by a post. */
export function pageVideos({ shelf, newId, loadFilm, now }: Parts) {
  const films = new Map<string, Film>();

  /** Each look brings it on; the post is there once nothing is left to do. */
  async function looked(one: Film): Promise<Readonly<Record<string, unknown>>> {
    const isDone = one.polls === 0;
    one.polls = Math.max(0, one.polls - 1);
    if (isDone && one.problem === null && !one.isShown) await show(one);
    const phases = (loaded: string, worked: string) => ({
      ...{ uploading_phase: { status: loaded }, processing_phase: { status: worked } },
    });
    const status = !isDone
      ? { video_status: 'processing', ...phases('complete', 'in_progress') }
      : one.problem === null
        ? { video_status: 'ready', ...phases('complete', 'complete') }
        : {
            video_status: 'error',
            ...(one.problem === 'download' ? phases('error', 'not_started') : phases('complete', 'error')),
          };
    return {
      ...{ id: one.id, status, description: one.description },
      created_time: new Date(one.createdAt).toISOString().replace(/\.\d+Z$/, '+0000'),
      permalink_url: `/${one.page.page}/videos/${one.id}/`,
      ...(one.isShown ? { post_id: one.post } : {}),
    };
  }

  async function show(one: Film): Promise<void> {
    const { page, account } = one.page;
    const id = `${page}_${one.post}`;
    one.isShown = true;
    await shelf.putMedia({
      ...{ network, id: one.id, account, alt: '', preview: '', createdAt: one.createdAt },
      kind: 'video',
    });
    await shelf.put({
      ...{ network, id, account, key: id, text: one.description, media: [one.id], counts: noCounts },
      content: { link: null, card: null, alts: [], film: true },
      ...{ createdAt: now(), editedAt: null, deletedAt: null },
    });
  }

  return {
    async create(page: PageOf, body: unknown, slow: number): Promise<PracticeAnswer> {
      const input = newVideo.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const { file_url: url, description } = input.data;
      const problem = await filmProblem(url, loadFilm, limits);
      const [id, post] = [newId(), newId()];
      films.set(id, {
        ...{ page, id, post, description, problem, createdAt: now() },
        ...{ polls: Math.max(2, slow), isShown: false },
      });
      return asJson(200, { id });
    },

    /** Null: no video of this Page. */
    async status({ page }: PageOf, id: string, url: URL): Promise<PracticeAnswer | null> {
      const one = films.get(id);
      if (one?.page.page !== page) return null;
      return fieldsProblem(url, fields) ?? asJson(200, picked(url, await looked(one)));
    },

    /** The newest first. */
    async list({ page }: PageOf, url: URL): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, fields, ['limit', 'type', 'after']);
      if (problem) return problem;
      if (!['uploaded', 'tagged', null].includes(url.searchParams.get('type')))
        return invalid('type must be one of uploaded, tagged');
      const data: object[] = [];
      for (const one of [...films.values()].reverse())
        if (one.page.page === page) data.push(picked(url, await looked(one)));
      return asJson(200, { data: data.slice(0, Number(url.searchParams.get('limit') ?? 25)) });
    },
  };
}
