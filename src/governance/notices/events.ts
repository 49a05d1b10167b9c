import { z } from 'zod';
import { person } from '../schema';

/** Every event that a receiver can be told of, and what it means. A closed list: receivers branch on the name. */
export const events = {
  'review.submitted': 'An entry was submitted for review.',
  'review.approved': 'Somebody approved an entry. `seal` says which content.',
  'review.changes-requested': 'A reviewer asks for changes to an entry.',
  'review.commented': 'Somebody commented on an entry without deciding.',
  'review.assigned': 'A review was given to a person.',
  'review.due-soon': 'A review will soon be due.',
  'review.overdue': 'A review is past its time and nobody has decided.',
  'review.escalated': 'A review waited too long and was passed on to others.',
  'approval.voided': 'An approved entry was changed, so its approval no longer holds.',
  'entry.published': 'An approved entry became visible on the website.',
  'entry.unpublished': 'An entry was taken off the website.',
  'entry.emergency-published': 'An entry was published past the workflow, in an emergency.',
  'entry.unlocked': 'An entry that was locked while under review was opened for changes.',
  'drift.found': 'Something is published that nobody approved.',
  'entry.review-again': 'An entry is due to be looked at again.',
  'entry.expired': 'The time of an entry is over.',
  'signoff.requested': 'Somebody outside was asked to sign off an entry.',
  'signoff.answered': 'Somebody outside answered a request to sign off.',
  'signoff.revoked': 'A request to sign off was taken back.',
  'publication.delivered': 'A channel has taken a publication.',
  'publication.failed': 'A publication did not reach its channel and waits for a person.',
  'workflow.changed': 'A workflow was changed.',
  'audit.broken': 'The audit list does not fit together: a line was changed or is missing.',
} as const;

export type EventType = keyof typeof events;

export const eventTypes = Object.keys(events) as [EventType, ...EventType[]];

export const eventType = z.enum(eventTypes);

/** What an event carries: no personal data beyond the name and id of who acted. */
export const eventSchema = z.object({
  /** The same on every delivery, so a receiver acts once (`webhook-id`). */
  id: z.uuid(),
  /** Milliseconds since 1970. */
  at: z.number(),
  type: eventType,
  actor: person.pick({ kind: true, id: true, name: true }),
  entry: z
    .object({
      uid: z.string(),
      documentId: z.string(),
      locale: z.string().nullable(),
      title: z.string().nullable(),
    })
    .nullable(),
  /** Of the content that it is about; null where the event is not about one version. */
  seal: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type PresenceEvent = z.output<typeof eventSchema>;

/** The body of a webhook as Standard Webhooks lays it out. The same bytes on every try. */
export const webhookBody = (event: PresenceEvent): string =>
  JSON.stringify({ type: event.type, timestamp: new Date(event.at).toISOString(), data: event });
