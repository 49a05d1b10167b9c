import type { CodeEntry } from '../entry';

/** What a look ahead finds before something goes out. None of these refuses anything by itself. */
export const preflightCodes = {
  'preflight.no-time': {
    category: 'conflict',
    means:
      'The publication has no time yet, so it does not go out. Choose when it goes out on the page of its campaign.',
  },
  'preflight.asking': {
    category: 'conflict',
    means:
      'Its time passed while nothing was sent, and its campaign asks in this case. Say whether it still goes out.',
  },
  'preflight.unknown': {
    category: 'conflict',
    means: 'It may have arrived, and no machine can tell. Look at the account, then say whether it is there.',
  },
  'preflight.rejected': {
    category: 'conflict',
    means: 'The channel refused it. Change what was refused, then retry.',
  },
  'preflight.overdue': {
    category: 'conflict',
    means:
      'It was due more than a quarter of an hour ago and has not gone out. Look why, then retry or cancel.',
  },
  'preflight.on-hold': {
    category: 'conflict',
    means:
      'Somebody stopped publishing: all of it, this channel or this campaign. Let it go on once the reason is over.',
  },
  'preflight.held': {
    category: 'conflict',
    means:
      'It is held for something that is over by now, and waits for the word of a person. Retry to let it go on.',
  },
  'preflight.relation-unpublished': {
    category: 'conflict',
    means:
      'The entry refers to entries that nobody can see yet, so visitors do not see them. Publish them first.',
  },
  'preflight.brand-findings': {
    category: 'conflict',
    means:
      'The brand check has warnings or suggestions about the copy; they stop nothing. Read them beside the copy.',
  },
  'preflight.duplicate': {
    category: 'conflict',
    means:
      'The copy says nearly the same as another post of the same channel. Say something new, or leave it out.',
  },
  'preflight.link-dead': {
    category: 'unavailable',
    means: 'A link of the copy does not answer. Correct the link, or take it out.',
  },
  'preflight.video-lost': {
    category: 'not-found',
    means: 'The video of the copy is no longer in the media library. Choose another video.',
  },
  'preflight.video-unreadable': {
    category: 'invalid',
    means:
      'The file of the copy is no video that can be read: no MP4, MOV or WebM, or broken. Export it again, or choose another.',
  },
  'preflight.video-unavailable': {
    category: 'unavailable',
    means:
      'The media library does not hand over the video now, so nobody knows whether the channel takes it. Look at the library, then reload.',
  },
  'preflight.video-private': {
    category: 'conflict',
    means:
      'The network loads videos by itself, and nobody outside reaches this server. Set the public address of this server in the settings.',
  },
  'preflight.picture-lost': {
    category: 'not-found',
    means: 'A picture of the copy is no longer in the media library. Choose another picture.',
  },
  'preflight.picture-private': {
    category: 'conflict',
    means:
      'The address of a picture cannot be reached from outside. Set the public address of this server in the settings.',
  },
  'preflight.credentials-end': {
    category: 'conflict',
    means: 'The credentials of the channel end before the publication goes out. Renew them.',
  },
  'preflight.channel-untested': {
    category: 'conflict',
    means: 'Nobody has tried the channel yet. Test it on the page of the channels.',
  },
  'preflight.too-close': {
    category: 'conflict',
    means:
      'Another post goes out on the same channel nearer to it than the publishing times want. Choose another time.',
  },
  'preflight.blackout': {
    category: 'conflict',
    means: 'The time falls into a blackout or a holiday of the publishing times. Choose another time.',
  },
  'preflight.quota': {
    category: 'too-many',
    means: 'More posts are planned than the network takes in a time. Spread them over more time.',
  },
  'preflight.over-cap': {
    category: 'too-many',
    means:
      'The posts of the month cost more than the cap that the business set. Raise the cap, or take posts out of the month.',
  },
  'preflight.near-cap': {
    category: 'conflict',
    means:
      'The posts of the month cost nearly as much as the cap that the business set. Look at what else is planned.',
  },
} as const satisfies Record<string, CodeEntry>;
