import { z } from 'zod';
import type { ChannelAdapter, Delivery, Outcome, Recalled, Remote } from '../../src/channels/channel';
import { xLength } from '../../src/channels/counters/x';
import { isXDuplicate, isXPolicy } from '../../src/channels/outcomes/x';
import { xRules } from '../../src/channels/rules/x';
import type { TestReport } from '../../src/channels/schema';
import { answerOf, leaseLost, outcomeOf } from './ended';
import { postedInline } from './posted';
import { correctPost } from './correct/x';
import { notDone, notSignedIn } from './not-done';
import { failedReport } from './report';
import { noKeys, xAccountOf, xCall, xEnd, type XAccount } from './x-api';
import { xCounts } from './x-counts';
import { deliverParts, findParts, recallParts, type Done, type Under } from './replies/parts';
import { repliesOnX } from './replies/x';
import { lookOnX, xMe, xUrl } from './x-look';
import { filmOnX } from './x-film';
import { mediaOnX, type XSources } from './x-media';

const made = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });
const deleted = z.object({ data: z.object({ deleted: z.boolean() }) });

const longest = xRules.text.characters?.max ?? Infinity;

/**
 * X by an app of the business's own (docs.x.com/x-api), with keys or connected. It knows no key of ours, so a doubt is settled by reading the
 * account's own posts. Each read is billed, so nothing is read that is not needed.
 */
export function x(sources: XSources): ChannelAdapter {
  const { http, now } = sources;
  return {
    kind: 'x',
    inDoubt: 'look',

    async test(account) {
      const known = xAccountOf(account);
      return known ? tested(known) : failedReport(noKeys);
    },

    async deliver(account, delivery) {
      const known = xAccountOf(account);
      if (!known) return noKeys;
      return outcomeOf(() => deliverParts<string>(delivery, (part, under) => delivered(known, part, under)));
    },

    async find(account, delivery) {
      const known = xAccountOf(account);
      if (!known) throw new Error(noKeys.message);
      return answerOf(() =>
        findParts<string>(delivery, async (part, under) => {
          const remote = await look(known, part, under);
          return remote && { remote, at: remote.remoteId };
        }),
      );
    },

    async recall(account, sent) {
      const known = xAccountOf(account);
      if (!known) return notSignedIn(noKeys, stillThere.still);
      try {
        const ids = await answerOf(() => repliesOnX(http, known, sent, now));
        const take = (id: string) => recalled(known, id);
        return await recallParts(ids, take, () => take(sent.remoteId));
      } catch (error) {
        return notFound(error);
      }
    },

    async correct(account, correction) {
      const known = xAccountOf(account);
      return known ? correctPost(http, known, correction, now) : notSignedIn(noKeys);
    },

    async counts(account, ids) {
      const known = xAccountOf(account);
      if (!known) throw new Error(noKeys.message);
      return answerOf(() => xCounts(http, known, ids, now));
    },
  };

  async function tested(account: XAccount): Promise<TestReport> {
    const answer = await xCall(http, account, { path: '/users/me', answer: xMe }, now);
    if (!answer.ok) return failedReport(xEnd(answer, 'read', now()));
    const { name, username } = answer.value.data;
    const found = [
      { label: 'Account', value: `${name}, @${username}` },
      { label: 'Text', value: `up to ${longest} characters as X weighs them` },
      { label: 'Pictures', value: `up to ${xRules.pictures.max}, or one video` },
    ];
    if (answer.access === 'read')
      return {
        state: 'reauthorise',
        message:
          'The keys may only read. At console.x.com set the permissions of the app to Read and write, then make the access token anew and enter it here.',
        found,
      };
    return { state: 'ready', message: `Signed in as @${username}. Posts can go out.`, found };
  }

  async function look(
    account: XAccount,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Remote | null> {
    return lookOnX(http, account, await postedInline(delivery), delivery, under?.parent ?? null, now);
  }

  async function delivered(
    account: XAccount,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Done<string>> {
    const post = await postedInline(delivery);
    const length = xLength(post.text);
    if (length > longest) return { outcome: tooLong(length), at: null };
    // X tells a post that is there already by its words, but not to which thread it belongs.
    if (delivery.attempt > 1 && (under || delivery.copy.replies?.length)) {
      const there = await look(account, delivery, under);
      if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
    }
    const { video, pictures } = delivery.copy;
    const media = video ? [await filmOnX(sources, account, video, delivery)] : [];
    for (const picture of pictures) media.push(await mediaOnX(sources, account, picture));
    if (!(await delivery.beat())) return { outcome: leaseLost, at: null };
    const json = {
      text: post.text,
      ...(media.length === 0 ? {} : { media: { media_ids: media } }),
      ...(under ? { reply: { in_reply_to_tweet_id: under.parent } } : {}),
    };
    const answer = await xCall(http, account, { path: '/tweets', json, answer: made }, now);
    const report = {
      ...(answer.limits.length > 0 ? { limits: answer.limits } : {}),
      ...(answer.sent ? { sent: answer.sent } : {}),
    };
    if (answer.ok) {
      const { id } = answer.value.data;
      return { outcome: { kind: 'delivered', remoteId: id, url: xUrl(id), ...report }, at: id };
    }
    // The same words are there: perhaps by an earlier try of this publication.
    const there =
      'refusal' in answer && isXDuplicate(answer.refusal) ? await look(account, delivery, under) : null;
    if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
    const end = xEnd(answer, 'write', now());
    const isRefused = under !== null && 'refusal' in answer && isXPolicy(answer.refusal);
    return { outcome: { ...report, ...(isRefused ? noReplies(answer.refusal.detail) : end) }, at: null };
  }

  async function recalled(account: XAccount, remoteId: string): Promise<Recalled> {
    const path = `/tweets/${encodeURIComponent(remoteId)}`;
    const answer = await xCall(http, account, { path, method: 'DELETE', answer: deleted }, now);
    if (answer.ok && answer.value.data.deleted)
      return { kind: 'recalled', code: '', message: 'The post was deleted on X.' };
    if (answer.ok || ('refusal' in answer && answer.refusal.status === 404))
      return { kind: 'gone', code: '', message: 'The post was not there any more.' };
    return notDone(answer, xEnd(answer, 'read', now()), stillThere, now());
  }
}

const tooLong = (length: number): Outcome => ({
  kind: 'rejected',
  code: 'x.too-long',
  message: `X takes ${longest} characters, the post has ${length} as X weighs them. Shorten it and schedule it again.`,
});

const noReplies = (said: string): Outcome => ({
  kind: 'rejected',
  code: 'x.replies-refused',
  message: `X did not take it as an answer (${said}). Post the rest by hand, or leave threads out on X.`,
});

/** The thread cannot be read, so nothing of it is deleted: without its post the rest would not be found any more. */
const notFound = (error: unknown): Recalled => ({
  kind: 'failed',
  code: stillThere.code,
  message: `${stillThere.still} Its thread could not be looked up: ${error instanceof Error ? error.message : ''}`,
});

const stillThere = {
  code: 'x.still-there',
  still: 'The post is still on X.',
  inDoubt: 'Whether the post is still on X is not known.',
};
