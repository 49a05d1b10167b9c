import type { ChannelState } from '../channels/schema';

/** Why something may not go out, as far as what is held by it says so. */
export interface HoldingBlocker {
  readonly code: string;
  readonly message: string;
}

/** What is true at the moment of sending. */
export interface Facts {
  /** Seal of the entry now; null when it is gone. */
  readonly seal: string | null;
  /** Seal of the entry when it was scheduled, or confirmed since. */
  readonly sealScheduled: string;
  /** Whether the entry's page is up; null where nothing of this copy depends on it. */
  readonly isPublished: boolean | null;
  /** Why governance does not let it out, the most important first. */
  readonly blockers: readonly HoldingBlocker[];
  /** Null when the channel was removed. */
  readonly channel: { readonly state: ChannelState; readonly reason: string; readonly name: string } | null;
}

/** Whether a copy depends on the entry's page: that of the website makes it. */
export const linksToPage = (
  { kind, copy }: { readonly kind: string; readonly copy: { readonly link: string | null } },
  entry: { readonly pageUrl: string | null } | null,
): boolean => kind !== 'website' && copy.link !== null && copy.link === entry?.pageUrl;

/** Why it does not go out now, and where the publication goes instead. */
export interface Stop {
  readonly state: 'held' | 'parked' | 'rejected';
  readonly code: string;
  readonly message: string;
}

export const held = {
  deleted: {
    code: 'publication.entry-deleted',
    message: 'The entry was deleted after it was scheduled. Cancel this publication, or restore the entry.',
  },
  edited: {
    code: 'publication.entry-edited',
    message:
      'The entry was edited after it was scheduled. Have it approved again, or look at the copy and retry to send it as it is.',
  },
  unpublished: {
    code: 'publication.entry-unpublished',
    message:
      'The page that it links to was taken off the website. Publish the entry again and retry, or cancel.',
  },
  copyEdited: {
    code: 'publication.copy-edited',
    message: 'The copy was changed after it was approved. Have it approved again.',
  },
} as const;

/** What a publication that a blocker holds says of itself: the brand is named, everything else is for an approval to solve. */
export const heldBy = ({
  code,
  message,
}: HoldingBlocker): { readonly code: string; readonly message: string } => ({
  code: code.startsWith('brand.') ? code : 'publication.not-approved',
  message,
});

/** The one decision before sending: null lets it out. */
export function stopOf({ seal, sealScheduled, isPublished, blockers, channel }: Facts): Stop | null {
  if (!channel)
    return {
      state: 'rejected',
      code: 'publication.channel-missing',
      message:
        'Its channel was removed. Cancel this publication, or make a new campaign for another channel.',
    };
  if (seal === null) return { state: 'held', ...held.deleted };
  if (seal !== sealScheduled) return { state: 'held', ...held.edited };
  if (isPublished === false) return { state: 'held', ...held.unpublished };
  const [blocker] = blockers;
  if (blocker !== undefined) return { state: 'held', ...heldBy(blocker) };
  if (channel.state === 'reauthorise' || channel.state === 'blocked')
    return {
      state: 'parked',
      code: `publication.channel-${channel.state}`,
      message:
        channel.reason ||
        `"${channel.name}" needs new credentials. Renew them under Channels; this goes on by itself.`,
    };
  return null;
}
