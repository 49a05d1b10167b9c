import type { ChannelKind } from '../channels/schema';
import type { PublicationState } from './schema';

interface Member {
  readonly key: string;
  readonly kind: ChannelKind;
  readonly state: PublicationState;
  /** Whether its copy points to the page. */
  readonly hasLink: boolean;
  /** Minutes after the website; null where its own time decides. */
  readonly afterMinutes: number | null;
}

/**
 * Which publication each one waits for: what links to the page, or follows it by minutes, goes out when the page is up. Empty string: nothing to wait
 * for, also where the website came first already.
 */
export function waitsFor(members: readonly Member[]): ReadonlyMap<string, string> {
  const website = members.find(({ kind }) => kind === 'website');
  const first = website && website.state !== 'draft' && waiting(website.state) === 'wait' ? website.key : '';
  return new Map(
    members.map(({ key, kind, hasLink, afterMinutes }) => {
      const follows = kind !== 'website' && (hasLink || afterMinutes !== null);
      return [key, follows ? first : ''];
    }),
  );
}

/** What becomes of those that wait when the website's publication comes to `state`. */
export function waiting(state: PublicationState): 'go' | 'hold' | 'wait' {
  switch (state) {
    case 'delivered':
      return 'go';
    case 'rejected':
    case 'cancelled':
    case 'skipped':
      return 'hold';
    default:
      return 'wait';
  }
}

/** Held because the page that it links to will not come up by itself. */
export const pageMissing = {
  code: 'publication.page-missing',
  message: 'The page that it links to was not published. Publish it first and retry, or cancel.',
} as const;
