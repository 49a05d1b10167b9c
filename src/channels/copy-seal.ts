import { canonicalJson, sha256 } from '../content/canonical';
import type { Copy } from './schema';

/**
 * SHA-256 of what a reader of the copy gets, in 64 hex digits: what an approval is bound to. Where a picture's file lies
 * and who wrote the copy do not matter; the picture itself (its hash) and its alt text do.
 */
export const copySealOf = (copy: Copy): string =>
  sha256(
    canonicalJson({
      text: copy.text,
      title: copy.title ?? '',
      description: copy.description ?? '',
      link: copy.link,
      pictures: copy.pictures.map(({ hash, alt }) => ({ hash, alt })),
      subject: copy.subject ?? '',
      preheader: copy.preheader ?? '',
    }),
  );
