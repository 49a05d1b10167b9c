import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { filmProblem, type FilmLimits, type FilmProblem, type LoadFilm } from './films';
import { invalid, metaError, picked, fieldsProblem, unknownThing } from './words';

/** What is to become a post, as its network is asked for it. */
export interface NewContainer {
  readonly text: string;
  /** What it answers; null: it stands by itself. */
  readonly under?: string | null;
  readonly images: readonly { readonly src: string; readonly alt: string }[];
  /** A video in place of images. */
  readonly film?: { readonly src: string; readonly alt: string };
  /** Ids of the containers that it puts together. */
  readonly children: readonly string[];
  /** A part of a carousel, which is never published by itself. */
  readonly isChild: boolean;
}

export type ContainerStatus = 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'EXPIRED' | 'ERROR';

interface Container extends NewContainer {
  readonly id: string;
  readonly account: string;
  readonly madeAt: number;
  /** How often it is asked for until it is ready. */
  polls: number;
  /** Why its video cannot be used; null: it can, or there is none. */
  readonly problem: FilmProblem | null;
  post: string | null;
}

interface Shape {
  readonly shelf: PracticeShelf;
  readonly now: () => number;
  readonly network: string;
  /** What a network reads of a body, or its refusal. */
  readonly read: (body: unknown) => NewContainer | PracticeAnswer;
  /** Fields of a container beside its id, and what they say. */
  readonly told: (status: ContainerStatus, problem: FilmProblem | null) => Readonly<Record<string, string>>;
  readonly loadFilm: LoadFilm;
  readonly limits: FilmLimits;
}

const lives = 86_400_000;

/** Containers of a profile: prepared, asked for, and published once. */
export function metaContainers({ shelf, now, network, read, told, loadFilm, limits }: Shape) {
  const containers = new Map<string, Container>();
  let last = 0;
  const newId = (): string => {
    last = Math.max(now(), last + 1);
    return `178${last}`;
  };

  const own = (account: string, id: string): Container | null => {
    const one = containers.get(id);
    return one?.account === account ? one : null;
  };

  const statusOf = (one: Container): ContainerStatus =>
    one.post !== null
      ? 'PUBLISHED'
      : now() - one.madeAt >= lives
        ? 'EXPIRED'
        : one.polls > 0
          ? 'IN_PROGRESS'
          : one.problem === null
            ? 'FINISHED'
            : 'ERROR';

  return {
    async create(account: string, body: unknown, slow: number): Promise<PracticeAnswer> {
      const input = read(body);
      if ('status' in input) return input;
      const children = input.children.map((id) => own(account, id));
      if (children.some((one) => !one?.isChild || statusOf(one) !== 'FINISHED'))
        return invalid('children must be containers of carousel items that are finished');
      const images = [...input.images, ...children.flatMap((one) => one?.images ?? [])];
      const { film } = input;
      const problem = film ? await filmProblem(film.src, loadFilm, limits) : null;
      const id = newId();
      containers.set(id, {
        ...{ ...input, id, account, images, madeAt: now(), post: null, problem },
        // A text is ready at once, a picture is worked on, and a video for longer.
        polls: Math.max(film ? 3 : images.length > 0 ? 1 : 0, slow),
      });
      return asJson(200, { id });
    },

    status(account: string, id: string, url: URL): PracticeAnswer | null {
      const one = own(account, id);
      if (!one) return null;
      const fields = told(statusOf(one), one.problem);
      const problem = fieldsProblem(url, ['id', ...Object.keys(fields)]);
      if (problem) return problem;
      const answer = asJson(200, picked(url, { id, ...fields }));
      one.polls = Math.max(0, one.polls - 1);
      return answer;
    },

    async publish(account: string, body: unknown): Promise<PracticeAnswer> {
      const input = z.strictObject({ creation_id: z.string() }).safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      const one = own(account, input.data.creation_id);
      if (!one || one.isChild) return unknownThing(input.data.creation_id);
      const status = statusOf(one);
      if (status === 'IN_PROGRESS' || status === 'ERROR') return notReady;
      if (status !== 'FINISHED') return containerGone;
      const id = newId();
      if (one.under && (await shelf.byId(network, one.under))?.deletedAt !== null)
        return unknownThing(one.under);
      const media = one.film ? [newId()] : [];
      for (const film of media)
        await shelf.putMedia({
          ...{ network, id: film, account, alt: one.film?.alt ?? '', preview: '', createdAt: now() },
          kind: 'video',
        });
      const post: PracticePost = {
        ...{ network, id, account, key: id, text: one.text, media, counts: noCounts },
        ...{
          content: { images: one.images, under: one.under ?? null },
          createdAt: now(),
          editedAt: null,
          deletedAt: null,
        },
      };
      await shelf.put(post);
      one.post = id;
      return asJson(200, { id });
    },
  };
}

const notReady = metaError(400, {
  ...{ message: 'Media ID is not available', type: 'OAuthException', code: 9_007, subcode: 2_207_027 },
  userMessage: 'The media is not ready for publishing, please wait for a moment',
});
const containerGone = metaError(400, {
  ...{ message: 'The requested resource does not exist', type: 'OAuthException', code: 24 },
  subcode: 2_207_008,
});
