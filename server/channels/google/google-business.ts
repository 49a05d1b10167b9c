import type {
  Account,
  ChannelAdapter,
  Delivery,
  Outcome,
  Published,
  Recalled,
} from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { withAddresses } from '../../../src/channels/counters/inline-links';
import { isGoneOnGoogle } from '../../../src/channels/outcomes/google/outcome';
import { googleBusinessRules } from '../../../src/channels/rules/google/business';
import type { CopyPicture } from '../../../src/channels/schema';
import { spoken } from '../../../src/channels/health/api-versions';
import type { Outgoing } from '../../http/outgoing';
import { answerOf, Ended, leaseLost, outcomeOf } from '../ended';
import { correctLocalPost } from '../correct/google';
import { remembering, type Posted } from '../posted';
import { notDone, notSignedIn } from '../not-done';
import { failedReport } from '../report';
import { googleAccount, googleCall, googleEnd, noToken, type GoogleAccount } from './api';
import { saidYes } from './lists';
import { locationOf } from './locations';
import {
  checking,
  isLive,
  localPost,
  ownPost,
  remoteOf,
  settledPost,
  takenDown,
  type LocalPost,
} from './posts';
import { testGoogle } from './tested';

export interface GoogleSources {
  readonly http: Outgoing;
  /** Where Google loads a picture; `atHome`: nobody outside reaches this address of ours. */
  readonly served: (picture: CopyPicture) => Promise<{ readonly url: string } | { readonly atHome: string }>;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

const longest = googleBusinessRules.text.characters?.max ?? Infinity;
/** How long a post is watched that Google checks, in milliseconds; beyond that it is looked up later. */
const waits = [1_000, 2_000, 4_000, 8_000];

/**
 * A location on Google Search and Maps, by posts of the kind `STANDARD` (developers.google.com/my-business/content/posts-data). Google
 * knows no key of ours and takes the same post twice, so every try looks among the location's own posts first. It counts no posts: its
 * figures are those of the location.
 */
export function googleBusiness(sources: GoogleSources): ChannelAdapter {
  const { http, now, sleep } = sources;
  return {
    kind: 'google-business',
    inDoubt: 'look',

    async test(account) {
      const known = googleAccount(account);
      return known ? testGoogle(http, known, now) : failedReport(noToken);
    },

    async deliver(account, delivery) {
      const known = googleAccount(account);
      return known ? outcomeOf(() => delivered(known, delivery)) : noToken;
    },

    async find(account, delivery) {
      const known = orThrow(account);
      return answerOf(async () => {
        const location = await locationOf(http, known, now);
        const words = await wordsOf(delivery);
        const { post, wasRejected } = await ownPost(http, known, location, words, delivery, now);
        if (post) return settledPost(post, now());
        if (wasRejected) throw new Ended(takenDown);
        return null;
      });
    },

    recall: (account, sent) => recalled(googleAccount(account), sent),

    async correct(account, correction) {
      const known = googleAccount(account);
      if (!known) return notSignedIn(noToken);
      const { text } = await wordsOf(correction);
      return correctLocalPost(http, known, correction.remoteId, text, { now, sleep });
    },
  };

  async function delivered(account: GoogleAccount, delivery: Delivery): Promise<Outcome> {
    const words = await wordsOf(delivery);
    const { length } = words.text;
    if (length > longest)
      return {
        kind: 'rejected',
        code: 'google.too-long',
        message: `Google takes ${longest} characters, the post has ${length}. Shorten it and schedule it again.`,
      };
    const location = await locationOf(http, account, now);
    const { post: there } = await ownPost(http, account, location, words, delivery, now);
    if (there) return isLive(there) ? { kind: 'duplicate', ...remoteOf(there) } : checking;
    const [picture] = delivery.copy.pictures;
    const sourceUrl = picture ? await addressOf(picture) : null;
    if (!(await delivery.beat())) return leaseLost;
    const json = postOf(account, words, delivery, sourceUrl);
    const path = `/${spoken['google-business']}/${location}/localPosts`;
    const answer = await googleCall(http, account, { at: 'posts', path, json, answer: localPost }, now);
    const report = answer.sent ? { sent: answer.sent } : {};
    if (!answer.ok) return { ...report, ...googleEnd(answer, 'write', now()) };
    return { ...report, ...(await judged(account, answer.value, delivery)) };
  }

  /** What Google makes of a post that it has taken. Whatever hinders us from asking, the post is there. */
  async function judged(
    account: GoogleAccount,
    made: LocalPost,
    { beat }: Pick<Delivery, 'beat'>,
  ): Promise<Outcome> {
    let post = made;
    for (const wait of waits) {
      if (isLive(post) || post.state === 'REJECTED') break;
      await sleep(wait);
      if (!(await beat())) return checking;
      const call = {
        at: 'posts',
        path: `/${spoken['google-business']}/${made.name}`,
        answer: localPost,
      } as const;
      const answer = await googleCall(http, account, call, now);
      if (answer.ok) post = answer.value;
    }
    if (isLive(post)) return { kind: 'delivered', ...remoteOf(post) };
    return post.state === 'REJECTED' ? takenDown : checking;
  }

  async function addressOf(picture: CopyPicture): Promise<string> {
    const address = await sources.served(picture);
    if ('url' in address) return address.url;
    throw new Ended({
      kind: 'rejected',
      code: 'google.not-reachable',
      message: `Google loads pictures from this server, and nobody outside reaches ${address.atHome}. Set the public address of Strapi in the settings of Presence, and schedule the post again.`,
    });
  }

  async function recalled(account: GoogleAccount | null, { remoteId }: Published): Promise<Recalled> {
    if (account === null) return notSignedIn(noToken, stillThere.still);
    const path = `/${spoken['google-business']}/${remoteId.split('/').map(encodeURIComponent).join('/')}`;
    const call = { at: 'posts', path, method: 'DELETE', answer: saidYes } as const;
    const answer = await googleCall(http, account, call, now);
    if (answer.ok) return { kind: 'recalled', code: '', message: 'The post was deleted on Google.' };
    if ('refusal' in answer && isGoneOnGoogle(answer.refusal))
      return { kind: 'gone', code: '', message: 'The post was not there any more.' };
    return notDone(answer, googleEnd(answer, 'read', now()), stillThere, now());
  }
}

function postOf(
  { settings: { button } }: GoogleAccount,
  { text, url }: Words,
  { entry: { locale } }: Delivery,
  sourceUrl: string | null,
): object {
  return {
    ...(locale ? { languageCode: locale } : {}),
    summary: text,
    ...(url === null ? {} : { callToAction: { actionType: button, url } }),
    ...(sourceUrl === null ? {} : { media: [{ mediaFormat: 'PHOTO', sourceUrl }] }),
    topicType: 'STANDARD',
  };
}

type Words = Posted & { readonly url: string | null };

/** What is posted, the same on every try: the page stands behind the button, other addresses where they are in the text. */
async function wordsOf({ copy, track }: Pick<Delivery, 'copy' | 'track'>): Promise<Words> {
  const { links, tracked } = remembering(track);
  const text = await withAddresses(wellFormed(copy.text.trimEnd()), tracked);
  const url = copy.link === null ? null : await tracked(copy.link);
  return { text, url, links, pictures: Math.min(copy.pictures.length, 1) };
}

function orThrow(account: Account): GoogleAccount {
  const known = googleAccount(account);
  if (!known) throw new Error(noToken.message);
  return known;
}

const stillThere = {
  code: 'google.still-there',
  still: 'The post is still on Google.',
  inDoubt: 'Whether the post is still on Google is not known.',
};
