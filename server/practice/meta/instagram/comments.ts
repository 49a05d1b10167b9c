import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../../shelf';
import { fieldsProblem, invalid, picked, unknownThing } from '../words';

const network = 'instagram';
const newComment = z.strictObject({ message: z.string().min(1).max(2_200) });
const fields = ['id', 'text', 'timestamp', 'username', 'user'];

interface Parts {
  readonly shelf: PracticeShelf;
  readonly now: () => number;
}

/** What is said below posts (developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments). */
export function gramComments({ shelf, now }: Parts) {
  let last = 0;
  const isPost = (one: PracticePost | null): one is PracticePost =>
    one !== null && one.deletedAt === null && typeof one.content['under'] !== 'string';

  return {
    async create(account: string, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = newComment.safeParse(body);
      if (!input.success) return invalid(z.prettifyError(input.error));
      if (!isPost(await shelf.byId(network, id))) return unknownThing(id);
      last = Math.max(now(), last + 1);
      const made = `179${last}`;
      await shelf.put({
        ...{ network, id: made, account, key: made, text: input.data.message, media: [], counts: noCounts },
        content: { images: [], under: id },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      });
      return asJson(200, { id: made });
    },

    /** The newest first; `user` only of those that the account itself wrote. */
    async list(account: string, id: string, url: URL): Promise<PracticeAnswer> {
      const problem = fieldsProblem(url, fields, ['limit', 'after']);
      if (problem) return problem;
      if (!isPost(await shelf.byId(network, id))) return unknownThing(id);
      const found = (await shelf.list({ network, limit: 1_000 })).filter(
        (one) => one.content['under'] === id,
      );
      const data = found.slice(0, 50).map((one) =>
        picked(url, {
          ...{ id: one.id, text: one.text, timestamp: new Date(one.createdAt).toISOString() },
          ...(one.account === account ? { user: { id: account } } : { username: one.account }),
        }),
      );
      return asJson(200, { data });
    },
  };
}
