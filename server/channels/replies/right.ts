import type { Outcome } from '../../../src/channels/channel';
import { Ended } from '../ended';
import type { Done, Under } from './parts';

/** The right that a network of Meta wants for a text beneath a post, in its own name. */
const rights = {
  threads: 'threads_manage_replies',
  instagram: 'instagram_manage_comments',
  facebook: 'pages_manage_engagement',
} as const;

/**
 * A step whose access may post but not answer: the post stands, and the channel goes on, so the answer alone is refused. `under` null:
 * it is the post itself, and everything is as it is said.
 */
export async function withRightToReply<At>(
  kind: keyof typeof rights,
  under: Under<At> | null,
  step: () => Promise<Done<At>>,
): Promise<Done<At>> {
  if (under === null) return step();
  try {
    const done = await step();
    return isWithoutRight(done.outcome) ? { outcome: noRight(kind), at: null } : done;
  } catch (error) {
    if (error instanceof Ended && isWithoutRight(error.outcome)) return { outcome: noRight(kind), at: null };
    throw error;
  }
}

const isWithoutRight = (outcome: Outcome): boolean =>
  outcome.kind === 'reauthorise' && outcome.code === 'meta.permission';

const noRight = (kind: keyof typeof rights): Outcome => ({
  kind: 'rejected',
  code: 'meta.no-right-to-reply',
  message: `The access token may not post beneath a post: it has no ${rights[kind]}. Post it by hand, and make a token with that right for the next time.`,
});
