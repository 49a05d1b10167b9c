import { approved, approvers, draft, inReview, owner, step, submitters, type Template } from './parts';

/** The agency writes and checks, the client decides, and what was decided stays as it is. */
export const agencyAndClient: Template = {
  key: 'agency-and-client',
  about: {
    en: 'The agency writes and looks at it first; then the client (here the super admin) approves. What is approved is locked until somebody unlocks it.',
    de: 'Die Agentur schreibt und prüft zuerst; dann gibt der Kunde (hier der Super-Admin) frei. Freigegebenes ist gesperrt, bis jemand es entsperrt.',
  },
  make: (words) => ({
    key: 'agency-and-client',
    name: words('Agency and client', 'Agentur und Kunde'),
    stages: [
      draft(words),
      inReview('agency-review', words('Agency looks', 'Agentur prüft'), 2, { colour: 'secondary' }),
      inReview('client-review', words('Client looks', 'Kunde prüft'), 5, {
        colour: 'warning',
        remind: 2,
        escalate: [approvers],
        lock: 'entry',
      }),
      approved(words, { lock: 'entry' }),
    ],
    transitions: [
      step({
        key: 'submit',
        decision: 'submit',
        from: ['draft'],
        to: 'agency-review',
        who: [submitters],
      }),
      step({
        key: 'pass-to-client',
        decision: 'approve',
        from: ['agency-review'],
        to: 'client-review',
        who: [approvers],
        fourEyes: true,
        checklist: [
          words('Spelling and links checked', 'Rechtschreibung und Links geprüft'),
          words('Rights to all pictures are ours', 'Bildrechte liegen vor'),
        ],
      }),
      step({
        key: 'client-approves',
        decision: 'approve',
        from: ['client-review', 'approved'],
        to: 'approved',
        who: [owner],
        fourEyes: true,
      }),
      step({
        key: 'agency-changes',
        decision: 'request-changes',
        from: ['agency-review'],
        to: 'draft',
        who: [approvers],
      }),
      step({
        key: 'client-changes',
        decision: 'request-changes',
        from: ['client-review', 'approved'],
        to: 'draft',
        who: [owner],
      }),
      step({
        key: 'withdraw',
        decision: 'withdraw',
        from: ['agency-review', 'client-review'],
        to: 'draft',
        who: [submitters],
      }),
      step({
        key: 'unlock',
        decision: 'unlock',
        from: ['client-review', 'approved'],
        to: 'draft',
        who: [approvers, owner],
        comment: 'required',
      }),
    ],
    guardUnpublish: true,
  }),
};
