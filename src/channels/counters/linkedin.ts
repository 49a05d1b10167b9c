import { linkedinSpans } from '../mentions/mention';
import { sentLength } from './sent-length';

/** A `#word` that LinkedIn makes a link of: letters and digits, one letter at least, on its own. */
const tag =
  /(?<![\p{L}\p{M}\p{N}_#&/])#(?=[\p{M}\p{N}]*\p{L})([\p{L}\p{M}\p{N}]{1,100})(?![\p{L}\p{M}\p{N}_])/gu;

/**
 * A text as LinkedIn's "little text" wants it: hashtags by its template, mentions as they are, and what else it gives a meaning escaped, or
 * the post would be cut at the first of them (learn.microsoft.com, "little Text Format").
 */
export const linkedinText = (text: string): string =>
  linkedinSpans(text)
    .map((span) => (span.name === null ? withTags(span.text) : span.text))
    .join('');

const escaped = (text: string): string => text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&');

function withTags(text: string): string {
  let [written, end] = ['', 0];
  for (const { 0: found, 1: word = '', index } of text.matchAll(tag)) {
    written += `${escaped(text.slice(end, index))}{hashtag|\\#|${word}}`;
    end = index + found.length;
  }
  return written + escaped(text.slice(end));
}

/** What a reader sees of a text that was written so, but for its mentions, which stay as they are. */
export const readLinkedinText = (sent: string): string =>
  sent.replace(
    /\{hashtag\|\\?[#＃]\|([^\\|{}]*)\}|\\([\\|{}@[\]()<>#*_~])/g,
    (_, word: string | undefined, sign: string | undefined) =>
      word === undefined ? (sign ?? '') : `#${word}`,
  );

/** Characters of what is sent: UTF-16 units, as it is written there, each address as long as its tracked form may be. */
export const linkedinLength = (text: string, link: string | null): number =>
  sentLength(text, link, (span) => linkedinText(span.text));
