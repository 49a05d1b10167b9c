import type { Problem } from '../../shared/result';
import type { Callback } from './oauth/callback';
import type { PlaceProblem } from './place-problem';
import { callbackErrorOf } from './oauth/callback';

export const unknownAttempt: Problem = {
  code: 'connect.unknown',
  message:
    'This answer belongs to no attempt to connect a channel that is open. Go back to the channels and press Connect again.',
};

export const expiredAttempt: Problem = {
  code: 'connect.expired',
  message: 'Connecting took longer than ten minutes, so it was called off. Press Connect again.',
};

export const usedAttempt: Problem = {
  code: 'connect.used',
  message:
    'This answer of the network was used already, and it counts once. See whether the channel is connected; if not, press Connect again.',
};

export const unansweredAttempt: Problem = {
  code: 'connect.unanswered',
  message: 'The network has not answered yet. Press Connect again, and allow the access there.',
};

export const otherPerson: Problem = {
  code: 'connect.other-person',
  message:
    'Somebody else began to connect this channel, so nothing was stored. Press Connect yourself, in the browser in which you are signed in.',
};

export const otherChannel: Problem = {
  code: 'connect.channel-changed',
  message:
    'Where the channel posts was changed while it was being connected, so nothing was stored. Press Connect again.',
};

/** The network sent the person back without a code. */
export function refusedBy(answer: Extract<Callback['answer'], { kind: 'refused' }>): Problem {
  const { error, description } = answer;
  const said = description ? `${error}: ${description}` : error;
  switch (callbackErrorOf(error)) {
    case 'denied':
      return {
        code: 'connect.denied',
        message:
          'The access was not allowed there, so nothing was stored. Press Connect again, and allow it.',
      };
    case 'later':
      return {
        code: 'connect.network-failed',
        message: `The network could not answer just now (${said}). Press Connect again in a few minutes.`,
      };
    case 'app':
      return {
        code: 'connect.app-refused',
        message: `The network refuses the app that asks (${said}). Check its id, its redirect address and what it may do in the network’s developer portal.`,
      };
  }
}

/** Access that nothing renews, in place of one that was to last. */
export const notLasting: Problem = {
  code: 'connect.not-lasting',
  message:
    'The network gave access that ends within the hour, and nothing to renew it by, so nothing was stored. Take the access of the app away in your account there, then press Connect again.',
};

/** The person, or the network, gave less than was asked for. */
export const scopesMissing = (missing: readonly string[]): Problem => ({
  code: 'connect.scopes',
  message: `The network did not give all that publishing needs: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing, so nothing was stored. Press Connect again and allow everything; see also what the app may do there.`,
  details: { missing: [...missing] },
});

/** Why a place cannot be posted to, behind its name. */
const whyNot: Readonly<Record<PlaceProblem, string>> = {
  role: 'whoever signed in may not create content there',
  'no-instagram': 'no professional account of Instagram belongs to it',
  closed: 'the network takes no posts for it',
};

/** A person who may post nowhere. */
export const noPlace = (
  places: readonly { readonly name: string; readonly problem: PlaceProblem | null }[],
): Problem => {
  const named = places.flatMap(({ name, problem }) => (problem ? [`${name}: ${whyNot[problem]}`] : []));
  const seen = named.length > 0 ? ` (${named.slice(0, 5).join('; ')})` : '';
  return {
    code: 'connect.no-place',
    message: `Whoever signed in has no account there that this channel can post to${seen}, so nothing was stored. Have somebody give them the right to create content, or sign in as somebody who has it; then press Connect again, and choose the account where the network asks for which.`,
    details: { places: named },
  };
};

export const otherAccount = (name: string): Problem => ({
  code: 'connect.other-account',
  message: `You signed in there as ${name}, and this channel posts as another account, so nothing was stored. Sign in at the network as the account of the channel and press Connect again; or empty the number of the account in its form first.`,
  details: { name },
});

export const wrongApp: Problem = {
  code: 'connect.wrong-app',
  message:
    'The access that the network gave belongs to another app than the one that Presence knows, so nothing was stored. Check the id and secret of the app in the form of the channel, then press Connect again.',
};

/** Channels that were not connected, or have one account by their nature. */
export const nothingToChoose: Problem = {
  code: 'connect.nothing-to-choose',
  message:
    'This channel leaves no choice where it posts, or was not connected at its network. Press Connect in its form first.',
};

export const placeGone: Problem = {
  code: 'connect.place-gone',
  message:
    'Whoever connected this channel does not see that account at the network any more. Load the list again and choose another, or press Connect again.',
};

export const placeUnusable = (name: string, problem: PlaceProblem): Problem => ({
  code: 'connect.place-unusable',
  message: `This channel cannot post to ${name}: ${whyNot[problem]}. Choose another account, or see to it at the network and load the list again.`,
  details: { problem },
});

/** What tells which accounts there are has ended; what posts may go on. */
export const placesOver: Problem = {
  code: 'connect.places-over',
  message:
    'The network does not tell any more which accounts there are, because what was allowed there has run out. Press Connect again; then you can choose another.',
};
