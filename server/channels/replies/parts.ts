import type { Delivery, Found, Outcome, Published, Recalled, Remote } from '../../../src/channels/channel';
import { outcomeOf } from '../ended';

/** Where a reply goes: below which post, and which of its parts it answers; both as the network needs them named. */
export interface Under<At> {
  readonly root: At;
  readonly parent: At;
}

/** What became of one part; `at` names it for the next, null where it is not there. */
export interface Done<At> {
  readonly outcome: Outcome;
  readonly at: At | null;
}

/** What became of a part whose remote id is its name for the next. */
export const doneAs = (outcome: Outcome): Done<string> => ({
  outcome,
  at: 'remoteId' in outcome ? outcome.remoteId : null,
});

/** The same of what was found. */
export const standingAs = (remote: Remote | null): Standing<string> | null =>
  remote && { remote, at: remote.remoteId };

/** A part that is there. */
export interface Standing<At> {
  readonly remote: Remote;
  readonly at: At;
}

const textOnly = (text: string): Delivery['copy'] => ({ text, link: null, pictures: [], edited: false });

/** The key of a part: that of the publication for the post itself, one of its own for each reply. The same on every try. */
const partKey = (publication: string, index: number): string => `${publication}-${index + 2}`;

/** Each reply as a delivery of its own, with a key of its own. */
const repliesOf = (delivery: Delivery): readonly Delivery[] =>
  (delivery.copy.replies ?? []).map(({ text }, index) => ({
    ...delivery,
    publication: partKey(delivery.publication, index),
    // Networks sort by the time that a post bears.
    dueAt: delivery.dueAt + index + 1,
    copy: textOnly(text),
  }));

/**
 * Brings a post and then its replies there, one after the other. Where the post was made just now nothing can be beneath it; else each
 * part is looked for first (`attempt` above 1). Where a reply is missing the outcome says so and carries the post as `begun`; one that
 * the network refuses for good leaves the post delivered, and its note says what is not there.
 */
export async function deliverParts<At>(
  delivery: Delivery,
  one: (part: Delivery, under: Under<At> | null) => Promise<Done<At>>,
): Promise<Outcome> {
  const replies = repliesOf(delivery);
  const { outcome, at: root } = await one(delivery, null);
  if (root === null || !isThere(outcome) || replies.length === 0) return outcome;
  const attempt = delivery.attempt === 1 && outcome.kind === 'delivered' ? 1 : Math.max(delivery.attempt, 2);
  let parent = root;
  let { limits } = outcome;
  for (const [index, reply] of replies.entries()) {
    const done = await doneOf(() => one({ ...reply, attempt }, { root, parent }));
    limits = done.outcome.limits ?? limits;
    if (done.at === null) return missing(outcome, done.outcome, index, replies.length);
    parent = done.at;
  }
  return limits ? { ...outcome, limits } : outcome;
}

type There = Extract<Outcome, { readonly kind: 'delivered' | 'duplicate' }>;
const isThere = (outcome: Outcome): outcome is There =>
  outcome.kind === 'delivered' || outcome.kind === 'duplicate';

/** A step that ended early left nothing there to answer to. */
async function doneOf<At>(step: () => Promise<Done<At>>): Promise<Done<At>> {
  let at: At | null = null;
  const outcome = await outcomeOf(async () => {
    const done = await step();
    at = done.at;
    return done.outcome;
  });
  return { outcome, at };
}

/** How it ends where the post is there and the reply of this index is not. */
function missing(post: There, ending: Outcome, index: number, count: number): Outcome {
  const { remoteId, url } = post;
  const begun = { remoteId, url };
  if (isThere(ending)) throw new Error('What is there has a name for the next to answer to.');
  const where = url === null ? 'The post is there' : `The post is there (${url})`;
  const which = count === 1 ? 'its first comment' : `text ${index + 1} of ${count} beneath it`;
  if (ending.kind === 'rejected') {
    const behind = index + 1 < count ? ', nor what was to follow' : '';
    const note = `${where}, but not ${which}${behind}: ${ending.message}`;
    return { kind: 'delivered', ...begun, note, ...reportOf(post), ...limitsOf(ending) };
  }
  const words =
    ending.kind === 'unknown'
      ? `${where}; whether ${which} is there is not known. ${ending.message}`
      : `${where}, and ${which} is not yet. ${ending.message}`;
  return { ...ending, message: words, begun };
}

const reportOf = ({ sent }: Outcome) => (sent ? { sent } : {});
const limitsOf = ({ limits }: Outcome) => (limits ? { limits } : {});

/** What is there of a post and its replies; null: not even the post. `isBegun`: not all of its replies. */
export async function findParts<At>(
  delivery: Delivery,
  look: (part: Delivery, under: Under<At> | null) => Promise<Standing<At> | null>,
): Promise<Found | null> {
  const post = await look(delivery, null);
  if (!post) return null;
  let parent = post.at;
  for (const reply of repliesOf(delivery)) {
    const there = await look(reply, { root: post.at, parent });
    if (!there) return { ...post.remote, isBegun: true };
    parent = there.at;
  }
  return post.remote;
}

/** Takes replies back, the last first, and then the post; what could not be taken back is said, and asked for again. */
export async function recallParts<Part>(
  replies: readonly Part[],
  takeReply: (reply: Part) => Promise<Recalled>,
  takePost: () => Promise<Recalled>,
): Promise<Recalled> {
  let isTaken = false;
  for (const reply of replies.toReversed()) {
    const taken = await takeReply(reply);
    if (taken.kind === 'failed' || taken.kind === 'kept') return taken;
    isTaken ||= taken.kind === 'recalled';
  }
  const taken = await takePost();
  return taken.kind === 'gone' && isTaken
    ? {
        ...taken,
        kind: 'recalled',
        message: 'What stood beneath the post was deleted; the post was not there any more.',
      }
    : taken;
}

/** Keys of the replies of something that was delivered, in their order. */
export const replyKeys = ({
  publication,
  copy,
}: Pick<Published, 'publication' | 'copy'>): readonly string[] =>
  (copy.replies ?? []).map((_, index) => partKey(publication, index));
