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
  'correction.not-possible': {
    category: 'conflict',
    means: 'The channel keeps the words of a post as they were. Take it back and post it anew.',
  },
  'correction.not-done': {
    category: 'unavailable',
    means:
      'The network did not take the new words, or did not answer. They are sent again, unless the network refused them for good; the message says which.',
  },
  'correction.nothing-new': {
    category: 'conflict',
    means: 'The post says these words already, so there is nothing to send.',
  },
  'correction.under-way': {
    category: 'conflict',
    means: 'A correction of this post is being sent at this moment. Wait a few seconds, and try again.',
  },
  'correction.id-unknown': {
    category: 'conflict',
    means:
      'A person said that the post is there, so its number on the network is not known here. Edit it there.',
  },
  'correction.channel-removed': {
    category: 'conflict',
    means: 'The channel was removed, so nothing can be changed by it. Edit the post on the network itself.',
  },
  'correction.not-out': {
    category: 'conflict',
    means: 'The post was taken back before its correction went out.',
  },
  'correction.internal': {
    category: 'unavailable',
    means:
      'Something failed on our side while a post was corrected. It is tried again; the log of Strapi says what it was.',
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
  'discord.still-there': {
    category: 'unavailable',
    means:
      'Discord did not delete the message. It is tried again; delete it there by hand if it has to be quick.',
  },
  'facebook.still-there': {
    category: 'unavailable',
    means:
      'Facebook did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'telegram.still-there': {
    category: 'unavailable',
    means:
      'Telegram did not delete the message. It is tried again; delete it there by hand if it has to be quick.',
  },
  'telegram.not-editable': {
    category: 'conflict',
    means: 'Telegram did not let the bot edit its message. Edit it in Telegram by hand.',
  },
  'telegram.not-deletable': {
    category: 'conflict',
    means:
      'Telegram lets bots delete messages of the last 48 hours, later ones only with the right to delete messages. Delete it in Telegram by hand.',
  },
  'threads.still-there': {
    category: 'unavailable',
    means:
      'Threads did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'instagram.not-deletable': {
    category: 'conflict',
    means:
      'Instagram does not let every app delete posts, so none is deleted by it. Delete the post in Instagram by hand.',
  },
  'slack.not-deletable': {
    category: 'conflict',
    means:
      'A webhook of Slack cannot delete what it posted, so nothing is deleted by it. Delete the message in Slack by hand.',
  },
  'linkedin.still-there': {
    category: 'unavailable',
    means:
      'LinkedIn did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'google.still-there': {
    category: 'unavailable',
    means:
      'Google did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'pinterest.still-there': {
    category: 'unavailable',
    means:
      'Pinterest did not delete the pin. It is tried again; delete it there by hand if it has to be quick.',
  },
  'mastodon.still-there': {
    category: 'unavailable',
    means:
      'The Mastodon server did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'x.still-there': {
    category: 'unavailable',
    means: 'X did not delete the post. It is tried again; delete it there by hand if it has to be quick.',
  },
  'x.not-editable': {
    category: 'conflict',
    means: 'X does not let this post be edited. Take it back and post it anew.',
  },
  'x.edits-used-up': {
    category: 'conflict',
    means: 'X lets a post be edited five times, and this one was. Take it back and post it anew.',
  },
  'x.edit-too-late': {
    category: 'conflict',
    means:
      'X lets a post be edited for 30 minutes after it went out, and they are over. Take it back and post it anew.',
  },
  'x.edit-refused': {
    category: 'conflict',
    means:
      'X did not let the account edit the post: editing is for accounts with X Premium. Take it back and post it anew.',
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
