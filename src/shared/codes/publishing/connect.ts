import type { CodeEntry } from '../entry';

/** Connecting a channel by OAuth, and what is renewed of it. */
export const connectCodes = {
  'connect.not-possible': {
    category: 'invalid',
    means: 'A channel of this kind is not connected by the network. Enter what it signs in with in its form.',
  },
  'connect.app-missing': {
    category: 'conflict',
    means:
      'The network connects by an app of the business, and Presence does not know one. Enter its id and secret in the form of the channel, or put them into `connect` of the plugin’s config; or enter an access token.',
  },
  'connect.app-fixed': {
    category: 'conflict',
    means: 'The app is in the plugin’s config, under `connect`, and is changed there alone.',
  },
  'connect.app-unknown': {
    category: 'not-found',
    means: 'No network of that name connects by an app of the business. Reload the page.',
  },
  'connect.app-secret-missing': {
    category: 'invalid',
    means: 'The app cannot prove itself without its secret. Enter it: the network shows it beside its id.',
  },
  'connect.unknown': {
    category: 'not-found',
    means: 'The attempt to connect a channel does not exist or was made by nobody here. Press Connect again.',
  },
  'connect.expired': {
    category: 'conflict',
    means: 'Connecting took longer than ten minutes, so it was called off. Press Connect again.',
  },
  'connect.used': {
    category: 'conflict',
    means:
      'The answer of the network was used already, and it counts once. See whether the channel is connected; if not, press Connect again.',
  },
  'connect.unanswered': {
    category: 'conflict',
    means: 'The network has not answered yet. Press Connect again, and allow the access there.',
  },
  'connect.other-person': {
    category: 'conflict',
    means:
      'Only the person who began to connect a channel can finish it, in the browser in which they are signed in.',
  },
  'connect.channel-changed': {
    category: 'conflict',
    means: 'Where the channel posts was changed while it was being connected. Press Connect again.',
  },
  'connect.denied': {
    category: 'conflict',
    means: 'The person did not allow the access at the network. Nothing was stored; press Connect again.',
  },
  'connect.scopes': {
    category: 'conflict',
    means:
      'The network gave less than publishing needs; `details.missing` names it. Press Connect again and allow everything.',
  },
  'connect.app-refused': {
    category: 'conflict',
    means:
      'The network refuses the app that asks. Check its id, secret, redirect address and products in the network’s developer portal.',
  },
  'connect.refused': {
    category: 'conflict',
    means: 'The network refused the code that it had given. Press Connect again.',
  },
  'connect.network-failed': {
    category: 'unavailable',
    means:
      'The network could not answer, or in words that are not understood. Nothing was stored; try again.',
  },
  'connect.not-lasting': {
    category: 'conflict',
    means:
      'The network gave access that nothing renews. Take the access of the app away in the account there, then press Connect again.',
  },
  'connect.signed-out': {
    category: 'conflict',
    means:
      'The connection has ended, or was taken away at the network. Press Connect again in the channel’s form; what waits goes out by itself then.',
  },
  'connect.not-renewed': {
    category: 'unavailable',
    means: 'The access could not be renewed just now. Nothing is lost: it is tried again by itself.',
  },
  'connect.no-place': {
    category: 'conflict',
    means:
      'Whoever signed in at the network has no account there that the channel can post to; `details.places` says why for each that they see. Nothing was stored.',
  },
  'connect.other-account': {
    category: 'conflict',
    means:
      'Whoever signed in at the network did so as another account than that of the channel, named in `details.name`. Sign in there as the right one, or empty the number in the form.',
  },
  'connect.wrong-app': {
    category: 'conflict',
    means:
      'The access that the network gave belongs to another app than the one in the config. Check its id and secret there.',
  },
  'connect.nothing-to-choose': {
    category: 'conflict',
    means: 'The channel was not connected at its network, or leaves no choice where it posts.',
  },
  'connect.place-gone': {
    category: 'not-found',
    means:
      'The account that was chosen is not among those that the network shows. Load the list again, or press Connect again.',
  },
  'connect.place-unusable': {
    category: 'conflict',
    means:
      'The channel cannot post to the account that was chosen: `details.problem` is `role` (no right to create content), `no-instagram` or `closed`.',
  },
  'connect.places-over': {
    category: 'conflict',
    means:
      'What tells which accounts there are has run out. The channel goes on posting; press Connect again to choose another.',
  },
  'connect.not-chosen': {
    category: 'conflict',
    means:
      'The channel is connected, and nobody has chosen yet as which of several accounts it posts. Choose it on the page of channels; what waits goes out by itself then.',
  },
} as const satisfies Record<string, CodeEntry>;
