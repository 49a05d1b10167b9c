import type { Workflow } from './schema';

/**
 * The workflow of every governed entry. An approval of an approved entry is allowed, because copies for channels may
 * have been written or changed since.
 */
export const standardWorkflow: Workflow = {
  stages: [
    { key: 'draft', name: 'Draft' },
    { key: 'in-review', name: 'In review' },
    { key: 'approved', name: 'Approved' },
  ],
  transitions: [
    {
      decision: 'submit',
      from: ['draft'],
      to: 'in-review',
      permission: 'review.submit',
      fourEyes: false,
      comment: 'optional',
    },
    {
      decision: 'approve',
      from: ['in-review', 'approved'],
      to: 'approved',
      permission: 'review.approve',
      fourEyes: true,
      comment: 'optional',
    },
    {
      decision: 'request-changes',
      from: ['in-review', 'approved'],
      to: 'draft',
      permission: 'review.approve',
      fourEyes: false,
      comment: 'required',
    },
    {
      decision: 'withdraw',
      from: ['in-review', 'approved'],
      to: 'draft',
      permission: 'review.submit',
      fourEyes: false,
      comment: 'optional',
    },
    {
      decision: 'comment',
      from: ['draft', 'in-review', 'approved'],
      to: null,
      permission: 'read',
      fourEyes: false,
      comment: 'required',
    },
  ],
};
