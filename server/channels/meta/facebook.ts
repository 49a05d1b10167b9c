import { z } from 'zod';
import type { Account, ChannelAdapter, Delivery, Outcome, Remote } from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { withAddresses, withLink } from '../../../src/channels/counters/inline-links';
import { isDuplicate } from '../../../src/channels/outcomes/meta/outcome';
import { facebookRules } from '../../../src/channels/rules/meta/facebook';
import type { CopyPicture } from '../../../src/channels/schema';
import { correctPagePost } from '../correct/facebook';
import { wantedBy } from '../../pictures/renditions/wanted';
import { answerOf, Ended, leaseLost, outcomeOf } from '../ended';
import { notSignedIn } from '../not-done';
import type { PictureSource } from '../pictures';
import { preparedPicture } from '../prepared-picture';
import { remembering, type Posted } from '../posted';
import { failedReport } from '../report';
import { filmOnFacebook, lookForFilm, type FilmSources } from './facebook-film';
import { lookFor } from './facebook-look';
import { facebookPage, whyNoPage, type FacebookPage } from './facebook-page';
import { commentOnGraph, lookForComment, pageComments } from '../replies/comments';
import { deliverParts, doneAs, findParts, standingAs } from '../replies/parts';
import { withRightToReply } from '../replies/right';
import { testFacebook } from './facebook-test';
import { graphCall, graphValue, type GraphAnswer } from './graph';
import { pageCounts } from './page-counts';
import { recallThing } from './recall';

export interface FacebookSources extends FilmSources {
  readonly pictures: PictureSource;
}

const photo = z.object({ id: z.string().min(1) });
const posted = z.object({ id: z.string().min(1), permalink_url: z.string().nullable().catch(null) });
const longest = facebookRules.text.characters?.max ?? Infinity;

/**
 * A Page of Facebook by its access token (developers.facebook.com/docs/pages-api/posts). Facebook knows no key of ours: what may be there
 * is looked for among the Page's own posts before anything is sent again.
 */
export function facebook(sources: FacebookSources): ChannelAdapter {
  const { http, pictures, now } = sources;
  return {
    kind: 'facebook',
    inDoubt: 'look',

    async test(account) {
      const page = facebookPage(account);
      return page ? testFacebook(http, page, now) : failedReport(whyNoPage(account));
    },

    async deliver(account, delivery) {
      const page = facebookPage(account);
      if (!page) return whyNoPage(account);
      const comments = pageComments(page.pageId);
      return outcomeOf(() =>
        deliverParts<string>(delivery, async (part, under) =>
          under
            ? withRightToReply('facebook', under, async () =>
                commentOnGraph({ http, now }, page, await wordsOf(part), part, under, comments),
              )
            : doneAs(await delivered(page, part)),
        ),
      );
    },

    async find(account, delivery) {
      const page = known(account);
      const comments = pageComments(page.pageId);
      return answerOf(() =>
        findParts<string>(delivery, async (part, under) => {
          const words = await wordsOf(part);
          return standingAs(
            under
              ? await lookForComment({ http, now }, page, words, under, comments)
              : await look(page, words, part),
          );
        }),
      );
    },

    async recall(account, { remoteId }) {
      const page = facebookPage(account);
      return page
        ? recallThing(http, page, remoteId, 'facebook.still-there', now)
        : {
            kind: 'failed',
            code: 'channel.no-secret',
            message: `The post is still on Facebook. ${whyNoPage(account).message}`,
          };
    },

    async correct(account, correction) {
      const page = facebookPage(account);
      if (!page) return notSignedIn(whyNoPage(account));
      return correctPagePost(http, page, correction.remoteId, (await wordsOf(correction)).text, now);
    },

    async counts(account, ids) {
      const page = known(account);
      return answerOf(() => pageCounts(http, page, ids, now));
    },
  };

  async function delivered(page: FacebookPage, delivery: Delivery): Promise<Outcome> {
    const words = await wordsOf(delivery);
    if (words.text.length > longest)
      return {
        kind: 'rejected',
        code: 'facebook.too-long',
        message: `Facebook takes ${longest} characters, the post has ${words.text.length}. Shorten it and schedule it again.`,
      };
    if (delivery.attempt > 1) {
      const there = await look(page, words, delivery);
      if (there) return { kind: 'duplicate', ...there };
    }
    const { video } = delivery.copy;
    if (video) {
      const { answer, outcome } = await filmOnFacebook(sources, page, video, words, delivery);
      return (await ours(answer, page, words, delivery)) ?? outcome();
    }
    const photos: string[] = [];
    for (const picture of delivery.copy.pictures) photos.push(await uploaded(page, picture, delivery));
    if (!(await delivery.beat())) return leaseLost;
    const answer = await graphCall(
      http,
      page,
      {
        path: `/${page.pageId}/feed`,
        query: { fields: 'id,permalink_url' },
        json: {
          ...(words.text === '' ? {} : { message: words.text }),
          ...(words.link === null ? {} : { link: words.link }),
          ...(photos.length === 0 ? {} : { attached_media: photos.map((id) => ({ media_fbid: id })) }),
        },
        answer: posted,
      },
      now,
    );
    const there = await ours(answer, page, words, delivery);
    if (there) return there;
    const { id, permalink_url: url } = graphValue(answer, 'write', now());
    const limits = answer.ok && answer.limits.length > 0 ? { limits: answer.limits } : {};
    return { kind: 'delivered', remoteId: id, url, ...limits };
  }

  /** Hands a picture over for a post to come. Nothing is published by it; Facebook drops what no post takes up. */
  async function uploaded(page: FacebookPage, picture: CopyPicture, { beat }: Delivery): Promise<string> {
    const { bytes, mime } = await preparedPicture(picture, pictures, wantedBy(facebookRules));
    if (!(await beat())) throw new Ended(leaseLost);
    const form = new FormData();
    form.set('published', 'false');
    const description = wellFormed(picture.alt.trim());
    if (description !== '') form.set('alt_text_custom', description);
    form.set('source', new Blob([new Uint8Array(bytes)], { type: mime }), 'picture.jpg');
    const answer = await graphCall(http, page, { path: `/${page.pageId}/photos`, form, answer: photo }, now);
    return graphValue(answer, 'read', now()).id;
  }

  /** What Facebook has already, where it says so and it is ours. */
  async function ours(
    answer: GraphAnswer<unknown>,
    page: FacebookPage,
    words: Posted,
    delivery: Delivery,
  ): Promise<Outcome | null> {
    const isThere = !answer.ok && 'refusal' in answer && isDuplicate(answer.refusal);
    const there = isThere ? await look(page, words, delivery) : null;
    return there && { kind: 'duplicate', ...there };
  }

  async function look(page: FacebookPage, words: Posted, delivery: Delivery): Promise<Remote | null> {
    const there = await lookFor(http, page, words, delivery, now);
    return there ?? (delivery.copy.video ? lookForFilm(http, page, words, delivery, now) : null);
  }
}

/**
 * What is posted, the same on every try. Facebook makes a card of the page where neither pictures nor a video are attached; beside them
 * the address goes behind the words.
 */
async function wordsOf({
  copy,
  track,
}: Pick<Delivery, 'copy' | 'track'>): Promise<Posted & { readonly link: string | null }> {
  const { links, tracked } = remembering(track);
  const attached = copy.pictures.length + (copy.video ? 1 : 0);
  const isCard = attached === 0 && copy.link !== null && !copy.text.includes(copy.link);
  const text = isCard ? copy.text.trimEnd() : withLink(copy.text, copy.link);
  const message = await withAddresses(wellFormed(text), tracked);
  const link = isCard && copy.link !== null ? await tracked(copy.link) : null;
  return { text: message, link, links, pictures: attached };
}

function known(account: Account): FacebookPage {
  const page = facebookPage(account);
  if (!page) throw new Error(whyNoPage(account).message);
  return page;
}
