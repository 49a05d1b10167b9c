import { formOf } from '../connect/oauth/form';
import type { Feed } from '../settings/website';

/**
 * What tells a hub that a feed changed. How, the standard leaves to the hub: all know `hub.url` of PubSubHubbub 0.4
 * (pubsubhubbub.github.io/PubSubHubbub, 7), newer ones `hub.topic` too.
 */
export const hubBody = ({ url }: Feed): string =>
  formOf({ 'hub.mode': 'publish', 'hub.url': url, 'hub.topic': url });

/** What an answer of a hub means, in a sentence. */
export const hubSaid = (status: number): string =>
  status >= 200 && status <= 299
    ? 'Those who follow the feed were told.'
    : `The hub of the feed answered with status ${status}. Those who follow it were not told.`;
