import { approved, draft, inReview, owner, step, submitters, type Template } from './parts';

/** Everybody writes, one person answers for what goes out. */
export const ownerApproves: Template = {
  key: 'owner-approves',
  about: {
    en: 'Everybody writes; the owner looks at everything before it goes out, also at what the owner wrote.',
    de: 'Alle schreiben; bevor etwas hinausgeht, sieht die Inhaberin oder der Inhaber alles an, auch Eigenes.',
  },
  make: (words) => ({
    key: 'owner-approves',
    name: words('Owner approves', 'Inhaber gibt frei'),
    stages: [
      draft(words),
      inReview('in-review', words('With the owner', 'Beim Inhaber'), 3),
      approved(words),
    ],
    transitions: [
      step({ key: 'submit', decision: 'submit', from: ['draft'], to: 'in-review', who: [submitters, owner] }),
      step({
        key: 'approve',
        decision: 'approve',
        from: ['in-review', 'approved'],
        to: 'approved',
        who: [owner],
      }),
      step({
        key: 'request-changes',
        decision: 'request-changes',
        from: ['in-review', 'approved'],
        to: 'draft',
        who: [owner],
      }),
      step({
        key: 'withdraw',
        decision: 'withdraw',
        from: ['in-review', 'approved'],
        to: 'draft',
        who: [submitters, owner],
      }),
    ],
    guardUnpublish: false,
  }),
};
