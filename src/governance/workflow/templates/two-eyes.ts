import { approved, approvers, draft, inReview, step, submitters, type Template } from './parts';

/** A second pair of eyes, whoever it belongs to. */
export const twoEyes: Template = {
  key: 'two-eyes',
  about: {
    en: 'Whoever may approve looks at what somebody else wrote. Nobody approves their own changes.',
    de: 'Wer freigeben darf, sieht an, was andere geschrieben haben. Niemand gibt eigene Änderungen frei.',
  },
  make: (words) => ({
    key: 'two-eyes',
    name: words('Two eyes', 'Vier Augen'),
    stages: [draft(words), inReview('in-review', words('In review', 'In Prüfung'), 2), approved(words)],
    transitions: [
      step({ key: 'submit', decision: 'submit', from: ['draft'], to: 'in-review', who: [submitters] }),
      step({
        key: 'approve',
        decision: 'approve',
        from: ['in-review', 'approved'],
        to: 'approved',
        who: [approvers],
        fourEyes: true,
      }),
      step({
        key: 'request-changes',
        decision: 'request-changes',
        from: ['in-review', 'approved'],
        to: 'draft',
        who: [approvers],
      }),
      step({
        key: 'withdraw',
        decision: 'withdraw',
        from: ['in-review', 'approved'],
        to: 'draft',
        who: [submitters],
      }),
    ],
    guardUnpublish: false,
  }),
};
