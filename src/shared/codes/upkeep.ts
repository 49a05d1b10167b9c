import type { CodeEntry } from './entry';

/** What the business keeps up: workflows, sign-off by link, dates, the record, settings and webhooks. */
export const upkeepCodes = {
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
} as const satisfies Record<string, CodeEntry>;
