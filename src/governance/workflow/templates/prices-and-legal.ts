import { approved, approvers, draft, inReview, owner, step, submitters, type Template } from './parts';

/** What costs money or ends in court is the owner's; the rest is quick. */
export const pricesAndLegal: Template = {
  key: 'prices-and-legal',
  about: {
    en: 'A colleague approves. Where a field that is marked as price or legal changed, the owner approves after that.',
    de: 'Eine Kollegin oder ein Kollege gibt frei. Wurde ein Feld geändert, das als Preis oder rechtlich markiert ist, gibt danach der Inhaber frei.',
  },
  make: (words) => {
    const marked = [{ on: 'marked' as const, any: ['price', 'legal'] }];
    return {
      key: 'prices-and-legal',
      name: words('Prices and legal need the owner', 'Preise und Rechtliches zum Inhaber'),
      stages: [
        draft(words),
        inReview('in-review', words('In review', 'In Prüfung'), 2),
        inReview('with-owner', words('With the owner', 'Beim Inhaber'), 2, {
          colour: 'warning',
          escalate: [owner],
          lock: 'entry',
        }),
        approved(words),
      ],
      transitions: [
        step({
          key: 'submit',
          decision: 'submit',
          from: ['draft'],
          to: 'in-review',
          who: [submitters, owner],
        }),
        step({
          key: 'pass-to-owner',
          decision: 'approve',
          from: ['in-review'],
          to: 'with-owner',
          when: marked,
          who: [approvers, owner],
          fourEyes: true,
        }),
        step({
          key: 'approve',
          decision: 'approve',
          from: ['in-review', 'approved'],
          to: 'approved',
          who: [approvers, owner],
          fourEyes: true,
        }),
        step({
          key: 'owner-approves',
          decision: 'approve',
          from: ['with-owner'],
          to: 'approved',
          who: [owner],
          checklist: [
            words('Prices are those of the shop', 'Die Preise stimmen mit dem Laden überein'),
            words('Legal wording is the agreed one', 'Rechtliche Texte sind die abgestimmten'),
          ],
        }),
        step({
          key: 'request-changes',
          decision: 'request-changes',
          from: ['in-review', 'with-owner', 'approved'],
          to: 'draft',
          who: [approvers, owner],
        }),
        step({
          key: 'withdraw',
          decision: 'withdraw',
          from: ['in-review', 'approved'],
          to: 'draft',
          who: [submitters, owner],
        }),
        step({
          key: 'unlock',
          decision: 'unlock',
          from: ['with-owner'],
          to: 'draft',
          who: [owner],
        }),
      ],
      guardUnpublish: false,
    };
  },
};
