/** What a refusal means to the caller; `server/errors.ts` turns each into the matching HTTP answer. */
export type Category =
  | 'invalid'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

interface Entry {
  readonly category: Category;
  /** When it happens and what to do, in one or two sentences for a person; the reference page is made of these. */
  readonly means: string;
}

const list = {
  'request.invalid': {
    category: 'invalid',
    means:
      'A value in the request does not have the expected form. The message names the field and what is allowed.',
  },
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
    means: 'Whoever edited the entry or one of its texts last cannot approve it. Ask somebody else to.',
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
  'workflow.not-found': {
    category: 'not-found',
    means: 'The workflow does not exist. It may have been removed: reload the list.',
  },
  'workflow.invalid': {
    category: 'invalid',
    means:
      'The workflow or the rules cannot work as they are. `details.problems` lists every problem with its place and what to do about it.',
  },
  'workflow.changed-meanwhile': {
    category: 'conflict',
    means:
      'Somebody else saved the workflow meanwhile, or its key is taken. Reload the page and make your changes again.',
  },
  'workflow.read-only': {
    category: 'conflict',
    means:
      'The workflow is built in, or comes from a file of the app. Change the file, or make a copy under another key.',
  },
  'workflow.in-use': {
    category: 'conflict',
    means:
      'Rules name the workflow, or reviews are under way in it. Choose another one that takes its place; `details.replacements` lists them.',
  },
  'workflow.names-them': {
    category: 'conflict',
    means:
      'A workflow names the role or the person that is to be deleted. Replace them in Settings, Presence, Workflows first.',
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
  'settings.unknown-name': {
    category: 'invalid',
    means:
      'The settings name a content type or a field that this app does not have. The message lists those it has.',
  },
  'settings.no-encryption-key': {
    category: 'conflict',
    means:
      'Strapi has no key to encrypt secrets with. Set `admin.secrets.encryptionKey` in config/admin and restart.',
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
  'lifecycle.unknown-owner': {
    category: 'invalid',
    means:
      'The owner of a content type is no role and no person of the admin panel. Choose one of those that the settings list.',
  },
  'lifecycle.cannot-end': {
    category: 'invalid',
    means:
      'Entries of a type without Draft & Publish are always published, so they cannot be taken off on a day. Choose to be asked.',
  },
  'lifecycle.not-published': {
    category: 'not-found',
    means:
      'The entry is not published, or its type is neither governed nor has dates in the settings. Publish it, then set its dates.',
  },
  'lifecycle.not-allowed': {
    category: 'forbidden',
    means:
      'Only people who may edit entries of the type in the Content Manager say that they are still right or set their dates.',
  },
  'lifecycle.day-past': {
    category: 'invalid',
    means: 'The day has passed. Choose a later one.',
  },
  'audit.no-encryption-key': {
    category: 'conflict',
    means:
      'Strapi has no encryption key, so the record of who did what cannot be signed, exported or cut. Set `ENCRYPTION_KEY` in .env (`admin.secrets.encryptionKey` in config/admin), restart, and run `presence audit sign` once.',
  },
  'audit.no-policy': {
    category: 'conflict',
    means: 'The settings keep the record for ever, so nothing was cut. Choose how many years it is kept.',
  },
  'audit.broken': {
    category: 'conflict',
    means:
      'The record is not as it was written, so nothing was cut. `details.broken` names the first broken row; compare with a backup or an export.',
  },
  'time.invalid': {
    category: 'invalid',
    means: 'The date or the time does not exist in the calendar, such as 30 February. Choose another one.',
  },
  'time.zone-unknown': {
    category: 'invalid',
    means: 'The time zone is not one of the IANA names, such as Europe/Berlin or America/New_York.',
  },
  'time.past': {
    category: 'invalid',
    means:
      'The time has passed. Send it now or choose a later time; `details.choices` carries the instant that "now" means.',
  },
  'time.gap': {
    category: 'invalid',
    means:
      'The clocks skip this time that day. Choose one of the two instants in `details.choices` by `choice: earlier | later`.',
  },
  'time.overlap': {
    category: 'invalid',
    means:
      'The clocks show this time twice that day. Choose one of the two instants in `details.choices` by `choice: earlier | later`.',
  },
  'channel.not-found': {
    category: 'not-found',
    means: 'The channel does not exist. It may have been removed: reload the list.',
  },
  'channel.no-encryption-key': {
    category: 'conflict',
    means:
      'Strapi has no key to encrypt credentials with, so they are not stored. Set `ENCRYPTION_KEY` in .env (`admin.secrets.encryptionKey` in config/admin) and restart.',
  },
  'channel.secret-missing': {
    category: 'invalid',
    means: 'A channel of this kind cannot work without its secret. Enter the app password or signing secret.',
  },
  'channel.kind-fixed': {
    category: 'invalid',
    means: 'The kind of a channel cannot change. Create another channel instead.',
  },
  'channel.in-use': {
    category: 'conflict',
    means: 'Publications still wait to go out on the channel. Cancel them first, then remove it.',
  },
  'campaign.not-found': {
    category: 'not-found',
    means: 'The campaign does not exist. It may have been removed: reload the list.',
  },
  'campaign.channel-unknown': {
    category: 'invalid',
    means: 'A channel of the campaign does not exist. It may have been removed: reload the list of channels.',
  },
  'campaign.copy-over-limit': {
    category: 'invalid',
    means:
      'A copy does not fit its channel. The message says by how much; `details.problems` lists every problem with its place. Change the copy, then schedule again.',
  },
  'campaign.nothing-to-schedule': {
    category: 'conflict',
    means:
      'Every publication of the campaign was scheduled already. Reschedule single ones in the list of publications.',
  },
  'publication.not-found': {
    category: 'not-found',
    means: 'The publication does not exist. It may have been removed with its campaign: reload the list.',
  },
  'publication.already-sending': {
    category: 'conflict',
    means:
      'The publication was sent already, or is being sent now, so it can no longer be stopped or changed.',
  },
  'publication.not-possible': {
    category: 'conflict',
    means: 'The publication is in a state that does not allow this. Reload the list: it may have moved on.',
  },
  'engine.redis-away': {
    category: 'unavailable',
    means:
      'Redis does not answer, so the work is not spread over the instances: each sends what is due by itself, and nothing is lost. Check that Redis runs and that `engine.redis` in config/plugins leads to it.',
  },
  'webhook.not-found': {
    category: 'not-found',
    means: 'The webhook does not exist. It may have been removed: reload the list.',
  },
  'webhook.delivery-not-possible': {
    category: 'conflict',
    means:
      'The delivery is still on its way, or it was removed, so it cannot be sent again. Reload the list.',
  },
  'events.webhook-off': {
    category: 'unavailable',
    means:
      'A receiver of events said that it is closed for good, so its webhook was turned off. Enter the new address in Settings, Webhooks, or remove it.',
  },
  'events.webhook-given-up': {
    category: 'unavailable',
    means:
      'A receiver of events did not take one after many tries, or may not be called. The message says why; send it again in Settings, Webhooks.',
  },
  'notices.mail-given-up': {
    category: 'unavailable',
    means:
      'A mail about notices could not be sent. Test the e-mail channel, and check the address of the person whom the message names.',
  },
  'collect.too-large': {
    category: 'too-large',
    means: 'A report of the tracker is larger than allowed. Nothing was stored: send several smaller ones.',
  },
  'collect.busy': {
    category: 'unavailable',
    means:
      'More touchpoints arrive than the database can take. Nothing of the request was kept: send it again after `Retry-After`.',
  },
  'collect.not-stored': {
    category: 'unavailable',
    means:
      'The database did not take the touchpoints. Nothing of the request was kept: send it again, and look into the log of Strapi.',
  },
  'link.not-found': {
    category: 'not-found',
    means:
      'The tracked link does not exist or was changed on its way. Copy it again from where it was published.',
  },
  'tracker.not-built': {
    category: 'unavailable',
    means:
      'The tracker script is missing beside the plugin. Run `npm run build` in its folder, or install the package again.',
  },
  'audience.address-invalid': {
    category: 'invalid',
    means: 'The address is not an e-mail address. Check it for typing errors.',
  },
  'audience.too-many': {
    category: 'too-many',
    means: 'The sign-up form was sent too often by one visitor. It works again after an hour.',
  },
  'contact.not-found': {
    category: 'not-found',
    means: 'The contact does not exist. It may have been erased: reload the list.',
  },
  'mailing.not-found': {
    category: 'not-found',
    means: 'The publication has not been sent by e-mail, or not yet.',
  },
  'signoff.not-found': {
    category: 'not-found',
    means: 'The link for sign-off does not exist. It may have been removed with its entry: reload the page.',
  },
  'signoff.not-known': {
    category: 'forbidden',
    means:
      'Only people whom the workflow or the list “Sign-off by e-mail” names can approve without a seat. Asking somebody else to look and comment needs the permission to assign reviews.',
  },
  'signoff.yourself': {
    category: 'invalid',
    means: 'You cannot ask yourself to sign off. Ask somebody else.',
  },
  'signoff.no-public-url': {
    category: 'conflict',
    means:
      'The mail would lead nowhere, because the public address of Strapi is not set. Enter it in Settings, Presence, Governance & content.',
  },
  'signoff.no-mailer': {
    category: 'conflict',
    means: 'No mail can be sent, because there is no e-mail channel. Add one under Presence, Channels.',
  },
  'signoff.asked-already': {
    category: 'conflict',
    means: 'The person has an open link for this entry. Send it again, or take it back first.',
  },
  'signoff.too-many': {
    category: 'too-many',
    means:
      'Too many links for sign-off were given out: at most 20 open ones for an entry and 100 a day. Take some back, or wait.',
  },
  'signoff.not-yours': {
    category: 'forbidden',
    means:
      'Only who asked, and people who may change the settings, can take a link for sign-off back or send it again.',
  },
  'signoff.is-over': {
    category: 'conflict',
    means:
      'The link for sign-off was answered, taken back or its time is over, so nothing can be changed any more. Reload the list.',
  },
  'signoff.mail-failed': {
    category: 'conflict',
    means:
      'The mail that asks somebody to sign off could not be sent. Test the e-mail channel, then send it again beside the entry.',
  },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof list;

/**
 * Every code that Presence answers with. Codes are stable: they are never renamed or reused.
 * The page `docs/reference/codes.md` is generated from this list.
 */
export const codes: Readonly<Record<Code, Entry>> = list;
