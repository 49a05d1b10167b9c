import type { Account, ChannelAdapter, Outcome, Recalled } from '../../../src/channels/channel';
import { told } from '../../../src/channels/counted/told';
import { threadsCharacters } from '../../../src/channels/counters/threads';
import { threadsRules } from '../../../src/channels/rules/meta/threads';
import { threadsSettings } from '../../../src/channels/settings/meta/threads';
import { answerOf, Ended } from '../ended';
import { notSignedIn } from '../not-done';
import { postedInline } from '../posted';
import { recallParts } from '../replies/parts';
import { repliesOnThreads } from '../replies/threads';
import { metaAccess } from './access';
import { threadsContainer } from './containers';
import { recallThing } from './recall';
import { metaProfile, type MetaProfile } from './sessions';
import { twoSteps } from './two-step';
import type { TwoStepSources } from './two-step-network';

const longest = threadsRules.text.characters?.max ?? Infinity;

/** Threads by access token (developers.facebook.com/docs/threads/posts). */
export function threads(sources: TwoStepSources): ChannelAdapter {
  const { adapter, ready } = twoSteps(sources, {
    kind: 'threads',
    rules: threadsRules,
    paths: { create: 'threads', publish: 'threads_publish', limit: 'threads_publishing_limit' },
    posts: { path: 'threads', words: 'text' },
    container: threadsContainer,
    image: { media_type: 'IMAGE' },
    film: { media_type: 'VIDEO' },
    counted: { metrics: told.threads },
    figures: ({ user }) => ({
      ...{ path: `/${user}/threads_insights`, query: { metric: 'views' } },
      ...{ right: 'threads_manage_insights', without: '' },
    }),
    whyNot: () => noToken,
    profileOf,
    wordsOf: postedInline,
    problemOf({ text }) {
      const length = threadsCharacters(text);
      if (length <= longest) return null;
      return {
        kind: 'rejected',
        code: 'threads.too-long',
        message: `Threads takes ${longest} characters, the post has ${length}. Shorten it and schedule it again.`,
      };
    },
  });
  return {
    ...adapter,
    async recall(account, sent) {
      const { http, now } = sources;
      const profile = profileOf(account);
      if (!profile) return notSignedIn(noToken, stillThere);
      const access = await ready(profile);
      const take = (id: string) => recallThing(http, access, id, 'threads.still-there', now);
      try {
        const ids = await answerOf(() => repliesOnThreads(http, access, sent, now));
        return await recallParts(ids, take, () => take(sent.remoteId));
      } catch (error) {
        // Without its post the rest would not be found any more.
        return isGone(error) ? take(sent.remoteId) : notRead(error);
      }
    },
  };
}

function profileOf({ key, settings, secret }: Account): MetaProfile | null {
  const access = metaAccess(secret);
  if (!access) return null;
  const { userId, version, server } = threadsSettings.parse(settings);
  return metaProfile({
    ...{ network: 'Threads', key, user: userId || 'me', version, server, ...access },
    // What was connected is extended with its connection.
    grant: access.connectedAt === null ? 'th_refresh_token' : null,
  });
}

const stillThere = 'The post is still on Threads.';

const isGone = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Ended && error.cause.outcome.kind === 'rejected';

const notRead = (error: unknown): Recalled => ({
  kind: 'failed',
  code: 'threads.still-there',
  message: `${stillThere} Its thread could not be looked up: ${error instanceof Error ? error.message : ''}`,
});

const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no access token that can be read. Connect it, or make one in the Meta app under Threads and enter it here.',
} as const satisfies Outcome;
