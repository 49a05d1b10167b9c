import type { AccessView } from './schema';

/** A check that runs by itself now and then: when it ran last, and how much it found. Null: never. */
export type LastLook = { readonly at: number; readonly found: number } | null;

/** What the policies are judged by. Times in milliseconds since 1970; `undefined` never stands for zero. */
export interface OversightFacts {
  readonly now: number;
  readonly content: {
    /** Names of the governed types. */
    readonly governed: readonly string[];
    readonly types: number;
    readonly fourEyes: boolean;
    /** What went out in 90 days without the approval that its workflow asks for, by somebody's decision. */
    readonly exceptions: number;
    /** Published rows without an approval. */
    readonly drift: LastLook;
    /** Reviews that wait longer than they may. */
    readonly overdueReviews: number;
    readonly life: {
      /** Types with a review interval or an engagement rule. */
      readonly dated: number;
      readonly live: number;
      readonly overdue: number;
      /** Owners that are named and are nobody any more. */
      readonly gone: readonly string[];
      /** Types with a policy and without an owner. */
      readonly ownerless: number;
    };
  };
  readonly data: {
    readonly retentionDays: number;
    readonly oldestTouchpoint: number | null;
    /** First instant of the oldest day whose visitor key is kept. */
    readonly oldestVisitorKey: number | null;
    readonly subscribers: number;
    readonly withoutProof: number;
    readonly erasures: number;
    /** Erased people to whom something still leads. */
    readonly leftovers: number;
  };
  readonly security: {
    readonly hasKey: boolean;
    readonly channels: readonly {
      readonly name: string;
      /** When the stored credentials were set last; null where there are none. */
      readonly secretAt: number | null;
      readonly isReady: boolean;
      readonly deliveredAt: number | null;
    }[];
    /** Names of the people who hold each of the powerful permissions. */
    readonly holders: Readonly<Record<string, readonly string[]>>;
    readonly people: readonly {
      readonly name: string;
      readonly seenAt: number | null;
      readonly createdAt: number;
    }[];
    /** Since when log-ins are written down. */
    readonly watchedSince: number | null;
    /** Refused tries of sign-off links in seven days. */
    readonly refusedLinks: number;
    /** Endpoints that do not take what is sent to them; null where there are none. */
    readonly failingWebhooks: readonly string[] | null;
    readonly webhooks: number;
    /** The chain of the audit list. */
    readonly audit: LastLook;
  };
  readonly api: {
    /** Whether the app has accounts of its website (users-permissions). */
    readonly hasAccounts: boolean;
    readonly access: readonly AccessView[];
    readonly tokens: readonly {
      readonly name: string;
      readonly isFull: boolean;
      readonly expiresAt: number | null;
      readonly usedAt: number | null;
      readonly createdAt: number;
    }[];
  };
}
