import { z } from 'zod';
import type { PracticePost, PracticeShelf } from '../shelf';

const network = 'x';

/** A post with its versions: an edit makes a new post, and the ones before it stay to be read. */
export interface Chain {
  /** The one that was asked for. */
  readonly post: PracticePost;
  readonly newest: PracticePost;
  /** Ids of all versions, the oldest first. */
  readonly ids: readonly string[];
  /** When the first one went out, in milliseconds. */
  readonly begunAt: number;
}

/** How long a post may be edited, and how often (docs.x.com/x-api/fundamentals/edit-posts). */
const [editableFor, mostEdits] = [30 * 60_000, 5];

/** Of the newest version: those before it. Of the others: the one that took their place. */
const edited = z.object({
  before: z.array(z.string()).default([]),
  newest: z.string().optional(),
});

/** Null: X never had it, or it was deleted; deleting one version deletes all. */
export async function chainOf(shelf: PracticeShelf, id: string): Promise<Chain | null> {
  const post = await shelf.byId(network, id);
  if (!post) return null;
  const { newest: name } = edited.parse(post.content);
  const newest = name === undefined ? post : await shelf.byId(network, name);
  if (!newest || newest.deletedAt !== null) return null;
  const ids = versionsOf(newest);
  const first = await shelf.byId(network, ids[0] ?? '');
  return { post, newest, ids, begunAt: (first ?? newest).createdAt };
}

/** Ids of the versions of a newest one. */
export const versionsOf = ({ id, content }: PracticePost): readonly string[] => [
  ...edited.parse(content).before,
  id,
];

/** What a picture was said to show when the version before was posted. */
export function altThere(chain: Chain | null, media: string): string {
  const alts = z.array(z.string()).catch([]).parse(chain?.newest.content['alts']);
  return alts[chain?.newest.media.indexOf(media) ?? -1] ?? '';
}

/** Whether somebody may edit it: the account itself, its newest version, in time, and not too often. */
export const isEditable = ({ post, newest, ids, begunAt }: Chain, account: string, now: number): boolean =>
  post.account === account && post.id === newest.id && ids.length <= mostEdits && now < begunAt + editableFor;

/** What X says of the edits that are left. */
export const controlsOf = ({ ids, begunAt }: Chain) => ({
  // Neither a poll nor an answer to somebody else, which cannot be edited, is ever taken here.
  is_edit_eligible: true,
  editable_until: new Date(begunAt + editableFor).toISOString(),
  edits_remaining: mostEdits - (ids.length - 1),
});

/** Keeps the new version in the place of the newest. */
export async function putVersion(
  shelf: PracticeShelf,
  { newest, ids }: Chain,
  next: PracticePost,
): Promise<void> {
  await shelf.put({ ...next, content: { ...newest.content, ...next.content, before: ids } });
  for (const id of ids) {
    const version = id === newest.id ? newest : await shelf.byId(network, id);
    if (version)
      await shelf.change(network, id, {
        content: { ...version.content, newest: next.id },
        deletedAt: next.createdAt,
      });
  }
}
