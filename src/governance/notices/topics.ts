import { z } from 'zod';
import { own } from '../../shared/own';

/** What a notice is about, as a person chooses how to be told of it. */
export const topic = z.enum(['approvals', 'my-entries', 'deadlines', 'publishing', 'system']);
export type Topic = z.output<typeof topic>;
export const topics: readonly Topic[] = topic.options;

const byCode: Readonly<Record<string, Topic>> = {
  'review.waits-for-approval': 'approvals',
  'review.assigned': 'approvals',
  'brand.waiver-waits': 'approvals',
  'brand.waiver-approved': 'my-entries',
  'brand.waiver-ended': 'my-entries',
  'brand.waiver-expired': 'my-entries',
  'review.escalated': 'approvals',
  'signoff.requested': 'approvals',
  'signoff.answered': 'my-entries',
  'signoff.revoked': 'my-entries',
  'review.due-soon': 'deadlines',
  'review.overdue': 'deadlines',
  'entry.review-again': 'deadlines',
  'entry.expired': 'deadlines',
  'drift.found': 'system',
  'audit.broken': 'system',
  'workflow.changed': 'system',
};

const byArea: Readonly<Record<string, Topic>> = {
  review: 'my-entries',
  approval: 'my-entries',
  entry: 'my-entries',
  signoff: 'my-entries',
  audit: 'system',
  drift: 'system',
  settings: 'system',
  events: 'system',
  notices: 'system',
};

/** The topic of a notice by its code; what comes from a channel or a campaign is about publishing. */
export function topicOf(code: string): Topic {
  const area = code.slice(0, code.indexOf('.'));
  return own(byCode, code) ?? own(byArea, area) ?? 'publishing';
}
