import { z } from 'zod';
import { facetsOf, type Facet } from '../../src/channels/bluesky-facets';
import type { Delivery } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import type { CopyVideo } from '../../src/channels/schema';
import { wordsWithVideo } from '../../src/channels/video/words';
import { pictureOnBluesky, valueOf, videoOnBluesky, type CallAs, type RecordSources } from './bluesky-media';

/** The words as they stand in the record. */
export const textOf = (copy: Delivery['copy']): string => wellFormed(wordsWithVideo(copy));

/** The post as the network stores it (lexicon app.bsky.feed.post): text, facets, and a link card, pictures or a video. */
export async function recordOf(delivery: Delivery, sources: RecordSources): Promise<object> {
  const { copy, entry } = delivery;
  const text = textOf(copy);
  const facets = await sentFacets(text, delivery, sources);
  const embed = await embedOf(delivery, sources);
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

const embeds = {
  video: 'app.bsky.embed.video',
  card: 'app.bsky.embed.external',
  pictures: 'app.bsky.embed.images',
} as const;

/** The lexicon of what a post shows beside its text; null: nothing. */
export function embedTypeOf({ video, link, pictures }: Delivery['copy']): string | null {
  if (video) return embeds.video;
  if (link !== null) return embeds.card;
  return pictures.length > 0 ? embeds.pictures : null;
}

async function embedOf(delivery: Delivery, sources: RecordSources): Promise<object | null> {
  const { video, link } = delivery.copy;
  if (video) return videoEmbed(video, delivery, sources);
  return link === null ? picturesEmbed(delivery, sources) : cardEmbed(link, delivery, sources);
}

async function videoEmbed(video: CopyVideo, delivery: Delivery, sources: RecordSources): Promise<object> {
  const { blob, width, height } = await videoOnBluesky(video, delivery, sources);
  const alt = wellFormed(video.alt.trim());
  return {
    $type: embeds.video,
    video: blob,
    ...(alt === '' ? {} : { alt }),
    aspectRatio: { width, height },
  };
}

async function cardEmbed(link: string, delivery: Delivery, sources: RecordSources): Promise<object> {
  const { copy } = delivery;
  const [picture] = copy.pictures;
  const thumb = picture ? (await pictureOnBluesky(picture, delivery, sources)).blob : null;
  return {
    $type: embeds.card,
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
    const { blob, width, height } = await pictureOnBluesky(picture, delivery, sources);
    images.push({ image: blob, alt: wellFormed(picture.alt), aspectRatio: { width, height } });
  }
  return images.length === 0 ? null : { $type: embeds.pictures, images };
}
