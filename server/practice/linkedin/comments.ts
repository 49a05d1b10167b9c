import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { mayPostAs, type LinkedinMember } from './member';
import { forbidden, invalid, notFound, unpermitted } from './words';

const network = 'linkedin';
/** What the comments API reads of a comment; anything else is refused (learn.microsoft.com, Comments API). */
const newComment = z.strictObject({
  actor: z.string(),
  object: z.string(),
  message: z.strictObject({ text: z.string().min(1).max(1_250) }),
});

interface Sources {
  readonly shelf: PracticeShelf;
  readonly now: () => number;
}

/** What is said below posts. */
export function linkedinComments({ shelf, now }: Sources) {
  let last = 0;
  const postOf = async (id: string): Promise<PracticePost | null> => {
    const post = await shelf.byId(network, id);
    return post && post.deletedAt === null && typeof post.content['under'] !== 'string' ? post : null;
  };

  return {
    async create(member: LinkedinMember, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = newComment.safeParse(body);
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const { actor, object, message } = input.data;
      if (!mayPostAs(member, actor)) return forbidden('socialActions/comments.CREATE');
      if (object !== id) return invalid('object is not the post of the path');
      if (!(await postOf(id))) return notFound(id);
      last = Math.max(last + 1, now() * 1_000);
      const made = String(last);
      const { account } = member;
      await shelf.put({
        ...{ network, id: made, account, key: made, text: message.text, media: [], counts: noCounts },
        content: { author: actor, under: id, card: null, alts: [] },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      });
      const comment = `urn:li:comment:(${id},${made})`;
      const answer = asJson(201, { id: made, actor, object, message, commentUrn: comment });
      return { ...answer, headers: { ...answer.headers, 'x-restli-id': made } };
    },

    async list(member: LinkedinMember, id: string, { searchParams }: URL): Promise<PracticeAnswer> {
      const stray = [...searchParams.keys()].find((name) => name !== 'start' && name !== 'count');
      if (stray !== undefined) return invalid(`Query parameter ${stray} is not allowed`);
      const post = await postOf(id);
      if (!post) return notFound(id);
      const author = String(post.content['author']);
      if (!author.startsWith('urn:li:organization:') || !mayPostAs(member, author))
        return forbidden('socialActions/comments.GET_ALL');
      const start = Number(searchParams.get('start') ?? '0');
      const count = Number(searchParams.get('count') ?? '10');
      if (count > 100) return invalid('count is more than 100');
      const below = (await shelf.list({ network, limit: 1_000 })).filter(
        ({ content }) => content['under'] === id,
      );
      const elements = below.slice(start, start + count).map((one) => ({
        ...{ id: one.id, actor: one.content['author'], object: id, message: { text: one.text } },
        created: { time: one.createdAt },
      }));
      return asJson(200, { elements, paging: { start, count, links: [] } });
    },
  };
}
