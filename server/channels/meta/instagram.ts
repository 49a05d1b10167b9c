import type { Account, ChannelAdapter, Delivery, Outcome, Recalled } from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { told } from '../../../src/channels/counted/told';
import { hashtagsOf } from '../../../src/channels/counters/hashtags';
import { instagramRules } from '../../../src/channels/rules/meta/instagram';
import { instagramServers, instagramSettings } from '../../../src/channels/settings/meta/instagram';
import type { Posted } from '../posted';
import { gramComments } from '../replies/comments';
import { metaAccess, notChosen } from './access';
import { instagramContainer } from './containers';
import { metaProfile, type MetaProfile } from './sessions';
import { twoSteps } from './two-step';
import type { TwoStepSources } from './two-step-network';

const { text: caption, pictures } = instagramRules;
const longest = caption.characters?.max ?? Infinity;
const mostTags = caption.hashtags?.max ?? Infinity;

/**
 * A professional account of Instagram by access token (developers.facebook.com/docs/instagram-platform/content-publishing). Addresses in a
 * caption cannot be clicked, so none is put there and those that somebody wrote stay as they are.
 */
export function instagram(sources: TwoStepSources): ChannelAdapter {
  const { adapter } = twoSteps(sources, {
    kind: 'instagram',
    rules: instagramRules,
    paths: { create: 'media', publish: 'media_publish', limit: 'content_publishing_limit' },
    posts: { path: 'media', words: 'caption' },
    comments: gramComments,
    container: instagramContainer,
    image: {},
    film: { media_type: 'REELS', share_to_feed: true },
    counted: { metrics: told.instagram, fields: { likes: 'like_count', replies: 'comments_count' } },
    figures: ({ user, login }) => ({
      ...{ path: `/${user}/insights`, query: { metric: 'reach', period: 'day' } },
      right: login === 'facebook' ? 'instagram_manage_insights' : 'instagram_business_manage_insights',
      without: 'likes and comments',
    }),
    whyNot: ({ secret }) => (metaAccess(secret) ? notChosen : noToken),
    profileOf,
    wordsOf,
    problemOf,
  });
  return {
    ...adapter,
    async recall(): Promise<Recalled> {
      return {
        kind: 'kept',
        code: 'instagram.not-deletable',
        message:
          'Instagram does not let every app delete posts, so it was left there. Open the post in Instagram and delete it by hand.',
      };
    },
  };
}

function profileOf({ key, settings, secret }: Account): MetaProfile | null {
  const access = metaAccess(secret);
  const { userId, login, version, server = instagramServers[login] } = instagramSettings.parse(settings);
  if (!access || userId === '') return null;
  const isExtended = login === 'instagram' && access.connectedAt === null;
  return metaProfile({
    ...{ network: 'Instagram', key, user: userId, version, server, login, ...access },
    grant: isExtended ? 'ig_refresh_token' : null,
  });
}

const wordsOf = async ({ copy }: Delivery): Promise<Posted> => ({
  ...{ text: wellFormed(copy.text.trimEnd()), links: [] },
  pictures: copy.pictures.length + (copy.video ? 1 : 0),
});

function problemOf({ text, pictures: count }: Posted): Outcome | null {
  const tags = hashtagsOf(text);
  if (count === 0)
    return rejected(
      'no-picture',
      'Instagram takes no post without a picture or a video. Choose one and schedule it again.',
    );
  if (count > pictures.max)
    return rejected(
      'too-many-pictures',
      `Instagram takes ${pictures.max} pictures, the post has ${count}. Remove some and schedule it again.`,
    );
  if (text.length > longest)
    return rejected(
      'too-long',
      `Instagram takes ${longest} characters, the post has ${text.length}. Shorten it and schedule it again.`,
    );
  if (tags > mostTags)
    return rejected(
      'too-many-hashtags',
      `Instagram takes ${mostTags} hashtags, the post has ${tags}. Remove some and schedule it again.`,
    );
  return null;
}

const rejected = (code: string, message: string): Outcome => ({
  kind: 'rejected',
  code: `instagram.${code}`,
  message,
});

const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no access token that can be read. Connect it, or make one in the Meta app under Instagram and enter it here.',
} as const satisfies Outcome;
