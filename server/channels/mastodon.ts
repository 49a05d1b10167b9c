import { z } from 'zod';
import type { Account, ChannelAdapter, Delivery, Outcome, Remote } from '../../src/channels/channel';
import { countsOf } from '../../src/channels/counted/figures';
import { told } from '../../src/channels/counted/told';
import { inlineLength } from '../../src/channels/counters/inline-links';
import type { Counts } from '../../src/channels/schema';
import { mastodonSecret, mastodonSettings } from '../../src/channels/settings/mastodon';
import { correctStatus } from './correct/mastodon';
import { answerOf, leaseLost, outcomeOf } from './ended';
import { mastodonCall, valueOf, type MastodonAccount } from './mastodon-api';
import { mastodonInstances, type MastodonInstance } from './mastodon-instance';
import { TooMuchSince } from './look-back';
import { lookFor } from './mastodon-look';
import { uploaded, uploadedVideo, type MediaSources } from './mastodon-media';
import { recallThread } from './mastodon-recall';
import { testMastodon } from './mastodon-test';
import { notSignedIn } from './not-done';
import { postedInline } from './posted';
import { deliverParts, findParts, type Done, type Under } from './replies/parts';

const status = z.object({ id: z.string().min(1), url: z.string().nullable().catch(null) });

/**
 * Mastodon by access token. Exactly once rests on two things: `Idempotency-Key` is the publication's key, so a server that
 * has the post answers with it instead of making another; and since it remembers that for an hour only
 * (docs.joinmastodon.org/methods/statuses), from the second try on the account's own posts are read first. Where too many came since to be
 * read, the key still tells for its hour.
 */
export function mastodon(sources: MediaSources): ChannelAdapter {
  const { http, now } = sources;
  const instances = mastodonInstances(http, now);

  return {
    kind: 'mastodon',
    inDoubt: 'look',
    test: (account) => testMastodon(http, instances, parsed(account), now),

    async deliver(account, delivery) {
      const known = parsed(account);
      if (!known) return noToken;
      return outcomeOf(async () => {
        const tooMuch = await tooMuchIn(known, delivery);
        if (tooMuch) return tooMuch;
        return deliverParts<string>(delivery, (part, under) => delivered(known, part, under));
      });
    },

    async find(account, delivery) {
      const known = parsed(account);
      if (!known) throw new Error(noToken.message);
      return answerOf(() =>
        findParts<string>(delivery, async (part, under) => {
          const remote = await look(known, part, under);
          return remote && { remote, at: remote.remoteId };
        }),
      );
    },

    recall: (account, sent) => recallThread(http, parsed(account), sent, now),

    async correct(account, correction) {
      const known = parsed(account);
      return known ? correctStatus(http, known, correction, now) : notSignedIn(noToken);
    },

    async counts(account, ids) {
      const known = parsed(account);
      if (!known) throw new Error(noToken.message);
      return answerOf(() => counted(known, ids));
    },
  };

  /** What the server itself does not take, of the post or of a reply: found out before anything is posted. */
  async function tooMuchIn(account: MastodonAccount, delivery: Delivery): Promise<Outcome | null> {
    if (delivery.attempt > 1) return null;
    const { configuration } = valueOf(await instances(account), 'read', now());
    for (const { text } of delivery.copy.replies ?? []) {
      const reply = { ...delivery, copy: { ...delivery.copy, text, link: null, pictures: [] } };
      const tooMuch = overLimit(reply, (await postedInline(reply)).text, configuration);
      if (tooMuch) return tooMuch;
    }
    return null;
  }

  async function delivered(
    account: MastodonAccount,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Done<string>> {
    if (delivery.attempt > 1) {
      const there = await look(account, delivery, under);
      if (there) return { outcome: { kind: 'duplicate', ...there }, at: there.remoteId };
    }
    const { configuration } = valueOf(await instances(account), 'read', now());
    const { text } = await postedInline(delivery);
    const tooMuch = overLimit(delivery, text, configuration);
    if (tooMuch) return { outcome: tooMuch, at: null };
    const media: string[] = [];
    for (const picture of delivery.copy.pictures)
      media.push(await uploaded(account, picture, delivery, configuration, sources));
    const { video } = delivery.copy;
    if (video) media.push(await uploadedVideo(account, video, delivery, configuration, sources));
    if (!(await delivery.beat())) return { outcome: leaseLost, at: null };
    const language = delivery.entry.locale?.split(/[-_]/)[0];
    const answer = await mastodonCall(
      http,
      account,
      {
        path: '/api/v1/statuses',
        headers: { 'idempotency-key': delivery.publication },
        json: {
          status: text,
          visibility: account.settings.visibility,
          ...(media.length === 0 ? {} : { media_ids: media }),
          ...(language ? { language } : {}),
          ...(under ? { in_reply_to_id: under.parent } : {}),
        },
        answer: status,
      },
      now,
    );
    const { id, url } = valueOf(answer, 'write', now());
    const limits =
      answer.ok && answer.limits ? { limits: [{ scope: 'account' as const, ...answer.limits }] } : {};
    return { outcome: { kind: 'delivered', remoteId: id, url, ...limits }, at: id };
  }

  /** Null: it is not there, or the server still knows its key and answers with the post if it is. */
  async function look(
    account: MastodonAccount,
    delivery: Delivery,
    under: Under<string> | null,
  ): Promise<Remote | null> {
    try {
      const posted = await postedInline(delivery);
      return await lookFor(http, account, posted, { ...delivery, under: under?.parent ?? null }, now);
    } catch (error) {
      if (error instanceof TooMuchSince && isKeyKnown(delivery, now())) return null;
      throw error;
    }
  }

  async function counted(account: MastodonAccount, ids: readonly string[]): Promise<Map<string, Counts>> {
    const found = new Map<string, Counts>();
    for (const id of ids) {
      const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
      const answer = await mastodonCall(http, account, { path, answer: figures }, now);
      if (!answer.ok && 'refusal' in answer && [404, 410].includes(answer.refusal.status)) continue;
      found.set(id, valueOf(answer, 'read', now()));
    }
    return found;
  }
}

/** Less than the hour that a server remembers a key for, counted from when the post can have been made first. */
const keyLives = 50 * 60_000;
const isKeyKnown = ({ dueAt, createdAt }: Delivery, now: number): boolean =>
  now - Math.max(dueAt, createdAt) < keyLives;

const figures = z.looseObject({ id: z.string() }).transform((one) => countsOf(told.mastodon, one));

/** A server that takes less than others is found out before anything is sent there. */
function overLimit(
  { copy }: Delivery,
  text: string,
  { statuses }: MastodonInstance['configuration'],
): Outcome | null {
  const links = { length: statuses.characters_reserved_per_url, source: '' };
  const length = Math.min(inlineLength(copy.text, copy.link, links), inlineLength(text, null, links));
  if (length > statuses.max_characters)
    return {
      kind: 'rejected',
      code: 'mastodon.too-long',
      message: `This server takes ${statuses.max_characters} characters, the post has ${length}. Shorten it and schedule it again.`,
    };
  if (copy.pictures.length > statuses.max_media_attachments)
    return {
      kind: 'rejected',
      code: 'mastodon.too-many-pictures',
      message: `This server takes ${statuses.max_media_attachments} pictures a post. Remove some and schedule it again.`,
    };
  return null;
}

function parsed({ settings, secret }: Account): MastodonAccount | null {
  const token = mastodonSecret.safeParse(secret);
  return token.success ? { settings: mastodonSettings.parse(settings), secret: token.data } : null;
}

const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no access token that can be read. Connect it in its form, or make one in the settings of Mastodon under Development and enter it here.',
} as const satisfies Outcome;
