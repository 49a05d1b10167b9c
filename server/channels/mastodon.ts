import { z } from 'zod';
import type { Account, ChannelAdapter, Delivery, Outcome, Remote } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { inlineLength, withAddresses, withLink } from '../../src/channels/counters/inline-links';
import type { Counts } from '../../src/channels/schema';
import { mastodonSecret, mastodonSettings } from '../../src/channels/settings/mastodon';
import { answerOf, leaseLost, outcomeOf } from './ended';
import { mastodonCall, valueOf, type MastodonAccount } from './mastodon-api';
import { mastodonInstances, type MastodonInstance } from './mastodon-instance';
import { lookFor } from './mastodon-look';
import { uploaded, type MediaSources } from './mastodon-media';
import { recallStatus } from './mastodon-recall';
import { testMastodon } from './mastodon-test';

const status = z.object({ id: z.string().min(1), url: z.string().nullable().catch(null) });

/**
 * Mastodon by access token. Exactly once rests on two things: `Idempotency-Key` is the publication's key, so a server that
 * has the post answers with it instead of making another; and since it remembers that for an hour only
 * (docs.joinmastodon.org/methods/statuses), from the second try on the account's own posts are read first.
 */
export function mastodon(sources: MediaSources): ChannelAdapter {
  const { http, now } = sources;
  const instances = mastodonInstances(http, now);

  return {
    kind: 'mastodon',
    test: (account) => testMastodon(http, instances, parsed(account), now),

    async deliver(account, delivery) {
      const known = parsed(account);
      return known ? outcomeOf(() => delivered(known, delivery)) : noToken;
    },

    async find(account, delivery) {
      const known = parsed(account);
      if (!known) throw new Error(noToken.message);
      return answerOf(() => look(known, delivery));
    },

    recall: (account, sent) => recallStatus(http, parsed(account), sent, now),

    async counts(account, ids) {
      const known = parsed(account);
      if (!known) throw new Error(noToken.message);
      return answerOf(() => counted(known, ids));
    },
  };

  async function delivered(account: MastodonAccount, delivery: Delivery): Promise<Outcome> {
    if (delivery.attempt > 1) {
      const there = await look(account, delivery);
      if (there) return { kind: 'duplicate', ...there };
    }
    const { configuration } = valueOf(await instances(account), 'read', now());
    const { text } = await textOf(delivery);
    const tooMuch = overLimit(delivery, text, configuration);
    if (tooMuch) return tooMuch;
    const media: string[] = [];
    for (const picture of delivery.copy.pictures)
      media.push(await uploaded(account, picture, delivery, configuration, sources));
    if (!(await delivery.beat())) return leaseLost;
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
        },
        answer: status,
      },
      now,
    );
    const { id, url } = valueOf(answer, 'write', now());
    const limits =
      answer.ok && answer.limits ? { limits: [{ scope: 'account' as const, ...answer.limits }] } : {};
    return { kind: 'delivered', remoteId: id, url, ...limits };
  }

  async function look(account: MastodonAccount, delivery: Delivery): Promise<Remote | null> {
    const { text, links } = await textOf(delivery);
    const pictures = delivery.copy.pictures.length;
    return lookFor(http, account, { text, links, pictures }, delivery, now);
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

const count = z.int().min(0).catch(0);
const figures = z
  .object({
    id: z.string(),
    favourites_count: count,
    reblogs_count: count,
    replies_count: count,
    quotes_count: count,
  })
  .transform((one): Counts => ({
    likes: one.favourites_count,
    reposts: one.reblogs_count,
    replies: one.replies_count,
    quotes: one.quotes_count,
  }));

/** What is posted: the copy with its addresses tracked, and the one of the page behind it. The same on every try. */
async function textOf({ copy, track }: Delivery): Promise<{ text: string; links: readonly string[] }> {
  const links: string[] = [];
  const text = await withAddresses(wellFormed(withLink(copy.text, copy.link)), async (address) => {
    const link = await track(address);
    if (link !== address) links.push(link);
    return link;
  });
  return { text, links };
}

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
    'The channel has no access token that can be read. Make one in the settings of Mastodon under Development, and enter it here.',
} as const satisfies Outcome;
