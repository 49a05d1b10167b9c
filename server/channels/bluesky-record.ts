import { z } from 'zod';
import { facetsOf, type Facet } from '../../src/channels/bluesky-facets';
import type { Delivery } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { blueskyOutcome } from '../../src/channels/outcomes/bluesky';
import { noAnswerOutcome, type Phase } from '../../src/channels/outcomes/http';
import { channelRules } from '../../src/channels/rules';
import type { CopyPicture } from '../../src/channels/schema';
import { wantedBy } from '../pictures/renditions/wanted';
import type { BlueskySession } from './bluesky-session';
import type { Xrpc, XrpcCall } from './bluesky-xrpc';
import { Ended, leaseLost } from './ended';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';

/** A call as the account, at the account's own server. */
export type CallAs = <T>(call: (session: BlueskySession) => Omit<XrpcCall<T>, 'service'>) => Promise<Xrpc<T>>;

export interface RecordSources {
  readonly call: CallAs;
  readonly pictures: PictureSource;
  readonly now: () => number;
}

/** The value of a call; where there is none, the delivery ends with what to do next. */
export function valueOf<T>(answer: Xrpc<T>, phase: Phase, now: number): T {
  if (answer.ok) return answer.value;
  throw new Ended(
    'refusal' in answer
      ? blueskyOutcome(answer.refusal, phase, now)
      : noAnswerOutcome(answer.noAnswer, phase),
  );
}

/** The post as the network stores it (lexicon app.bsky.feed.post): text, facets, and a link card or pictures. */
export async function recordOf(delivery: Delivery, sources: RecordSources): Promise<object> {
  const { copy, entry } = delivery;
  const text = wellFormed(copy.text);
  const facets = await sentFacets(text, delivery, sources);
  const embed =
    copy.link === null
      ? await picturesEmbed(delivery, sources)
      : await cardEmbed(copy.link, delivery, sources);
  return {
    $type: 'app.bsky.feed.post',
    text,
    createdAt: new Date(postedAt(delivery.dueAt, sources.now())).toISOString(),
    ...(entry.locale === null ? {} : { langs: [entry.locale] }),
    ...(facets.length === 0 ? {} : { facets }),
    ...(embed === null ? {} : { embed }),
  };
}

const late = 15 * 60_000;

/** The network sorts by this time: a post bears its due time, unless it is so late that it would be buried. */
const postedAt = (dueAt: number, now: number): number => (now - dueAt > late ? now : Math.min(dueAt, now));

async function sentFacets(text: string, delivery: Delivery, { call, now }: RecordSources): Promise<object[]> {
  const sent: object[] = [];
  for (const { byteStart, byteEnd, feature } of facetsOf(text)) {
    const done = await sentFeature(feature, delivery, call, now());
    if (done) sent.push({ index: { byteStart, byteEnd }, features: [done] });
  }
  return sent;
}

async function sentFeature(
  feature: Facet['feature'],
  delivery: Delivery,
  call: CallAs,
  now: number,
): Promise<object | null> {
  switch (feature.kind) {
    case 'link':
      return { $type: 'app.bsky.richtext.facet#link', uri: await delivery.track(feature.uri) };
    case 'tag':
      return { $type: 'app.bsky.richtext.facet#tag', tag: feature.tag };
    case 'mention': {
      const answer = await call(() => ({
        method: 'com.atproto.identity.resolveHandle',
        query: { handle: feature.handle },
        answer: z.object({ did: z.string().startsWith('did:') }),
      }));
      // Nobody has this handle: the text stays as it is, without a link.
      if (!answer.ok && 'refusal' in answer && answer.refusal.status === 400) return null;
      return { $type: 'app.bsky.richtext.facet#mention', did: valueOf(answer, 'read', now).did };
    }
  }
}

async function cardEmbed(link: string, delivery: Delivery, sources: RecordSources): Promise<object> {
  const { copy } = delivery;
  const [picture] = copy.pictures;
  const thumb = picture ? (await uploaded(picture, delivery, sources)).blob : null;
  return {
    $type: 'app.bsky.embed.external',
    external: {
      uri: await delivery.track(link),
      title: wellFormed(copy.title ?? ''),
      description: wellFormed(copy.description ?? ''),
      ...(thumb === null ? {} : { thumb }),
    },
  };
}

async function picturesEmbed(delivery: Delivery, sources: RecordSources): Promise<object | null> {
  const images: object[] = [];
  for (const picture of delivery.copy.pictures) {
    const { blob, width, height } = await uploaded(picture, delivery, sources);
    images.push({ image: blob, alt: wellFormed(picture.alt), aspectRatio: { width, height } });
  }
  return images.length === 0 ? null : { $type: 'app.bsky.embed.images', images };
}

async function uploaded(picture: CopyPicture, delivery: Delivery, { call, pictures, now }: RecordSources) {
  const made = await preparedPicture(picture, pictures, wantedBy(channelRules.bluesky));
  if (!(await delivery.beat())) throw new Ended(leaseLost);
  const { blob } = valueOf(
    await call(({ accessJwt }) => ({
      method: 'com.atproto.repo.uploadBlob',
      token: accessJwt,
      blob: { bytes: made.bytes, mime: made.mime },
      answer: z.object({ blob: z.record(z.string(), z.unknown()) }),
    })),
    'read',
    now(),
  );
  return { blob, width: made.width, height: made.height };
}
