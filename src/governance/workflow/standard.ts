import type { Workflow } from './schema';

/** The version of the built-in workflow as decisions name it. */
export const standardRef = 'standard@1';

/**
 * The workflow where nobody made another: one approval by somebody who did not edit. An approved entry may be approved
 * again, because copies for channels may have been written or changed since. Nothing is locked, so there is no unlock.
 */
export const standardWorkflow: Workflow = {
  key: 'standard',
  name: 'Standard',
  stages: [
    { key: 'draft', name: 'Draft', colour: 'neutral', meaning: 'draft', ...unlimited() },
    { key: 'in-review', name: 'In review', colour: 'primary', meaning: 'review', ...unlimited() },
    { key: 'approved', name: 'Approved', colour: 'success', meaning: 'approved', ...unlimited() },
  ],
  transitions: [
    {
      key: 'submit',
      decision: 'submit',
      from: ['draft'],
      to: 'in-review',
      when: [],
      who: ['may:review.submit'],
      needs: [],
      fourEyes: false,
      checklist: [],
      comment: 'optional',
    },
    {
      key: 'approve',
      decision: 'approve',
      from: ['in-review', 'approved'],
      to: 'approved',
      when: [],
      who: ['may:review.approve'],
      needs: [],
      fourEyes: true,
      checklist: [],
      comment: 'optional',
    },
    {
      key: 'request-changes',
      decision: 'request-changes',
      from: ['in-review', 'approved'],
      to: 'draft',
      when: [],
      who: ['may:review.approve'],
      needs: [],
      fourEyes: false,
      checklist: [],
      comment: 'required',
    },
    {
      key: 'withdraw',
      decision: 'withdraw',
      from: ['in-review', 'approved'],
      to: 'draft',
      when: [],
      who: ['may:review.submit'],
      needs: [],
      fourEyes: false,
      checklist: [],
      comment: 'optional',
    },
  ],
  guardUnpublish: false,
};

/** A stage without a time limit and without a lock. */
function unlimited() {
  return { days: null, remind: null, escalate: [], lock: 'none' as const };
}
