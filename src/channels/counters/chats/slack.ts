import { sentLength } from '../sent-length';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The three characters that Slack's mrkdwn gives a meaning, escaped (docs.slack.dev/messaging/formatting-message-text). */
export const slackText = (text: string): string => text.replace(/[&<>]/g, (one) => entities[one] ?? one);

const escaped: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What a reader sees of a text that was escaped so. */
export const readSlackText = (sent: string): string =>
  sent.replace(/&(?:amp|lt|gt);/g, (one) => escaped[one] ?? one);

/** Characters of what is sent: UTF-16 units, escaped, each address as long as its tracked form may be. */
export const slackLength = (text: string, link: string | null): number =>
  sentLength(text, link, (span) => slackText(span.text));
