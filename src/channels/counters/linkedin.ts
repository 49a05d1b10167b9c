import { sentLength } from './sent-length';

/**
 * A text as LinkedIn's "little text" wants it: what it gives a meaning is escaped, or the post would be cut at the first of them
 * (learn.microsoft.com, "little Text Format").
 */
export const linkedinText = (text: string): string => text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&');

/** What a reader sees of a text that was escaped so. */
export const readLinkedinText = (sent: string): string => sent.replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1');

/** Characters of what is sent: UTF-16 units, escaped, each address as long as its tracked form may be. */
export const linkedinLength = (text: string, link: string | null): number =>
  sentLength(text, link, (span) => linkedinText(span.text));
