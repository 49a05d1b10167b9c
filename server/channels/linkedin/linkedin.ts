import { z } from 'zod';
import type {
  Account,
  ChannelAdapter,
  Delivery,
  Outcome,
  Published,
  Recalled,
} from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { isLinkedinDuplicate } from '../../../src/channels/outcomes/linkedin';
import { linkedinRules } from '../../../src/channels/rules/linkedin';
import { correctShare } from '../correct/linkedin';
import { answerOf, leaseLost, outcomeOf } from '../ended';
import { notSignedIn, notDone } from '../not-done';
import { postedInline } from '../posted';
import { commentOnLinkedin, lookForComment, settledUnseen } from '../replies/linkedin';
import { deliverParts, doneAs, findParts, standingAs } from '../replies/parts';
import { failedReport } from '../report';
import {
  changeFailure,
  isGone,
  linkedinAccount,
  linkedinCall,
  linkedinEnd,
  noToken,
  notTheirs,
  type LinkedinAccount,
} from './api';
import { authorOf } from './author';
import { linkedinCounts } from './counts';
import { imageOnLinkedin, type LinkedinSources } from './images';
import { linkedinUrl, lookOnLinkedin } from './look';
import { postOf, wordsOf, type Shown, type Words } from './share';
import { testLinkedin } from './tested';
import { videoOnLinkedin } from './videos';

const longest = linkedinRules.text.characters?.max ?? Infinity;
const path = '/rest/posts';

/**
 * A page or a person on LinkedIn (learn.microsoft.com, Posts API). LinkedIn knows no key of ours, so a doubt is settled by reading the
 * page's own posts; those of a person cannot be read, and a person is asked.
 */
export function linkedin(sources: LinkedinSources): ChannelAdapter {
  const { http, now } = sources;
  return {
    kind: 'linkedin',
    inDoubt: 'look',

    async test(account) {
      const known = linkedinAccount(account);
      return known ? testLinkedin(http, known, now) : failedReport(noToken);
    },

    async deliver(account, delivery) {
      const known = linkedinAccount(account);
      if (!known) return noToken;
      return outcomeOf(async () => {
        let asked: Promise<string> | undefined;
        const author = () => (asked ??= authorOf(http, known, now));
        const outcome = await deliverParts<string>(delivery, async (part, under) =>
          under
            ? commentOnLinkedin(sources, known, await author(), part, under)
            : doneAs(await delivered(known, author, part)),
        );
        return outcome.begun && !isReadable(await author()) ? settledUnseen(outcome) : outcome;
      });
    },

    async find(account, delivery) {
      const known = orThrow(account);
      return answerOf(async () => {
        const author = await authorOf(http, known, now);
        return findParts<string>(delivery, async (part, under) =>
          standingAs(
            under
              ? await lookForComment(sources, known, author, await postedInline(part), under)
              : await lookOnLinkedin(http, known, author, await wordsOf(part), part, now),
          ),
        );
      });
    },

    recall: (account, sent) => recalled(linkedinAccount(account), sent),

    async correct(account, correction) {
      const known = linkedinAccount(account);
      if (!known) return notSignedIn(noToken);
      return correctShare(http, known, correction.remoteId, (await wordsOf(correction)).text, now);
    },

    async counts(account, ids) {
      const known = orThrow(account);
      return answerOf(async () => linkedinCounts(http, known, await authorOf(http, known, now), ids, now));
    },
  };

  async function delivered(
    account: LinkedinAccount,
    authorOnce: () => Promise<string>,
    delivery: Delivery,
  ): Promise<Outcome> {
    const words = await wordsOf(delivery);
    const { length } = words.text;
    if (length > longest)
      return {
        kind: 'rejected',
        code: 'linkedin.too-long',
        message: `LinkedIn takes ${longest} characters, the post has ${length} as they are sent. Shorten it and schedule it again.`,
      };
    const author = await authorOnce();
    const canLook = isReadable(author);
    const look = () => lookOnLinkedin(http, account, author, words, delivery, now);
    if (delivery.attempt > 1 && canLook) {
      const there = await look();
      if (there) return { kind: 'duplicate', ...there };
    }
    const shown = await shownOf(account, author, words, delivery);
    if (!(await delivery.beat())) return leaseLost;
    const json = postOf(author, words, shown);
    const answer = await linkedinCall(http, account, { path, json, answer: z.unknown() }, now);
    const report = answer.sent ? { sent: answer.sent } : {};
    if (answer.ok)
      return isPost(answer.id)
        ? { kind: 'delivered', remoteId: answer.id, url: linkedinUrl(answer.id), ...report }
        : { ...report, ...noAnswerOutcome(notTheirs(account.settings.server), 'write') };
    if ('refusal' in answer && isLinkedinDuplicate(answer.refusal)) {
      // The same words are there: perhaps by an earlier try of this publication, whose post is not shown yet.
      const there = canLook ? await look() : null;
      if (there) return { kind: 'duplicate', ...there };
      if (delivery.attempt > 1) return { ...report, ...perhapsOurs };
    }
    return { ...report, ...linkedinEnd(answer, 'write', now()) };
  }

  async function shownOf(
    account: LinkedinAccount,
    author: string,
    { title }: Words,
    { copy: { video, pictures }, beat }: Delivery,
  ): Promise<readonly Shown[]> {
    if (video) {
      const id = await videoOnLinkedin(sources, account, author, video, { beat });
      return [{ id, ...(title === '' ? {} : { title }) }];
    }
    const images: Shown[] = [];
    for (const picture of pictures) {
      const id = await imageOnLinkedin(sources, account, author, picture, { beat });
      const altText = wellFormed(picture.alt.trim());
      images.push({ id, ...(altText === '' ? {} : { altText }) });
    }
    return images;
  }

  async function recalled(account: LinkedinAccount | null, { remoteId }: Published): Promise<Recalled> {
    if (account === null) return notSignedIn(noToken, stillThere.still);
    const call = {
      path: `${path}/${encodeURIComponent(remoteId)}`,
      method: 'DELETE',
      answer: z.unknown(),
    } as const;
    const failed = changeFailure(await linkedinCall(http, account, call, now), account);
    if (!failed) return { kind: 'recalled', code: '', message: 'The post was deleted on LinkedIn.' };
    if (isGone(failed)) return { kind: 'gone', code: '', message: 'The post was not there any more.' };
    return notDone(failed, linkedinEnd(failed, 'read', now()), stillThere, now());
  }
}

/** LinkedIn shows apps the posts of pages, not those of persons. */
const isReadable = (author: string): boolean => author.startsWith('urn:li:organization:');

const isPost = (id: string): boolean => /^urn:li:(share|ugcPost):\d+$/.test(id);

function orThrow(account: Account): LinkedinAccount {
  const known = linkedinAccount(account);
  if (!known) throw new Error(noToken.message);
  return known;
}

const perhapsOurs = {
  kind: 'unknown',
  code: 'linkedin.perhaps-ours',
  message:
    'LinkedIn says that a post with these words is there already, perhaps by an earlier try, and does not show it.',
} as const;

const stillThere = {
  code: 'linkedin.still-there',
  still: 'The post is still on LinkedIn.',
  inDoubt: 'Whether the post is still on LinkedIn is not known.',
};
