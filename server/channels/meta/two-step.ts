import { z } from 'zod';
import type { Account, ChannelAdapter, Delivery, Remote } from '../../../src/channels/channel';
import { wellFormed } from '../../../src/channels/count';
import type { CopyPicture, CopyVideo } from '../../../src/channels/schema';
import { answerOf, Ended, leaseLost, outcomeOf } from '../ended';
import type { Posted } from '../posted';
import { commentOnGraph, lookForComment, type CommentList } from '../replies/comments';
import { deliverParts, findParts, standingAs, type Done, type Under } from '../replies/parts';
import { withRightToReply } from '../replies/right';
import { lookForReply } from '../replies/threads';
import { failedReport } from '../report';
import { containerState, finished, madeContainer } from './containers';
import { fullDay } from './day-quota';
import { fetchedVideo } from './fetched-video';
import { graphCall, graphValue } from './graph';
import { insightCounts } from './insights';
import { notReachable } from './not-reachable';
import { lookFor, permalinkOf } from './own-posts';
import { metaSessions, type MetaProfile } from './sessions';
import type { TwoStepNetwork, TwoStepSources } from './two-step-network';
import { testTwoStep } from './two-step-test';

const made = z.object({ id: z.string().min(1) });

/**
 * A network of Meta that publishes in two steps: a container is prepared, and published once it is ready. What may be there is settled by
 * the container, which says whether it was published, and by the profile's own posts.
 */
export function twoSteps(sources: TwoStepSources, network: TwoStepNetwork) {
  const { http, sessions, served, now, sleep } = sources;
  const kept = metaSessions(http, sessions, now);
  const tools = { http, now, sleep };
  const { kind, rules, paths, posts, comments, container: words, whyNot, profileOf, wordsOf } = network;

  const adapter: Omit<ChannelAdapter, 'recall'> = {
    kind,
    inDoubt: 'look',

    async test(account) {
      const profile = profileOf(account);
      if (!profile) return failedReport(whyNot(account));
      const ready = await kept.ready(profile);
      const validUntil = kept.validUntil(account.key);
      return testTwoStep(
        http,
        ready,
        {
          ...{ limitAt: paths.limit, rules, validUntil },
          figures: network.figures(ready),
        },
        now,
      );
    },

    async deliver(account, delivery) {
      const profile = profileOf(account);
      if (!profile) return whyNot(account);
      return outcomeOf(() =>
        deliverParts<string>(delivery, (part, under) =>
          withRightToReply(kind, under, () =>
            under && comments ? commented(profile, part, under, comments) : delivered(profile, part, under),
          ),
        ),
      );
    },

    async find(account, delivery) {
      const profile = known(account);
      return answerOf(async () => {
        const ready = await kept.ready(profile);
        return findParts<string>(delivery, async (part, under) => {
          const said = await wordsOf(part);
          return standingAs(
            under && comments
              ? await lookForComment(tools, ready, said, under, comments)
              : await found(ready, said, part, under),
          );
        });
      });
    },

    validUntil: ({ key }) => kept.validUntil(key),

    async renew(account) {
      const profile = profileOf(account);
      if (!profile) return { ok: false, outcome: whyNot(account) };
      await kept.ready(profile);
      return { ok: true, account };
    },

    async lasting(account) {
      const profile = profileOf(account);
      return profile && kept.lasting(profile);
    },

    async counts(account, ids) {
      const profile = known(account);
      return answerOf(async () => insightCounts(http, await kept.ready(profile), network.counted, ids, now));
    },
  };
  return { adapter, ready: kept.ready };

  async function commented(
    profile: MetaProfile,
    part: Delivery,
    under: Under<string>,
    list: CommentList,
  ): Promise<Done<string>> {
    return commentOnGraph(tools, await kept.ready(profile), await wordsOf(part), part, under, list);
  }

  async function delivered(
    profile: MetaProfile,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Done<string>> {
    const post = await wordsOf(delivery);
    const problem = network.problemOf(post);
    if (problem) return { outcome: problem, at: null };
    const ready = await kept.ready(profile);
    const earlier = await kept.container(ready, delivery);
    if (delivery.attempt > 1 || earlier !== null) {
      const there = await found(ready, post, delivery, under);
      if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
    }
    // Answers have a quota of their own.
    const full = under ? null : await fullDay(http, ready, paths.limit, now);
    if (full) return { outcome: full, at: null };
    const container =
      (await usable(ready, earlier, delivery)) ?? (await prepared(ready, post, delivery, under));
    await kept.keepContainer(ready, delivery, container);
    if (!(await delivery.beat())) return { outcome: leaseLost, at: null };
    const answer = await graphCall(
      http,
      ready,
      { path: `/${ready.user}/${paths.publish}`, json: { creation_id: container }, answer: made },
      now,
    );
    const { id } = graphValue(answer, 'write', now());
    const limits = answer.ok && answer.limits.length > 0 ? { limits: answer.limits } : {};
    const url = under ? null : await permalinkOf(http, ready, id, now);
    return { outcome: { kind: 'delivered', remoteId: id, url, ...limits }, at: id };
  }

  /** Null: certainly not there. Throws where the container was published and the post is not shown yet. */
  async function found(
    ready: MetaProfile,
    post: Posted,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Remote | null> {
    const there = under
      ? await lookForReply(http, ready, post, under, now)
      : await lookFor(http, ready, posts, post, delivery, now);
    if (there) return there;
    for (const id of await kept.containersOf(ready, delivery))
      if ((await statusOf(ready, id)) === 'PUBLISHED')
        throw new Ended({
          kind: 'unknown',
          code: `${kind}.not-shown`,
          message: `${ready.network} says that the post was published, but does not show it yet.`,
        });
    return null;
  }

  /** Null: the network does not know it any more. */
  async function statusOf(ready: MetaProfile, id: string) {
    try {
      return (await containerState(ready, id, words, tools)).status;
    } catch (error) {
      const outcome = error instanceof Ended ? error.outcome : null;
      const isGone = outcome?.kind === 'retry' && outcome.code === 'meta.container-gone';
      if (isGone || outcome?.kind === 'rejected') return null;
      throw error;
    }
  }

  /** A video that the network was still at is waited for, not handed over a second time. */
  async function usable(ready: MetaProfile, id: string | null, delivery: Delivery): Promise<string | null> {
    const status = id === null ? null : await statusOf(ready, id);
    if (id !== null && status === 'IN_PROGRESS') await finished(ready, id, words, delivery, tools);
    return status === 'FINISHED' || status === 'IN_PROGRESS' ? id : null;
  }

  async function prepared(
    ready: MetaProfile,
    { text }: Posted,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<string> {
    const said = {
      ...(text === '' ? {} : { [posts.words]: text }),
      ...(under ? { reply_to_id: under.parent } : {}),
    };
    const { video } = delivery.copy;
    if (video) {
      const json = { ...(await filmOf(video)), ...said };
      const id = await madeContainer(ready, `/${ready.user}/${paths.create}`, json, tools);
      await kept.keepContainer(ready, delivery, id);
      await finished(ready, id, words, delivery, tools);
      return id;
    }
    const images: object[] = [];
    for (const picture of delivery.copy.pictures) images.push(await imageOf(picture));
    const make = async (json: object): Promise<string> => {
      const id = await madeContainer(ready, `/${ready.user}/${paths.create}`, json, tools);
      await finished(ready, id, words, delivery, tools);
      return id;
    };
    const [only] = images;
    if (!only) return make({ media_type: 'TEXT', ...said });
    if (images.length === 1) return make({ ...only, ...said });
    const children: string[] = [];
    for (const image of images) children.push(await make({ ...image, is_carousel_item: true }));
    return make({ media_type: 'CAROUSEL', children: children.join(','), ...said });
  }

  async function imageOf(picture: CopyPicture): Promise<object> {
    const address = await served(picture);
    if ('atHome' in address) throw new Ended(notReachable(rules, 'pictures', address.atHome));
    return { ...network.image, image_url: address.url, ...saidOf(picture) };
  }

  async function filmOf(video: CopyVideo): Promise<object> {
    const url = await fetchedVideo(video, sources, rules);
    return { ...network.film, video_url: url, ...(rules.video?.alt === 'none' ? {} : saidOf(video)) };
  }

  function known(account: Account): MetaProfile {
    const profile = profileOf(account);
    if (!profile) throw new Error(whyNot(account).message);
    return profile;
  }
}

/** What it shows, for people who cannot see it. */
function saidOf({ alt }: Pick<CopyPicture, 'alt'>): object {
  const text = wellFormed(alt.trim());
  return text === '' ? {} : { alt_text: text };
}
