import { dropReasonOf, openDropReasonOf, type Caller } from '../../src/engagement/drop';
import type { DropReason, NewTouchpoint } from '../../src/engagement/schema';
import type { Ledger } from './ledger';
import type { Links } from './links';

interface Deps {
  readonly ledger: Ledger;
  readonly links: Links;
  /** Told when a touch could not be written; the person who followed the link is sent on all the same. */
  readonly onLoss: (error: unknown) => void;
}

export type Tracking = ReturnType<typeof tracking>;

/** What happens when somebody follows a link of ours or shows a mail. */
export function tracking({ ledger, links, onLoss }: Deps) {
  async function count(reason: DropReason | null, touchpoint: NewTouchpoint): Promise<void> {
    try {
      const kept = await (reason
        ? ledger.drop(reason)
        : ledger.take({ touchpoints: [touchpoint], drops: [] }));
      if (!kept.ok) onLoss(kept.error);
    } catch (error) {
      onLoss(error);
    }
  }

  const forged = async (): Promise<null> => {
    await ledger.drop('forged-token').catch(onLoss);
    return null;
  };

  return {
    /** The address behind a link, after the click is on disk; null for a token that is not ours, which is counted. */
    async follow(token: string, caller: Caller): Promise<string | null> {
      const followed = await links.follow(token);
      if (!followed) return forged();
      await count(dropReasonOf(caller), followed.touchpoint);
      return followed.url;
    },

    /** Counts the opening of a mail, once; false for a token that is not ours. */
    async open(token: string, caller: Caller): Promise<boolean> {
      const touchpoint = await links.opened(token, caller.userAgent ?? '');
      if (!touchpoint) return (await forged()) !== null;
      await count(openDropReasonOf(caller), touchpoint);
      return true;
    },
  };
}
