import type { PublicationState } from '../schema';

/** One publication as an event of a calendar program. */
export interface FeedEvent {
  /** The same for the whole life of a publication, so that a moved one moves there too. */
  readonly uid: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly summary: string;
  readonly description: string;
  /** Where it is worked on; empty where the admin panel has no address. */
  readonly url: string;
  readonly category: string;
  readonly state: PublicationState;
}

/** A calendar as text (RFC 5545), for programs that subscribe to it. `language` is an IETF tag; times are in UTC. */
export function icalOf(feed: {
  readonly name: string;
  readonly language: string;
  readonly events: readonly FeedEvent[];
  readonly now: number;
}): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Presence//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${feed.language}:${textOf(feed.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...feed.events.flatMap((event) => linesOf(event, feed.now)),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

function linesOf({ uid, at, summary, description, url, category, state }: FeedEvent, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    `DTSTAMP:${utcOf(now)}`,
    `DTSTART:${utcOf(at)}`,
    // A publication takes no time, but programs show what takes none as a line that nobody sees.
    'DURATION:PT15M',
    `SUMMARY:${textOf(summary)}`,
    `DESCRIPTION:${textOf(description)}`,
    ...(url === '' ? [] : [`URL:${url.replace(/[\u0000-\u0020\u007f]/gu, '')}`]),
    `CATEGORIES:${textOf(category)}`,
    `STATUS:${statusOf(state)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Of the three that an event may have: whether it happens, may happen, or does not. */
function statusOf(state: PublicationState): 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED' {
  switch (state) {
    case 'scheduled':
    case 'running':
    case 'delivered':
      return 'CONFIRMED';
    case 'cancelled':
    case 'skipped':
      return 'CANCELLED';
    default:
      return 'TENTATIVE';
  }
}

/** `20261122T083000Z`. */
const utcOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A value of type TEXT (3.3.11): what would end it is escaped, what no text may have is left out. */
const textOf = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

const longestLine = 75;

/** A content line in pieces of at most 75 octets (3.1), cut between characters, each but the first after a space. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestLine) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
