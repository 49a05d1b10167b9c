import type { CodeEntry } from './entry';

/** What stands between an entry and its readers: reviews, the gate, what went past it. */
export const governanceCodes = {
  'entry.not-found': {
    category: 'not-found',
    means: 'The entry does not exist, or not in this language. It may have been deleted: reload the page.',
  },
  'entry.not-allowed': {
    category: 'forbidden',
    means:
      'You may not read entries of this type in the Content Manager, so Presence does not show them either.',
  },
  'gate.blocked': {
    category: 'conflict',
    means:
      'The entry may not be published yet. `details.blockers` lists every reason with its code and what to do about it.',
  },
  'gate.not-allowed': {
    category: 'forbidden',
    means:
      'Saving an entry of this type publishes it at once, so only people who may approve can save it. Ask one of them, or turn on Draft & Publish for the type.',
  },
  'gate.unpublish-guarded': {
    category: 'forbidden',
    means:
      'The workflow guards what is published, so taking an entry off the site needs the permission “Take published entries off the site”.',
  },
  'drift.gone': {
    category: 'conflict',
    means: 'What was published past the gate was approved, changed or taken down meanwhile. Reload the list.',
  },
  'gate.relation-unpublished': {
    category: 'conflict',
    means:
      'A hint that stops nothing: the entry refers to entries that are not published, so visitors will not see them. Publish those first.',
  },
  'gate.content-differs': {
    category: 'conflict',
    means:
      'What would be published differs from the approved draft. Something changes the content while it is published: a lifecycle hook or another plugin. Ask your developer.',
  },
  'review.not-governed': {
    category: 'conflict',
    means: 'Entries of this type need no approval. Choose the governed types in the settings of Presence.',
  },
  'review.not-approved': {
    category: 'conflict',
    means: 'Nobody has approved the entry as it is. Submit it for review in the Presence panel.',
  },
  'review.changed-since-approval': {
    category: 'conflict',
    means:
      'The entry was changed after it was approved, so the approval no longer holds. Submit it for review again.',
  },
  'review.copy-not-approved': {
    category: 'conflict',
    means:
      'The text for one channel was written or changed after the approval. Have the entry approved again, with its texts for the channels.',
  },
  'review.four-eyes': {
    category: 'conflict',
    means:
      'Whoever edited the entry since its last approval, or one of its texts last, cannot approve it. Ask somebody else to.',
  },
  'review.not-allowed': {
    category: 'forbidden',
    means:
      'You do not have the permission for this decision, or a machine asked for it. An administrator grants it in Settings, Roles, Plugins, Presence.',
  },
  'review.not-possible': {
    category: 'conflict',
    means: 'The decision does not fit the stage of the entry. Reload the page: it may have moved on.',
  },
  'review.approvals-missing': {
    category: 'conflict',
    means:
      'Some of the approvals that the workflow asks for are given, and others are missing. The message says whose.',
  },
  'review.voted-already': {
    category: 'conflict',
    means: 'You approved this very content already. It waits for somebody else, too.',
  },
  'review.checklist-open': {
    category: 'invalid',
    means:
      'The workflow asks to confirm a list of points with this decision. Confirm each and send it again.',
  },
  'review.reason-missing': {
    category: 'invalid',
    means: 'An emergency publication needs a reason. Write why it cannot wait for an approval.',
  },
  'review.locked': {
    category: 'conflict',
    means:
      'The entry is approved and locked by its workflow, so this cannot be changed. Unlock it in the Presence panel first: that ends the approval and is written down.',
  },
  'review.comment-missing': {
    category: 'invalid',
    means: 'This decision needs a comment. Write what should change.',
  },
  'review.changes-requested': {
    category: 'conflict',
    means: 'Somebody read an entry that you edited last and asks for changes. Make them and submit it again.',
  },
  'review.waits-for-approval': {
    category: 'conflict',
    means:
      'An entry was submitted and nobody has decided yet. Who did not edit it last can approve it in its panel.',
  },
  'review.changed-meanwhile': {
    category: 'conflict',
    means:
      'The entry was changed, or somebody else decided, while you were looking at it. Reload the page, look again and decide then.',
  },
  'review.assignee-unknown': {
    category: 'invalid',
    means:
      'An entry can only be given to people who can sign in, and to Strapi roles. Reload the list and choose one of it.',
  },
  'review.thread-not-found': {
    category: 'not-found',
    means: 'The comment does not exist. Its entry may have been deleted: reload the page.',
  },
  'review.version-not-kept': {
    category: 'not-found',
    means:
      'What an entry said is kept with every decision; of this version it was not, or there is no such decision. Compare with another one.',
  },
  'brand.error': {
    category: 'conflict',
    means:
      'The text or a picture breaks a rule of the brand kit whose severity is error. Change it as the message says.',
  },
  'entry.review-soon': {
    category: 'conflict',
    means:
      'A published entry is to be looked at again soon. Say that it is still right, change it, or snooze it.',
  },
  'entry.review-again': {
    category: 'conflict',
    means: 'A published entry is to be looked at again. Say that it is still right, change it, or snooze it.',
  },
  'entry.ends-soon': {
    category: 'conflict',
    means: 'A published entry ends soon. Give it another last day to keep it on the site.',
  },
  'entry.expired': {
    category: 'conflict',
    means: 'A published entry reached its last day. It was taken off the site, or you are asked to.',
  },
  'entry.not-ended': {
    category: 'conflict',
    means:
      'A published entry reached its last day and Strapi refused to take it off the site. The message says why; it is tried again every hour.',
  },
} as const satisfies Record<string, CodeEntry>;
