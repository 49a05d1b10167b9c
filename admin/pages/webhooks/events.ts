import type { EventType } from '../../../src/governance/notices/events';

/** Every event, in the order of the form; a new one that is missing here does not compile. */
const words = {
  'review.submitted': 'presence.event.review.submitted',
  'review.approved': 'presence.event.review.approved',
  'review.changes-requested': 'presence.event.review.changes-requested',
  'review.commented': 'presence.event.review.commented',
  'review.assigned': 'presence.event.review.assigned',
  'review.due-soon': 'presence.event.review.due-soon',
  'review.overdue': 'presence.event.review.overdue',
  'review.escalated': 'presence.event.review.escalated',
  'approval.voided': 'presence.event.approval.voided',
  'signoff.requested': 'presence.event.signoff.requested',
  'signoff.answered': 'presence.event.signoff.answered',
  'signoff.revoked': 'presence.event.signoff.revoked',
  'entry.published': 'presence.event.entry.published',
  'entry.unpublished': 'presence.event.entry.unpublished',
  'entry.emergency-published': 'presence.event.entry.emergency-published',
  'entry.unlocked': 'presence.event.entry.unlocked',
  'entry.review-again': 'presence.event.entry.review-again',
  'entry.expired': 'presence.event.entry.expired',
  'publication.delivered': 'presence.event.publication.delivered',
  'publication.failed': 'presence.event.publication.failed',
  'drift.found': 'presence.event.drift.found',
  'workflow.changed': 'presence.event.workflow.changed',
  'audit.broken': 'presence.event.audit.broken',
} as const satisfies Record<EventType, string>;

export const shownEvents = Object.keys(words) as EventType[];

/** The event in a few words. */
export const eventWord = (event: EventType) => words[event];

export const isShown = (event: string): event is EventType => Object.hasOwn(words, event);
