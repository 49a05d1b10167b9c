import { sentLength } from '../sent-length';
import { spansOf } from '../spans';

/** Characters by which Discord's Markdown would format words, cut them out, or make a mention of them. */
const marks = /[\\*_~`|[<]/g;
/** Headings, quotes and small print begin a line. */
const lineBegin = /^(\s*)(#{1,3}|>{1,3}|-#)(?=\s)/gm;

/** The text as it is sent, so that it is read there as it was written (support.discord.com, "Markdown Text 101"). */
export const discordText = (text: string): string =>
  spansOf(text)
    .map((span) => (span.isAddress ? span.text : escaped(span.text)))
    .join('');

const escaped = (text: string): string =>
  text.replace(marks, String.raw`\$&`).replace(lineBegin, String.raw`$1\$2`);

/** What a reader sees of a text that was escaped so. */
export const readDiscordText = (sent: string): string => sent.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * Characters as Discord counts at the most: UTF-16 units, marks escaped, each address as long as its tracked form may be. What it
 * counts by is not written down; this is never less.
 */
export const discordLength = (text: string, link: string | null): number =>
  sentLength(text, link, (span) => (span.isAddress ? span.text : escaped(span.text)));
