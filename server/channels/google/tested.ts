import { googleBusinessRules } from '../../../src/channels/rules/google/business';
import type { TestReport } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { failedReport } from '../report';
import { googleEnd, type GoogleAccount } from './api';
import { locationsOf, noLocation, postsOf, type GoogleLocation } from './locations';

/** So many locations are listed; whoever manages more knows how to find theirs. */
const listed = 30;

/** Asks which locations the person manages, and whether their posts may be read. Nothing is published. */
export async function testGoogle(
  http: Outgoing,
  account: GoogleAccount,
  now: () => number,
): Promise<TestReport> {
  const { location } = account.settings;
  let locations: readonly GoogleLocation[];
  try {
    locations = await locationsOf(http, account, now);
  } catch (error) {
    if (error instanceof Ended) return failedReport(error.outcome);
    throw error;
  }
  const found = [
    ...locations.slice(0, listed).map((one) => ({ label: 'Location', value: valueOf(one) })),
    ...limits,
  ];
  const open = locations.filter(({ mayPost }) => mayPost);
  const chosen =
    location === null
      ? open.length === 1
        ? open[0]
        : undefined
      : // The same location may be shown by another account of the person.
        locations.find(({ name }) => idOf(name) === idOf(location));
  if (!chosen && location === null) return failedReport(noLocation(open.length), found);
  if (!chosen)
    return {
      state: 'reauthorise',
      message: `The person who connected this channel does not manage ${location}. Have its owner make them a manager; or enter one of the locations that are listed.`,
      found,
    };
  if (!chosen.mayPost)
    return {
      state: 'blocked',
      message: `Google takes no posts for ${chosen.title || chosen.name}. The location has to be verified, and open; see to it in the Business Profile, then test the channel.`,
      found,
    };
  const answer = await postsOf(http, account, location ?? chosen.name, now);
  if (!answer.ok) return failedReport(googleEnd(answer, 'read', now()), found);
  return {
    state: 'ready',
    message: `Signed in for ${chosen.title || chosen.name}. Posts can go out.`,
    found,
  };
}

const idOf = (name: string): string => name.split('/').at(-1) ?? '';

const valueOf = ({ name, title, mayPost }: GoogleLocation): string =>
  [title, name, mayPost ? '' : 'takes no posts'].filter(Boolean).join(', ');

const limits = [
  { label: 'Text', value: `up to ${googleBusinessRules.text.characters?.max} characters` },
  { label: 'Pictures', value: `up to ${googleBusinessRules.pictures.max}` },
  { label: 'Figures', value: 'none of single posts: Google counts for the whole location' },
];
