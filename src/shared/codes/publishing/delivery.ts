import type { CodeEntry } from '../entry';

/** What stops publications on their way, what is taken back, and how the work runs. */
export const deliveryCodes = {
  'publication.quota': {
    category: 'too-many',
    means:
      'The network takes no more calls of this account for now, as its own answers say. What is due waits for the end of the quota and goes on by itself.',
  },
  'publishing.held': {
    category: 'conflict',
    means:
      'Somebody stopped publishing: all of it, a channel or a campaign. What is due waits, and goes on when this is lifted under Publications.',
  },
  'hold.not-found': {
    category: 'not-found',
    means: 'What was to be lifted stops nothing any more. Reload the page.',
  },
  'hold.target-unknown': {
    category: 'invalid',
    means: 'The channel or campaign that is to be stopped does not exist. Reload the page.',
  },
  'recall.not-possible': {
    category: 'conflict',
    means: 'The channel keeps what it was given, as mails are. Send a correction to the same people.',
  },
  'recall.channel-removed': {
    category: 'conflict',
    means:
      'The channel was removed, so nothing can be taken back by it. Delete the post on the network itself.',
  },
  'recall.internal': {
    category: 'unavailable',
    means:
      'Something failed on our side while it was taken back. It is tried again; the log of Strapi says what it was.',
  },
  'bluesky.still-there': {
    category: 'unavailable',
    means:
      'Bluesky did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'mastodon.still-there': {
    category: 'unavailable',
    means:
      'The Mastodon server did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'webhook.not-told': {
    category: 'unavailable',
    means: 'The receiver did not take the message that a publication was recalled. It is sent again.',
  },
  'website.changed-since': {
    category: 'conflict',
    means:
      'The page says something else than what was published then, so it was left online. Take it off the site in the Content Manager if it is to go.',
  },
  'website.still-online': {
    category: 'unavailable',
    means: 'The page could not be taken off the website. It is tried again; the message says why.',
  },
} as const satisfies Record<string, CodeEntry>;
