import { z } from 'zod';
import { channelKinds } from './kinds/channels';
import { publishingKinds } from './kinds/publishing';

export const auditGroup = z.enum([
  'review',
  'publishing',
  'channels',
  'settings',
  'people',
  'subscribers',
  'record',
]);
export type AuditGroup = z.output<typeof auditGroup>;

interface Entry {
  readonly group: AuditGroup;
  /** What happened, for the reference page. */
  readonly means: string;
}

const list = {
  'decision.submit': { group: 'review', means: 'An entry was submitted for review.' },
  'decision.approve': { group: 'review', means: 'An entry was approved, with the seal that was seen.' },
  'decision.request-changes': { group: 'review', means: 'Changes to an entry were asked for.' },
  'decision.withdraw': { group: 'review', means: 'A submission was withdrawn.' },
  'decision.comment': { group: 'review', means: 'Somebody commented on an entry.' },
  'decision.unlock': {
    group: 'review',
    means: 'A locked entry was unlocked for a change, which ends its approval.',
  },
  'decision.emergency': {
    group: 'review',
    means:
      'Somebody let an entry out without an approval, with the reason and the blockers that were passed over.',
  },
  'decision.adopt': { group: 'review', means: 'What was published past the gate was approved as it is.' },
  'decision.migrate': { group: 'review', means: 'A review went over to another version of its workflow.' },
  'publish.emergency': {
    group: 'publishing',
    means: 'An entry went on the website in an emergency, without an approval.',
  },
  comment: { group: 'review', means: 'Somebody commented on a place in an entry.' },
  'comment.resolve': { group: 'review', means: 'A conversation about an entry was settled.' },
  'comment.reopen': { group: 'review', means: 'A settled conversation was opened again.' },
  'review.assign': { group: 'review', means: 'A review was given to somebody.' },
  'review.due': { group: 'review', means: 'A review got another deadline.' },
  'signoff.open': { group: 'review', means: 'A signed link was opened for the first time.' },
  'signoff.refused': { group: 'review', means: 'A signed link was used that did not hold.' },
  'signoff.request': { group: 'review', means: 'Somebody without a seat was asked to sign off.' },
  'signoff.send': { group: 'review', means: 'A signed link was sent.' },
  'signoff.revoke': { group: 'review', means: 'A signed link was taken back.' },
  'signoff.people': { group: 'settings', means: 'The people who may be asked to sign off were changed.' },
  'workflow.remove': { group: 'settings', means: 'A workflow was taken out of use.' },
  'workflow.migrate': {
    group: 'settings',
    means: 'Reviews under way went over to another version of a workflow.',
  },
  'policy.save': { group: 'settings', means: 'Where which workflow applies was changed.' },
  'workflow.save': {
    group: 'settings',
    means: 'A workflow was saved as a new version, or said to apply elsewhere.',
  },
  publish: {
    group: 'publishing',
    means: 'An entry went on the website, with the seal of what was published.',
  },
  unpublish: { group: 'publishing', means: 'An entry was taken off the website.' },
  delete: { group: 'publishing', means: 'An entry was deleted.' },
  'lifecycle.policies': {
    group: 'settings',
    means: 'When content is looked at again, by whom, and when it ends was changed.',
  },
  'lifecycle.still-right': {
    group: 'publishing',
    means:
      'Somebody looked at a published entry and said that it is still right, with the seal of what was seen.',
  },
  'lifecycle.snooze': { group: 'publishing', means: 'Somebody put off looking at an entry again.' },
  'lifecycle.dates': { group: 'publishing', means: 'An entry got dates of its own, or lost them.' },
  'lifecycle.end': {
    group: 'publishing',
    means: 'An entry reached its last day and was taken off the website.',
  },
  ...publishingKinds,
  ...channelKinds,
  'settings.save': {
    group: 'settings',
    means: 'The settings were changed; `details` has them before and after, without secrets.',
  },
  'publishing.plan': {
    group: 'settings',
    means:
      'The publishing times were changed; `details` has slots, blackouts and distances before and after.',
  },
  'picture.strip': {
    group: 'settings',
    means: 'The place and the device were taken out of the file of a picture in the media library.',
  },
  'picture.card': {
    group: 'publishing',
    means: 'A card of the brand was made as a file of the media library; `details` says of which template.',
  },
  'brand-kit.save': {
    group: 'settings',
    means: 'The brands and their kits were changed; `details` says how much stands in each.',
  },
  'brand-rule.change': {
    group: 'settings',
    means: 'A brand rule was switched on or off, or made more or less grave.',
  },
  'brand-pack.import': { group: 'settings', means: 'A pack of brand rules was imported or replaced.' },
  'brand-pack.change': {
    group: 'settings',
    means: 'A pack of brand rules was switched on or off, or given other languages.',
  },
  'brand-pack.remove': { group: 'settings', means: 'A pack of brand rules was removed.' },
  'brand-waiver.create': {
    group: 'review',
    means: 'A finding was waived, or somebody asked for it, with the reason and the last day.',
  },
  'brand-waiver.approve': { group: 'review', means: 'Somebody else agreed to a waiver.' },
  'brand-waiver.end': { group: 'review', means: 'A waiver was ended, or refused.' },
  'brand-waiver.policy': {
    group: 'settings',
    means: 'Who may waive findings, and for how long, was changed; `details` has it before and after.',
  },
  'brand-baseline.take': {
    group: 'settings',
    means: 'All findings of that moment were taken for known: from then on only new ones block.',
  },
  'brand-baseline.drop': {
    group: 'settings',
    means: 'The baseline was dropped: every finding counts again.',
  },
  'brand-finding.dismiss': {
    group: 'review',
    means: 'Somebody said that a finding does not help them, or is a false alarm.',
  },
  'person.create': { group: 'people', means: 'A person got access to the admin panel.' },
  'person.update': {
    group: 'people',
    means: 'A person of the admin panel was changed: name, address, Strapi roles, blocked or not, password.',
  },
  'person.delete': { group: 'people', means: 'A person lost access to the admin panel.' },
  'role.create': { group: 'people', means: 'A Strapi role was made.' },
  'role.update': { group: 'people', means: 'A Strapi role was changed.' },
  'role.delete': { group: 'people', means: 'A Strapi role was deleted.' },
  'permission.grant': { group: 'people', means: 'A Strapi role or token was allowed something.' },
  'permission.change': { group: 'people', means: 'A permission got other fields, languages or conditions.' },
  'permission.withdraw': {
    group: 'people',
    means: 'A Strapi role or token was no longer allowed something.',
  },
  'token.create': { group: 'people', means: 'A token for machines was made.' },
  'token.update': { group: 'people', means: 'A token for machines was changed or its key replaced.' },
  'token.delete': { group: 'people', means: 'A token for machines was deleted.' },
  'contact.export': { group: 'subscribers', means: 'What is held about a subscriber was handed out.' },
  'contact.erase': { group: 'subscribers', means: 'A subscriber was forgotten.' },
  'audit.export': { group: 'record', means: 'The record itself was exported.' },
  'audit.cut': {
    group: 'record',
    means: 'Rows older than the policy keeps were cut off at a signed checkpoint.',
  },
  'audit.sign': {
    group: 'record',
    means:
      'The end of the record was signed as it stood, because the encryption key of Strapi was set or changed.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** What is written into the record. A kind that is not here cannot be recorded: it does not compile. */
export type AuditKind = keyof typeof list;

/** Every kind with its group and meaning; `docs/reference/audit.md` is made of these. */
export const auditKinds: Readonly<Record<AuditKind, Entry>> = list;

/** The kinds of a group, to filter by. */
export const kindsOf = (group: AuditGroup): AuditKind[] =>
  (Object.keys(list) as AuditKind[]).filter((kind) => list[kind].group === group);
