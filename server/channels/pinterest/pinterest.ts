import { z } from 'zod';
import type {
  Account,
  ChannelAdapter,
  Delivery,
  Outcome,
  Published,
  Recalled,
} from '../../../src/channels/channel';
import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { isGoneOnPinterest } from '../../../src/channels/outcomes/pins/pinterest';
import { correctPin } from '../correct/pinterest';
import { answerOf, Ended, leaseLost, outcomeOf } from '../ended';
import { notDone, notSignedIn } from '../not-done';
import { failedReport } from '../report';
import {
  noToken,
  notTheirs,
  pinterestAccount,
  pinterestCall,
  pinterestEnd,
  type PinterestAccount,
} from './api';
import { boardOf } from './boards';
import { pinterestCounts } from './counts';
import { lookOnPinterest, pinterestUrl } from './look';
import { pinOf, pinWords, problemOf, type PinterestSources } from './pin';
import { testPinterest } from './tested';

const made = z.object({ id: z.string().regex(/^\d+$/) });

/**
 * A board of Pinterest (developers.pinterest.com/docs/api/v5). Pinterest knows no key of ours and takes the same pin twice, so the board is
 * looked at before each pin, and read through where an answer was lost.
 */
export function pinterest(sources: PinterestSources): ChannelAdapter {
  const { http, now } = sources;
  return {
    kind: 'pinterest',
    inDoubt: 'look',

    async test(account) {
      const known = pinterestAccount(account);
      if (!known) return failedReport(noToken);
      try {
        return await testPinterest(http, known, now);
      } catch (error) {
        if (error instanceof Ended) return failedReport(error.outcome);
        throw error;
      }
    },

    async deliver(account, delivery) {
      const known = pinterestAccount(account);
      return known ? outcomeOf(() => delivered(known, delivery)) : noToken;
    },

    async find(account, delivery) {
      const known = orThrow(account);
      return answerOf(async () => {
        const board = await boardOf(http, known, now);
        const how = { delivery, isThorough: true };
        return lookOnPinterest(http, known, board, await pinWords(delivery), how, now);
      });
    },

    recall: (account, sent) => recalled(pinterestAccount(account), sent),

    async correct(account, correction) {
      const known = pinterestAccount(account);
      if (!known) return notSignedIn(noToken);
      return correctPin(http, known, correction.remoteId, (await pinWords(correction)).text, now);
    },

    async counts(account, ids) {
      const known = orThrow(account);
      return answerOf(() => pinterestCounts(http, known, ids, now));
    },
  };

  async function delivered(account: PinterestAccount, delivery: Delivery): Promise<Outcome> {
    const words = await pinWords(delivery);
    const problem = problemOf(words);
    if (problem) return problem;
    const board = await boardOf(http, account, now);
    const how = { delivery, isThorough: delivery.attempt > 1 };
    const there = await lookOnPinterest(http, account, board, words, how, now);
    if (there) return { kind: 'duplicate', ...there };
    const json = await pinOf(sources, account, board, words, delivery);
    if (!(await delivery.beat())) return leaseLost;
    const answer = await pinterestCall(http, account, { path: '/pins', json, answer: made }, now);
    const report = answer.sent ? { sent: answer.sent } : {};
    if (!answer.ok) return { ...report, ...pinterestEnd(answer, 'write', now()) };
    const { id } = answer.value;
    const limits = answer.limits.length > 0 ? { limits: answer.limits } : {};
    return { kind: 'delivered', remoteId: id, url: pinterestUrl(id), ...limits, ...report };
  }

  async function recalled(account: PinterestAccount | null, { remoteId }: Published): Promise<Recalled> {
    if (account === null) return notSignedIn(noToken, stillThere.still);
    const path = `/pins/${encodeURIComponent(remoteId)}`;
    const call = { path, method: 'DELETE', answer: z.unknown() } as const;
    const answer = await pinterestCall(http, account, call, now);
    if (answer.ok && answer.status === 204)
      return { kind: 'recalled', code: '', message: 'The pin was deleted on Pinterest.' };
    if (answer.ok) {
      const noAnswer = notTheirs(account.settings.server);
      return notDone({ noAnswer }, noAnswerOutcome(noAnswer, 'read'), stillThere, now());
    }
    if ('refusal' in answer && isGoneOnPinterest(answer.refusal))
      return { kind: 'gone', code: '', message: 'The pin was not there any more.' };
    return notDone(answer, pinterestEnd(answer, 'read', now()), stillThere, now());
  }
}

function orThrow(account: Account): PinterestAccount {
  const known = pinterestAccount(account);
  if (!known) throw new Error(noToken.message);
  return known;
}

const stillThere = {
  code: 'pinterest.still-there',
  still: 'The pin is still on Pinterest.',
  inDoubt: 'Whether the pin is still on Pinterest is not known.',
};
