import { z } from 'zod';
import type {
  Account,
  ChannelAdapter,
  Delivery,
  Outcome,
  Published,
  Recalled,
  Remote,
} from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { blueskyOutcome, isSignedOut } from '../../src/channels/outcomes/bluesky';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { limitsOf } from '../../src/channels/outcomes/limits';
import { recordKeyOf } from '../../src/channels/record-key';
import { blueskySecret, blueskySettings } from '../../src/channels/settings/bluesky';
import type { Outgoing } from '../http/outgoing';
import { blueskyCounts } from './bluesky-counts';
import { recordOf, valueOf, type CallAs } from './bluesky-record';
import {
  blueskySessions,
  type BlueskyAccount,
  type BlueskySessions,
  type SessionStore,
} from './bluesky-session';
import { testBluesky } from './bluesky-test';
import { xrpc } from './bluesky-xrpc';
import { answerOf, leaseLost, outcomeOf } from './ended';
import type { Pictures } from './pictures';

export interface BlueskySources {
  readonly http: Outgoing;
  readonly pictures: Pick<Pictures, 'load'>;
  readonly sessions: SessionStore;
  readonly now: () => number;
}

const collection = 'app.bsky.feed.post';

/**
 * Bluesky by app password. Exactly once rests on the record key, made of the publication alone, and on `swapRecord: null`
 * ("there must be nothing under this key"): a server that holds the post already answers 200 without a commit when it
 * is the very same, and 400 InvalidSwap otherwise. `createRecord` would not do: for a key that exists, server 0.4.217
 * answers 500, as for any fault.
 */
export function bluesky({ http, pictures, sessions: store, now }: BlueskySources): ChannelAdapter {
  const sessions = blueskySessions(http, store);

  return {
    kind: 'bluesky',
    test: (account) => testBluesky(http, sessions, parsed(account), now),

    async deliver(account, delivery) {
      const known = parsed(account);
      return known ? outcomeOf(() => delivered(known, delivery)) : noPassword;
    },

    async find(account, delivery) {
      const known = parsed(account);
      if (!known) throw new Error(noPassword.message);
      const there = await answerOf(() => look(known, delivery));
      return there.kind === 'ours' ? there.remote : null;
    },

    recall: (account, sent) => recallPost(account, sent),

    counts: (account, uris) => blueskyCounts(http, blueskySettings.parse(account.settings), uris),
  };

  /** Deleting what is not there is no error on the network, so a second call ends as the first. */
  async function recallPost(account: Account, { publication, createdAt }: Published): Promise<Recalled> {
    const known = parsed(account);
    if (!known) return { kind: 'failed', code: noPassword.code, message: noPassword.message };
    const rkey = recordKeyOf(publication, createdAt);
    const answer = await callAs(
      sessions,
      known,
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
    const after = outcome.kind === 'retry' ? outcome.after : undefined;
    return {
      ...{ kind: 'failed', code: 'bluesky.still-there' },
      message: `The post is still at Bluesky. ${'message' in outcome ? outcome.message : ''}`,
      ...(after === undefined ? {} : { after }),
    };
  }

  async function delivered(account: BlueskyAccount, delivery: Delivery): Promise<Outcome> {
    if (delivery.attempt > 1) {
      const there = await look(account, delivery);
      if (there.kind !== 'nothing') return outcomeOfThere(there);
    }
    const call = callAs(sessions, account);
    const record = await recordOf(delivery, { call, pictures, now });
    if (!(await delivery.beat())) return leaseLost;
    const rkey = recordKeyOf(delivery.publication, delivery.createdAt);
    const answer = await call(({ did, handle, accessJwt }) => ({
      method: 'com.atproto.repo.putRecord',
      token: accessJwt,
      input: { repo: did, collection, rkey, record, swapRecord: null },
      answer: z
        .object({ uri: z.string(), commit: z.object({}).optional() })
        .transform(({ uri, commit }) => ({ uri, isNew: commit !== undefined, did, handle })),
    }));
    if (!answer.ok && 'refusal' in answer && answer.refusal.error === 'InvalidSwap')
      return outcomeOfThere(await look(account, delivery));
    const { uri, isNew, did, handle } = valueOf(answer, 'write', now());
    const remote = { remoteId: uri, url: postUrl(account, { did, handle, rkey }) };
    const { headers = {}, sent } = (answer.ok && answer.call) || {};
    const limits = limitsOf(headers, now());
    return {
      kind: isNew ? 'delivered' : 'duplicate',
      ...remote,
      ...(limits.length > 0 ? { limits } : {}),
      ...(sent ? { sent } : {}),
    };
  }

  /** What stands under the publication's key. Another text there is not ours to overwrite. */
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
        .object({ uri: z.string(), value: z.object({ text: z.string() }) })
        .transform(({ uri, value }) => ({ uri, text: value.text, did, handle })),
    }));
    if (!answer.ok && 'refusal' in answer && isMissing(answer.refusal)) return { kind: 'nothing' };
    const { uri, text, did, handle } = valueOf(answer, 'read', now());
    const remote = { remoteId: uri, url: postUrl(account, { did, handle, rkey }) };
    return { kind: text === wellFormed(delivery.copy.text) ? 'ours' : 'other', remote };
  }

  function callAs(known: BlueskySessions, account: BlueskyAccount): CallAs {
    return (make) =>
      known.as(account, (session) => xrpc(http, { service: session.service, ...make(session) }));
  }
}

type There = { readonly kind: 'nothing' } | { readonly kind: 'ours' | 'other'; readonly remote: Remote };

function outcomeOfThere(there: There): Outcome {
  if (there.kind === 'ours') return { kind: 'duplicate', ...there.remote };
  if (there.kind === 'nothing')
    return {
      kind: 'retry',
      code: 'bluesky.changed-meanwhile',
      message: 'The account changed while the post was written.',
    };
  return {
    kind: 'rejected',
    code: 'bluesky.other-post',
    message: `A post with another text already stands in this place: ${there.remote.url}. Delete it at Bluesky, or cancel this one.`,
  };
}

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
