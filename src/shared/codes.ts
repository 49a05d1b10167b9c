/** What a refusal means to the caller; `server/errors.ts` turns each into the matching HTTP answer. */
export type Category =
  | 'invalid'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

interface Entry {
  readonly category: Category;
  /** When it happens and what to do, in one or two sentences for a person; the reference page is made of these. */
  readonly means: string;
}

const list = {
  'request.invalid': {
    category: 'invalid',
    means:
      'A value in the request does not have the expected form. The message names the field and what is allowed.',
  },
  'entry.not-found': {
    category: 'not-found',
    means: 'The entry does not exist, or not in this language. It may have been deleted: reload the page.',
  },
  'time.invalid': {
    category: 'invalid',
    means: 'The date or the time does not exist in the calendar, such as 30 February. Choose another one.',
  },
  'time.zone-unknown': {
    category: 'invalid',
    means: 'The time zone is not one of the IANA names, such as Europe/Berlin or America/New_York.',
  },
  'time.past': {
    category: 'invalid',
    means:
      'The time has passed. Send it now or choose a later time; `details.choices` carries the instant that "now" means.',
  },
  'time.gap': {
    category: 'invalid',
    means:
      'The clocks skip this time that day. Choose one of the two instants in `details.choices` by `choice: earlier | later`.',
  },
  'time.overlap': {
    category: 'invalid',
    means:
      'The clocks show this time twice that day. Choose one of the two instants in `details.choices` by `choice: earlier | later`.',
  },
  'campaign.not-found': {
    category: 'not-found',
    means: 'The campaign does not exist. It may have been removed: reload the list.',
  },
  'campaign.channel-unknown': {
    category: 'invalid',
    means: 'A channel of the campaign does not exist. It may have been removed: reload the list of channels.',
  },
  'campaign.copy-over-limit': {
    category: 'invalid',
    means:
      'A copy does not fit its channel. The message says by how much; `details.problems` lists every problem with its place. Change the copy, then schedule again.',
  },
  'campaign.nothing-to-schedule': {
    category: 'conflict',
    means: 'Every publication of the campaign was scheduled already. Reschedule single ones in the list of publications.',
  },
  'publication.not-found': {
    category: 'not-found',
    means: 'The publication does not exist. It may have been removed with its campaign: reload the list.',
  },
  'publication.already-sending': {
    category: 'conflict',
    means: 'The publication was sent already, or is being sent now, so it can no longer be stopped or changed.',
  },
  'publication.not-possible': {
    category: 'conflict',
    means: 'The publication is in a state that does not allow this. Reload the list: it may have moved on.',
  },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof list;

/**
 * Every code that Presence answers with. Codes are stable: they are never renamed or reused.
 * The page `docs/reference/codes.md` is generated from this list.
 */
export const codes: Readonly<Record<Code, Entry>> = list;
