import { z } from 'zod';
import type {
  Account,
  ChannelAdapter,
  Delivery,
  Outcome,
  Recalled,
  Remote,
} from '../../src/channels/channel';
import { blueskyOutcome, isSignedOut } from '../../src/channels/outcomes/bluesky';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { limitsOf } from '../../src/channels/outcomes/limits';
import { recordKeyOf } from '../../src/channels/record-key';
import { blueskySecret, blueskySettings } from '../../src/channels/settings/bluesky';
import type { Outgoing } from '../http/outgoing';
import type { Videos } from '../videos/open';
import { blueskyCounts } from './bluesky-counts';
import { valueOf, type CallAs } from './bluesky-media';
import { embedTypeOf, recordOf, textOf } from './bluesky-record';
import {
  blueskySessions,
  type BlueskyAccount,
  type BlueskySessions,
  type SessionStore,
} from './bluesky-session';
import { testBluesky } from './bluesky-test';
import { xrpc } from './bluesky-xrpc';
import { answerOf, leaseLost, outcomeOf } from './ended';
import { notDone } from './not-done';
import type { PictureSource } from './pictures';
import { deliverParts, findParts, recallParts, replyKeys, type Done, type Under } from './replies/parts';

export interface BlueskySources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly sessions: SessionStore;
  readonly now: () => number;
}

const collection = 'app.bsky.feed.post';

const posted = z.object({
  text: z.string(),
  embed: z
    .object({ $type: z.string() })
    .nullish()
    .transform((shown) => shown?.$type ?? null),
});

/**
 * Bluesky by app password. Exactly once rests on the record key, made of the publication alone, and on `swapRecord: null`
 * ("there must be nothing under this key"): a server that holds the post already answers 200 without a commit when it
 * is the very same, and 400 InvalidSwap otherwise. `createRecord` would not do: for a key that exists, server 0.4.217
 * answers 500, as for any fault.
 */
export function bluesky({ http, pictures, videos, sessions: store, now }: BlueskySources): ChannelAdapter {
  const sessions = blueskySessions(http, store);

  return {
    kind: 'bluesky',
    inDoubt: 'look',
    test: (account) => testBluesky(http, sessions, parsed(account), now),

    async deliver(account, delivery) {
      const known = parsed(account);
      if (!known) return noPassword;
      return outcomeOf(() => deliverParts<PostRef>(delivery, (part, under) => delivered(known, part, under)));
    },

    async find(account, delivery) {
      const known = parsed(account);
      if (!known) throw new Error(noPassword.message);
      return answerOf(() =>
        findParts<PostRef>(delivery, async (part) => {
          const there = await look(known, part);
          return there.kind === 'ours' ? there : null;
        }),
      );
    },

    async recall(account, sent) {
      const known = parsed(account);
      if (!known) return { kind: 'failed', code: noPassword.code, message: noPassword.message };
      const take = (publication: string) => recallPost(known, publication, sent.createdAt);
      return recallParts(replyKeys(sent), take, () => take(sent.publication));
    },

    async session(account) {
      const known = parsed(account);
      return known && sessions.ending(known);
    },

    counts: (account, uris) => blueskyCounts(http, blueskySettings.parse(account.settings), uris),
  };

  /** Deleting what is not there is no error on the network, so a second call ends as the first. */
  async function recallPost(
    account: BlueskyAccount,
    publication: string,
    createdAt: number,
  ): Promise<Recalled> {
    const rkey = recordKeyOf(publication, createdAt);
    const answer = await callAs(
      sessions,
      account,
    )(({ did, accessJwt }) => ({
      method: 'com.atproto.repo.deleteRecord',
      token: accessJwt,
      input: { repo: did, collection, rkey },
      answer: z.object({ commit: z.object({}).optional() }),
    }));
    if (answer.ok)
      return answer.value.commit
        ? { kind: 'recalled', code: '', message: 'The post was deleted at Bluesky.' }
        : { kind: 'gone', code: '', message: 'The post was not there any more.' };
    const outcome =
      'refusal' in answer
        ? blueskyOutcome(answer.refusal, 'read', now())
        : noAnswerOutcome(answer.noAnswer, 'read');
    return notDone(answer, outcome, stillThere, now());
  }

  async function delivered(
    account: BlueskyAccount,
    delivery: Delivery,
    under: Under<PostRef> | null,
  ): Promise<Done<PostRef>> {
    if (delivery.attempt > 1) {
      const there = await look(account, delivery);
      if (there.kind !== 'nothing') return outcomeOfThere(there);
    }
    const call = callAs(sessions, account);
    const record = {
      ...(await recordOf(delivery, { call, pictures, videos, now })),
      ...(under ? { reply: under } : {}),
    };
    if (!(await delivery.beat())) return { outcome: leaseLost, at: null };
    const rkey = recordKeyOf(delivery.publication, delivery.createdAt);
    const answer = await call(({ did, handle, accessJwt }) => ({
      method: 'com.atproto.repo.putRecord',
      token: accessJwt,
      input: { repo: did, collection, rkey, record, swapRecord: null },
      answer: z
        .object({ uri: z.string(), cid: z.string(), commit: z.object({}).optional() })
        .transform(({ uri, cid, commit }) => ({
          at: { uri, cid },
          isNew: commit !== undefined,
          did,
          handle,
        })),
    }));
    if (!answer.ok && 'refusal' in answer && answer.refusal.error === 'InvalidSwap')
      return outcomeOfThere(await look(account, delivery));
    const { at, isNew, did, handle } = valueOf(answer, 'write', now());
    const remote = { remoteId: at.uri, url: postUrl(account, { did, handle, rkey }) };
    const { headers = {}, sent } = (answer.ok && answer.call) || {};
    const limits = limitsOf(headers, now());
    const report = { ...(limits.length > 0 ? { limits } : {}), ...(sent ? { sent } : {}) };
    return { outcome: { kind: isNew ? 'delivered' : 'duplicate', ...remote, ...report }, at };
  }

  /** What stands under the publication's key. Another text, or something else beside it, is not ours to overwrite. */
  async function look(account: BlueskyAccount, delivery: Delivery): Promise<There> {
    const rkey = recordKeyOf(delivery.publication, delivery.createdAt);
    const answer = await callAs(
      sessions,
      account,
    )(({ did, handle, accessJwt }) => ({
      method: 'com.atproto.repo.getRecord',
      token: accessJwt,
      query: { repo: did, collection, rkey },
      answer: z
        .object({ uri: z.string(), cid: z.string(), value: posted })
        .transform(({ uri, cid, value }) => ({ at: { uri, cid }, value, did, handle })),
    }));
    if (!answer.ok && 'refusal' in answer && isMissing(answer.refusal)) return { kind: 'nothing' };
    const { at, value, did, handle } = valueOf(answer, 'read', now());
    const remote = { remoteId: at.uri, url: postUrl(account, { did, handle, rkey }) };
    const { copy } = delivery;
    const isOurs = value.text === textOf(copy) && value.embed === embedTypeOf(copy);
    return { kind: isOurs ? 'ours' : 'other', remote, at };
  }

  function callAs(known: BlueskySessions, account: BlueskyAccount): CallAs {
    return (make) =>
      known.as(account, (session) => xrpc(http, { service: session.service, ...make(session) }));
  }
}

/** How a record names another (lexicon com.atproto.repo.strongRef). */
interface PostRef {
  readonly uri: string;
  readonly cid: string;
}

type There =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ours' | 'other'; readonly remote: Remote; readonly at: PostRef };

function outcomeOfThere(there: There): Done<PostRef> {
  if (there.kind === 'ours') return { outcome: { kind: 'duplicate', ...there.remote }, at: there.at };
  if (there.kind === 'nothing') return { outcome: changedMeanwhile, at: null };
  const outcome: Outcome = {
    kind: 'rejected',
    code: 'bluesky.other-post',
    message: `Another post already stands in this place: ${there.remote.url}. Delete it at Bluesky, or cancel this one.`,
  };
  return { outcome, at: null };
}

const changedMeanwhile: Outcome = {
  kind: 'retry',
  code: 'bluesky.changed-meanwhile',
  message: 'The account changed while the post was written.',
};

/** The real server says RecordNotFound; older ones say InvalidRequest for the same. */
const isMissing = (refusal: {
  status: number;
  error: string;
  message: string;
  resetAt: number | null;
}): boolean =>
  !isSignedOut(refusal) && refusal.status === 400 && /^(RecordNotFound|InvalidRequest)$/.test(refusal.error);

function parsed({ key, settings, secret }: Account): BlueskyAccount | null {
  const password = blueskySecret.safeParse(secret);
  return password.success ? { key, settings: blueskySettings.parse(settings), secret: password.data } : null;
}

const noPassword = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no app password that can be read. Make one in the settings of Bluesky and enter it here.',
} as const satisfies Outcome;

const postUrl = (
  { settings }: BlueskyAccount,
  { did, handle, rkey }: { did: string; handle: string; rkey: string },
): string =>
  settings.postUrl.replaceAll('{did}', did).replaceAll('{handle}', handle).replaceAll('{rkey}', rkey);

const stillThere = {
  code: 'bluesky.still-there',
  still: 'The post is still at Bluesky.',
  inDoubt: 'Whether the post is still at Bluesky is not known.',
};
