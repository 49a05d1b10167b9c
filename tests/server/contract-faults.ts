import type { FaultOrder } from '../../server/practice/faults';
import type { Outcome } from '../../src/channels/channel';
import type { ChannelKind } from '../../src/channels/schema';

type Kind = Outcome['kind'];

/** What can happen to the request that publishes, and how the try ends on each channel. */
export interface Happening {
  readonly what: string;
  readonly fault: FaultOrder['fault'];
  /** Null: it cannot happen there, or nobody can help it: see `notByMail`, `notByChat`, `notByLinkedin`, `notByGoogle` and `notByPinterest`. */
  readonly ends: Readonly<Record<ChannelKind, Kind | null>>;
}

/** Why some rows have no end on e-mail. */
export const notByMail =
  'A mail goes by SMTP: no body in an answer, no redirects, no Retry-After, no gateway, and whatever is not 250 says that it was not taken.';

/** Why a row has no end on webhooks of a chat. */
export const notByChat =
  'A chat knows no key of a message: a request that something on the way sends twice stands there twice, and nobody can help it.';

/** Why a row has no end on LinkedIn. */
export const notByLinkedin =
  'LinkedIn says the id of a post at the head of its answer, and nothing behind it: there is no half of that.';

/** Why a row has no end on Google. */
export const notByGoogle =
  'Google knows no key of a post: a request that something on the way sends twice stands there twice, and nobody can help it.';

/** Why a row has no end on Pinterest. */
export const notByPinterest =
  'Pinterest knows no key of a pin and takes the same one twice: a request that something on the way sends twice is two pins.';

const columns = [
  'bluesky',
  'mastodon',
  'facebook',
  'instagram',
  'threads',
  'linkedin',
  'google-business',
  'pinterest',
  'x',
  'discord',
  'slack',
  'telegram',
  'webhook',
  'website',
  'email',
  'own',
] as const;

const row = (what: string, fault: FaultOrder['fault'], ends: string): Happening => {
  const words = ends.split(/\s+/).map((word) => (word === '-' ? null : (word as Kind)));
  if (words.length !== columns.length) throw new Error(`${what}: one end for each of ${columns.join(', ')}`);
  return {
    what,
    fault,
    ends: Object.fromEntries(columns.map((kind, n) => [kind, words[n]])) as Happening['ends'],
  };
};

/**
 * After every row the copy is there once, or not at all. A site hook is called until it says yes, so nothing that it answers is for
 * good; a receiver that says yes has taken the message, whatever else it says (Standard Webhooks).
 */
// prettier-ignore
export const happenings: readonly Happening[] = [
  //  bluesky      mastodon     facebook     instagram    threads      linkedin     google       pinterest    x            discord      slack        telegram     webhook      website      email        own
  row('it takes its time', { kind: 'latency', ms: 50 },
    'delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered    delivered'),
  row('too many calls, and nobody says until when', { kind: 'too-many' },
    'retry        retry        retry        retry        retry        parked       retry        retry        retry        retry        retry        retry        retry        retry        retry        retry'),
  row('too many calls for a while', { kind: 'too-many', retryAfter: 30 },
    'parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       retry        retry        -            retry'),
  row('the quota is used up', { kind: 'quota', seconds: 60 },
    'parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       parked       retry        retry        parked       retry'),
  row('a server fails before it took it', { kind: 'server-error', accepted: false },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      retry        parked       unknown'),
  row('a server fails after it took it', { kind: 'server-error', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      retry        -            unknown'),
  row('a gateway gives up', { kind: 'server-error', status: 504, accepted: true },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      retry        -            unknown'),
  row('the line breaks before', { kind: 'cut', accepted: false },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      retry        retry        unknown'),
  row('the line breaks after', { kind: 'cut', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      retry        delivered    unknown'),
  row('the credentials ran out', { kind: 'token-expired' },
    'delivered    reauthorise  reauthorise  reauthorise  reauthorise  reauthorise  reauthorise  reauthorise  reauthorise  reauthorise  blocked      reauthorise  reauthorise  retry        reauthorise  reauthorise'),
  row('the request arrives twice', { kind: 'duplicate' },
    'duplicate    delivered    duplicate    retry        retry        duplicate    -            -            duplicate    -            -            -            delivered    delivered    -            delivered'),
  row('HTML in place of an answer', { kind: 'html', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      delivered    delivered    -            delivered'),
  row('a yes with an error inside', { kind: 'error-in-200', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      unknown      delivered    delivered    -            delivered'),
  row('half an answer', { kind: 'truncated', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      -            unknown      unknown      unknown      unknown      unknown      unknown      delivered    delivered    -            delivered'),
  row('an answer of 50 MB', { kind: 'huge', accepted: true },
    'unknown      unknown      unknown      unknown      unknown      delivered    unknown      unknown      unknown      unknown      unknown      unknown      delivered    delivered    -            delivered'),
  row('a redirect to a private address', { kind: 'redirect' },
    'rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     rejected     retry        -            rejected'),
];

/** How the try ends; null: it cannot happen there. */
export const endOf = ({ ends }: Happening, kind: ChannelKind): Kind | null => ends[kind];
