/** What is written into the record of campaigns, publications and their copies. */
export const publishingKinds = {
  'campaign.create': { group: 'publishing', means: 'A campaign was made for an entry.' },
  'campaign.schedule': { group: 'publishing', means: 'A campaign got its times.' },
  'campaign.repeat': {
    group: 'publishing',
    means: 'Somebody said how a campaign comes again, or that it does not any more.',
  },
  'publication.derived': {
    group: 'publishing',
    means: 'The entry of a copy that nobody had written by hand changed, and the copy was derived anew.',
  },
  'publication.keep-text': {
    group: 'publishing',
    means:
      'The entry of a copy changed, and somebody kept the text that a person had written; `details` has the seals of both texts.',
  },
  'publication.take-text': {
    group: 'publishing',
    means:
      'The entry of a copy changed, and somebody took the text that is derived now; `details` has the seals of both texts.',
  },
  'publication.delivered': { group: 'publishing', means: 'A copy went out on a channel.' },
  'publication.retry': { group: 'publishing', means: 'Somebody had a publication tried again.' },
  'publication.cancel': { group: 'publishing', means: 'Somebody called a publication off.' },
  'publication.reschedule': { group: 'publishing', means: 'Somebody gave a publication another time.' },
  'publication.answer': {
    group: 'publishing',
    means: 'Somebody answered a publication that asked what to do.',
  },
  'calendar-feed.make': {
    group: 'publishing',
    means: 'Somebody made a secret link to the calendar, in place of the one that they had.',
  },
  'calendar-feed.revoke': { group: 'publishing', means: 'Somebody ended their secret link to the calendar.' },
  'publishing.hold': {
    group: 'publishing',
    means: 'Somebody stopped publishing: all of it, a channel or a campaign.',
  },
  'publishing.lift': { group: 'publishing', means: 'Somebody let go on what had been stopped.' },
  'publishing.retry-cause': {
    group: 'publishing',
    means:
      'Somebody had everything tried again that failed for one reason on a channel; `details` counts it.',
  },
  'publication.correct': {
    group: 'publishing',
    means:
      'Somebody wanted a post that is out to say other words; `details` has the seal of the old copy and of the new one.',
  },
  'publication.correct-withdrawn': {
    group: 'publishing',
    means: 'Somebody called off a correction that had not gone out.',
  },
  'publication.corrected': {
    group: 'publishing',
    means: 'What became of a correction on the channel; `details.became` says it.',
  },
  'publication.recall': { group: 'publishing', means: 'Somebody wanted back what a channel had taken.' },
  'publication.recalled': {
    group: 'publishing',
    means: 'What became of that on the channel; `details.became` says it.',
  },
  'mailing.arrived': { group: 'publishing', means: 'Somebody said that mails in doubt arrived.' },
  'mailing.again': { group: 'publishing', means: 'Somebody had mails in doubt sent again.' },
} as const;
