import { z } from 'zod';
import { phoneNumbersIn } from '../../../src/channels/counters/google';
import { googleButtons } from '../../../src/channels/settings/google/buttons';
import { jsonOf } from '../bodies';
import { asJson, type Hints, type PracticeAnswer, type PracticeRequest } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import type { GooglePerson } from './person';
import { forbidden, invalid, invalidField, notFound } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly now: () => number;
}

const network = 'google-business';
const address = z.url({ protocol: /^https?$/ });

/** What is read of a new post; anything else in it is refused. */
const newPost = z.strictObject({
  languageCode: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  summary: z.string().min(1).max(1_500),
  callToAction: z.strictObject({ actionType: z.enum(googleButtons), url: address }).optional(),
  media: z
    .array(z.strictObject({ mediaFormat: z.literal('PHOTO'), sourceUrl: address }))
    .max(1)
    .optional(),
  topicType: z.literal('STANDARD'),
});

/** What is read of new words for a post. */
const newWords = newPost.pick({ summary: true });

/** What is kept of a post beside its words. */
const kept = z.object({
  location: z.string(),
  post: newPost,
  /** How often it is asked for before Google has made up its mind. */
  polls: z.int(),
});

/** The local posts of everybody: each is looked at first, and one with a number to call in it is not shown. */
export function googlePosts({ shelf, now }: Sources) {
  let last = 0;

  /** As the owner reads it; each look brings Google nearer to its mind. */
  async function shown(one: PracticePost): Promise<object> {
    const { location, post, polls } = kept.parse(one.content);
    if (polls > 0) await shelf.change(network, one.id, { content: { ...one.content, polls: polls - 1 } });
    return whole(one, post, location, polls > 0 ? 'PROCESSING' : endOf(post.summary));
  }

  const own = async (person: GooglePerson, name: string): Promise<PracticePost | null> => {
    const post = await shelf.byId(network, name);
    return post?.account === person.account && post.deletedAt === null ? post : null;
  };

  return {
    async create(
      person: GooglePerson,
      location: string,
      body: unknown,
      { slowMedia = 0 }: Hints,
    ): Promise<PracticeAnswer> {
      const problem = placeProblem(person, location);
      if (problem) return problem;
      const input = newPost.safeParse(body);
      if (!input.success) {
        const [issue] = input.error.issues;
        return invalidField(issue?.path.join('.') ?? '', issue?.message ?? '');
      }
      last = Math.max(last + 1, now() * 1_000);
      const id = `${location}/localPosts/${last}`;
      const { summary, media = [], callToAction } = input.data;
      const post: PracticePost = {
        ...{ network, id, account: person.account, key: id, text: summary, media: [], counts: noCounts },
        content: {
          ...{ location, post: input.data, polls: slowMedia, alts: [] },
          card: callToAction
            ? { url: callToAction.url, title: labelOf(callToAction.actionType), description: '' }
            : null,
          images: media.map(({ sourceUrl }) => ({ src: sourceUrl, alt: '' })),
        },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      };
      await shelf.put(post);
      return asJson(200, whole(post, input.data, location, 'PROCESSING'));
    },

    async list(person: GooglePerson, location: string, url: URL): Promise<PracticeAnswer> {
      const problem = placeProblem(person, location);
      if (problem) return problem;
      const stray = [...url.searchParams.keys()].find((name) => !['pageSize', 'pageToken'].includes(name));
      if (stray !== undefined) return invalid(stray, 'Cannot find field.');
      const size = Number(url.searchParams.get('pageSize') ?? '20');
      if (!(size >= 1 && size <= 100)) return invalid('page_size', 'must be from 1 to 100');
      const start = Number(url.searchParams.get('pageToken') ?? '0');
      const all = (await shelf.list({ network, account: person.account, limit: 1_000 })).filter(
        ({ content }) => content['location'] === location,
      );
      const localPosts: object[] = [];
      for (const one of all.slice(start, start + size)) localPosts.push(await shown(one));
      return asJson(200, {
        ...(localPosts.length > 0 ? { localPosts } : {}),
        ...(all.length > start + size ? { nextPageToken: String(start + size) } : {}),
      });
    },

    async show(person: GooglePerson, name: string): Promise<PracticeAnswer> {
      const post = await own(person, name);
      return post ? asJson(200, await shown(post)) : notFound;
    },

    /** Nothing but the words may be named; they are looked at like those of a new post. */
    async change(
      person: GooglePerson,
      name: string,
      request: PracticeRequest,
      { slowMedia = 0 }: Hints,
    ): Promise<PracticeAnswer> {
      const mask = request.url.searchParams;
      if (mask.get('updateMask') !== 'summary' || [...mask.keys()].length !== 1)
        return invalid('update_mask', 'Invalid field mask provided');
      const input = newWords.safeParse(jsonOf(request));
      if (!input.success) {
        const [issue] = input.error.issues;
        return invalidField(issue?.path.join('.') ?? '', issue?.message ?? '');
      }
      const one = await own(person, name);
      if (!one) return notFound;
      const { location, post: before } = kept.parse(one.content);
      const post = { ...before, ...input.data };
      const content = { ...one.content, post, polls: slowMedia };
      await shelf.change(network, name, { text: post.summary, content, editedAt: now() });
      return asJson(200, whole(one, post, location, 'PROCESSING'));
    },

    async remove(person: GooglePerson, name: string): Promise<PracticeAnswer> {
      if (!(await own(person, name))) return notFound;
      await shelf.change(network, name, { deletedAt: now() });
      return asJson(200, {});
    },
  };
}

/** `LEARN_MORE`: "Learn more". */
const labelOf = (action: string): string =>
  action.charAt(0) + action.slice(1).toLowerCase().replace('_', ' ');

const endOf = (summary: string): 'LIVE' | 'REJECTED' =>
  phoneNumbersIn(summary).length > 0 ? 'REJECTED' : 'LIVE';

function whole(
  { id, createdAt }: PracticePost,
  post: z.output<typeof newPost>,
  location: string,
  state: string,
): object {
  const createTime = new Date(createdAt).toISOString();
  const { media = [] } = post;
  return {
    ...{ name: id, ...post, state, createTime, updateTime: createTime },
    ...(media.length > 0
      ? { media: media.map((_, n) => ({ mediaFormat: 'PHOTO', name: `${location}/media/localPosts/${n}` })) }
      : {}),
    searchUrl: `https://local.google.com/place?id=${location.split('/').at(-1)}&use=posts&lpsid=${id.split('/').at(-1)}`,
  };
}

/** Null where this person may post for the location. */
function placeProblem({ id, locations }: GooglePerson, name: string): PracticeAnswer | null {
  const place = locations.find((one) => name === `accounts/${id}/locations/${one.id}`);
  if (!place) return notFound;
  return place.mayPost ? null : forbidden;
}
