import type { CodeEntry } from './entry';

/** What goes out and comes back: requests, channels, campaigns, publications, mails, reports of the tracker. */
export const outwardCodes = {
  'request.invalid': {
    category: 'invalid',
    means:
      'A value in the request does not have the expected form. The message names the field and what is allowed.',
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
  'time.no-slots': {
    category: 'conflict',
    means:
      'The channel has no slots, so there is no next free one. Set its times under Settings → Publishing times, or choose a time.',
  },
  'time.no-free-slot': {
    category: 'conflict',
    means:
      'Every slot of the channel is used, or closed by a blackout or holiday, for more than a year. Add slots, or choose a time.',
  },
  'time.no-website': {
    category: 'conflict',
    means:
      'A time after the website needs a website publication in the same campaign that is still to come or live. Tick the website, or choose another time.',
  },
  'time.blackout': {
    category: 'conflict',
    means: 'The time lies in a blackout of the publishing times. Choose a time after it, or change it.',
  },
  'time.holiday': {
    category: 'conflict',
    means: 'The time lies on a holiday of the business, and the publishing times keep holidays free.',
  },
  'time.too-near': {
    category: 'conflict',
    means:
      'Another publication of the channel goes out nearer to this time than the distance that was set. Choose another time, or send it all the same.',
  },
  'plan.channel-unknown': {
    category: 'invalid',
    means:
      'The publishing times name a channel that does not exist. It may have been removed: reload the page.',
  },
  'repeat.not-scheduled': {
    category: 'conflict',
    means:
      'A campaign is repeated from the times of its first run, and it has none yet. Schedule it, then say how it repeats.',
  },
  'repeat.not-approved': {
    category: 'conflict',
    means:
      'The entry of a repeated campaign is not approved as it is now, so the repeat is paused. Have it approved, then resume it on the campaign’s page.',
  },
  'repeat.cannot-run': {
    category: 'conflict',
    means:
      'The next run of a repeated campaign could not be made, so the repeat is paused. The message says why; solve it, then resume it on the campaign’s page.',
  },
  'repeat.taken-back': {
    category: 'conflict',
    means:
      'A run of a repeated campaign was taken back, so the repeat is paused. See that the entry says what it should, then resume it on the campaign’s page.',
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
    means:
      'A channel of this kind cannot work without what it signs in with: its password, token, keys or secret address. Enter it.',
  },
  'channel.secret-again': {
    category: 'invalid',
    means:
      'The server of the channel was changed, and its secret was entered for the one before: it is never sent to another. Enter it again.',
  },
  'channel.kind-fixed': {
    category: 'invalid',
    means: 'The kind of a channel cannot change. Create another channel instead.',
  },
  'channel.type-unknown': {
    category: 'conflict',
    means:
      'No code on this server registers this type of channel. Install the plugin or the code of the app that brings it, and restart Strapi.',
  },
  'channel.in-use': {
    category: 'conflict',
    means: 'Publications still wait to go out on the channel. Cancel them first, then remove it.',
  },
  'channel.sign-in-ends': {
    category: 'conflict',
    means:
      'What a channel signs in with ends on the day that is named, and what is due after that will wait. Connect the channel again, or enter a new token, before.',
  },
  'channel.sign-in-ended': {
    category: 'conflict',
    means:
      'What a channel signs in with has ended, and what is due waits. Connect the channel again, or enter a new token.',
  },
  'channel.signed-out': {
    category: 'conflict',
    means:
      'The network does not renew the access of a channel any more, and what is due waits. Connect the channel again.',
  },
  'channel.certificate-ends': {
    category: 'conflict',
    means:
      'The certificate that was entered for a mail server ends on the day that is named. Enter the new one before.',
  },
  'channel.certificate-ended': {
    category: 'conflict',
    means:
      'The certificate that was entered for a mail server has ended: no mail goes out. Enter the new one.',
  },
  'channel.rights-missing': {
    category: 'conflict',
    means:
      'The network has not given a channel all rights that publishing needs. Connect the channel again and allow all that is asked.',
  },
  'channel.version-ends': {
    category: 'conflict',
    means:
      'The network may switch off the version of its API that a channel speaks on the day that is named. Enter a newer version in the form of the channel where there is one, else update the plugin.',
  },
  'channel.version-ended': {
    category: 'conflict',
    means:
      'The network does not keep up the version of its API that a channel speaks any more. Enter a newer version in the form of the channel where there is one, else update the plugin.',
  },
  'practice.not-found': {
    category: 'not-found',
    means: 'The practice post is not there any more. Somebody deleted it: reload the list.',
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
  'publication.no-time': {
    category: 'conflict',
    means: 'The publication has no time yet that could be moved. Schedule it in its campaign.',
  },
  'engine.redis-away': {
    category: 'unavailable',
    means:
      'Redis does not answer, so the work is not spread over the instances: each sends what is due by itself, and nothing is lost. Check that Redis runs and that `engine.redis` in config/plugins leads to it.',
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
} as const satisfies Record<string, CodeEntry>;
