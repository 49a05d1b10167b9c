import { createHash } from 'node:crypto';
import { xAddresses } from '../../../src/channels/counters/x';
import type { PracticePost } from '../shelf';

/** A number that an account keeps. */
export const userOf = (account: string): string =>
  String(BigInt(`0x${createHash('sha256').update(account).digest('hex').slice(0, 12)}`));

const shortOf = (text: string): string =>
  `https://t.co/${createHash('sha256').update(text).digest('base64url').replace(/\W|_/g, 'x').slice(0, 10)}`;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? one);

/** A post as X gives it back: addresses shortened, the pictures one more, three characters escaped. */
export function shownPost(
  { id, text, media, createdAt, counts, content }: PracticePost,
  /** Of all its versions, the oldest first. */
  ids: readonly string[],
  isPrivateShown = false,
): object {
  const under = content['under'];
  const urls = xAddresses(text).map((address) => ({
    url: shortOf(address),
    expanded_url: /^https?:/i.test(address) ? address : `http://${address}`,
    written: address,
  }));
  const words = urls.reduce((rest, { written, url }) => rest.replace(written, () => url), text);
  const picture = { url: shortOf(`${id} pictures`), expanded_url: `https://x.com/i/status/${id}/photo/1` };
  const pictures = media.map((one) => ({ ...picture, media_key: `3_${one}` }));
  return {
    ...{ id, edit_history_tweet_ids: ids, created_at: new Date(createdAt).toISOString() },
    ...(typeof under === 'string' ? { referenced_tweets: [{ type: 'replied_to', id: under }] } : {}),
    text: escaped(words) + (media.length > 0 ? ` ${picture.url}` : ''),
    entities: { urls: [...urls.map(({ url, expanded_url }) => ({ url, expanded_url })), ...pictures] },
    ...(media.length > 0 ? { attachments: { media_keys: pictures.map((one) => one.media_key) } } : {}),
    public_metrics: {
      ...{ like_count: counts.likes, retweet_count: counts.reposts, reply_count: counts.replies },
      ...{ quote_count: counts.quotes, bookmark_count: counts.saves, impression_count: counts.views },
    },
    ...(isPrivateShown
      ? { non_public_metrics: { impression_count: counts.views, url_link_clicks: counts.clicks } }
      : {}),
  };
}
