import { canonicalJson, sha256 } from '../content/canonical';
import type { Copy } from './schema';

/**
 * SHA-256 of what a reader of the copy gets, in 64 hex digits: what an approval is bound to. Where a picture's file lies
 * and who wrote the copy do not matter; the picture itself (its hash), its alt text and its shape do, and so does
 * the video. A copy without one has the seal that it had before there were videos.
 */
export const copySealOf = (copy: Copy): string =>
  sha256(
    canonicalJson({
      text: copy.text,
      title: copy.title ?? '',
      description: copy.description ?? '',
      link: copy.link,
      pictures: copy.pictures.map(({ hash, alt, shape }) => ({ hash, alt, ...(shape ? { shape } : {}) })),
      ...(copy.video ? { video: { hash: copy.video.hash, alt: copy.video.alt } } : {}),
      subject: copy.subject ?? '',
      preheader: copy.preheader ?? '',
      ...(copy.replies?.length ? { replies: copy.replies.map(({ text }) => text) } : {}),
    }),
  );
