import type { EventType } from './events';
import { own } from '../../shared/own';

/** Deeds of the audit list that the outside is told of. */
const byDeed: Readonly<Record<string, EventType>> = {
  'decision.submit': 'review.submitted',
  'decision.approve': 'review.approved',
  'decision.request-changes': 'review.changes-requested',
  'decision.adopt': 'review.approved',
  'decision.comment': 'review.commented',
  'decision.unlock': 'entry.unlocked',
  comment: 'review.commented',
  publish: 'entry.published',
  'publish.emergency': 'entry.emergency-published',
  unpublish: 'entry.unpublished',
  'publication.delivered': 'publication.delivered',
  'workflow.save': 'workflow.changed',
  'workflow.remove': 'workflow.changed',
  'policy.save': 'workflow.changed',
};

/** Notices that tell of an event which is no deed of a person. */
const byNotice: Readonly<Record<string, EventType>> = {
  'review.changed-since-approval': 'approval.voided',
  'review.assigned': 'review.assigned',
  'review.due-soon': 'review.due-soon',
  'review.overdue': 'review.overdue',
  'review.escalated': 'review.escalated',
  'drift.found': 'drift.found',
  'entry.review-again': 'entry.review-again',
  'entry.expired': 'entry.expired',
  'audit.broken': 'audit.broken',
};

/** The event behind a line of the audit list; null where the outside is not told. */
export const eventOfDeed = (kind: string): EventType | null => own(byDeed, kind) ?? null;

/** The event behind a notice; null where the notice only tells of a deed, or of something of our own. */
export const eventOfNotice = (code: string): EventType | null => own(byNotice, code) ?? null;
