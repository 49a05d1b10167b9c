/** What happens to channels and webhooks. */
export const channelKinds = {
  'channel.create': { group: 'channels', means: 'A channel was connected.' },
  'channel.update': {
    group: 'channels',
    means:
      'A channel was changed; `details.newSecret` says whether its credentials were, `details.newTemplate` how its copies are written.',
  },
  'channel.connect': {
    group: 'channels',
    means: 'Somebody connected a channel to an account at its network; `details.as` names the account.',
  },
  'channel.pick': {
    group: 'channels',
    means:
      'Somebody chose as which of several accounts a connected channel posts; `details.place` is its number at the network, `details.as` its name.',
  },
  'channel.end-access': {
    group: 'channels',
    means:
      'What became of the access of a channel that was removed, or got another; `details.outcome` says whether the network took it back.',
  },
  'connect-app.save': {
    group: 'channels',
    means:
      'Somebody entered the app by which channels are connected at a network; `details.clientId` names it, `details.newSecret` says whether its secret is another.',
  },
  'connect-app.remove': {
    group: 'channels',
    means: 'Somebody removed the app by which channels were connected at a network.',
  },
  'channel.remove': { group: 'channels', means: 'A channel was removed.' },
  'webhook.create': { group: 'channels', means: 'A webhook for events was made.' },
  'webhook.update': {
    group: 'channels',
    means: 'A webhook for events was changed; `details` says whether its secret was.',
  },
  'webhook.remove': { group: 'channels', means: 'A webhook for events was removed.' },
} as const;
