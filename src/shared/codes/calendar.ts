import type { CodeEntry } from './entry';

/** The calendar's feed, and plans that come as a file. */
export const calendarCodes = {
  'calendar.feed-unknown': {
    category: 'not-found',
    means:
      'There is no calendar behind this address. It may have been renewed or revoked, or its owner may not see publications any more: copy the link anew from the calendar page.',
  },
  'calendar.feed-busy': {
    category: 'too-many',
    means:
      'The calendar was asked for too often. Calendar programs try again by themselves; once an hour is enough.',
  },
  'calendar.feed-needs-person': {
    category: 'forbidden',
    means: 'Only somebody who is signed in to the admin panel has a calendar link; a token has none.',
  },
  'import.unreadable': {
    category: 'invalid',
    means:
      'The file is no CSV in UTF-8. Save it as “CSV UTF-8” in the spreadsheet and choose it again; the message names the line.',
  },
  'import.too-large': {
    category: 'too-large',
    means: 'The file has more than two megabytes. Send it in parts.',
  },
  'import.too-many-rows': { category: 'invalid', means: 'A file may have 1,000 rows. Send it in parts.' },
  'import.no-rows': {
    category: 'invalid',
    means: 'The file has a head and no rows below it, or nothing at all.',
  },
  'import.columns': {
    category: 'invalid',
    means:
      'The head of the file lacks a column, or names one twice. `entry`, `channel` and `when` must be there, each once.',
  },
  'import.changed': {
    category: 'conflict',
    means:
      'The file is not the one that was looked at before. Look at what it would do again, then import it.',
  },
  'import.entry': {
    category: 'invalid',
    means:
      'The cell does not say which entry is meant. Paste the address of the entry in the Content Manager.',
  },
  'import.channel': {
    category: 'invalid',
    means:
      'There is no channel of this name, or there are several. Write its name as the list of channels shows it.',
  },
  'import.text': {
    category: 'invalid',
    means:
      'The website shows the entry itself, so a text for it would go nowhere, or the text is too long. Leave the cell empty or shorten it.',
  },
  'import.name': {
    category: 'invalid',
    means: 'The name of a campaign may have 160 characters on one line. Shorten it.',
  },
  'import.channel-twice': {
    category: 'invalid',
    means: 'A campaign goes to a channel once. Give the second row another name in the column `campaign`.',
  },
  'import.already-there': {
    category: 'conflict',
    means:
      'The entry has a campaign of this name already, so that a file that is sent twice goes out once. Give the campaign another name where it is meant to go out again.',
  },
  'import.incomplete': {
    category: 'conflict',
    means: 'Another row of the same campaign has a problem, and a campaign is made whole or not at all.',
  },
} as const satisfies Record<string, CodeEntry>;
