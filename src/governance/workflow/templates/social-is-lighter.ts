import { socialKinds } from '../../../channels/rules/kinds';
import { approved, approvers, draft, inReview, step, submitters, type Template } from './parts';

/** A new page needs a second person; a post about a page that stands approved may be let out by whoever wrote it. */
export const socialIsLighter: Template = {
  key: 'social-is-lighter',
  about: {
    en: 'The website needs a second person. Texts for social channels about an approved entry may be approved by whoever wrote them.',
    de: 'Die Website braucht eine zweite Person. Texte für soziale Kanäle zu einem freigegebenen Beitrag darf freigeben, wer sie geschrieben hat.',
  },
  make: (words) => ({
    key: 'social-is-lighter',
    name: words('Social is lighter than the website', 'Soziales leichter als die Website'),
    stages: [draft(words), inReview('in-review', words('In review', 'In Prüfung'), 2), approved(words)],
    transitions: [
      step({ key: 'submit', decision: 'submit', from: ['draft'], to: 'in-review', who: [submitters] }),
      step({
        key: 'approve-social',
        decision: 'approve',
        from: ['approved'],
        to: 'approved',
        when: [{ on: 'only-channels', any: [...socialKinds] }],
        who: [submitters, approvers],
      }),
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
