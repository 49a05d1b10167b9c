import type { EntryKey } from '../shared/entry-key';
import type { AccessOutcome } from './connect/access';
import type { ScopePurpose } from './connect/oauth/network';
import type { ChannelKind, Copy, Counts, TestReport, ChannelTestInput } from './schema';

/** One account with its decrypted secret; stays on the server. `settings` and `secret` are parsed by the schemas of the kind. */
export interface Account {
  readonly key: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly settings: unknown;
  readonly secret: unknown;
  /** Its publications go to the practice network. */
  readonly practice?: boolean;
}

/**
 * One try to bring one copy to one channel. All but `attempt` is the same on every try, so a channel that keeps what it
 * was given under a key of ours (a record key, a message id) is given byte for byte the same.
 */
export interface Delivery {
  /** Key of the publication: a uuid, stable over all tries. */
  readonly publication: string;
  /** 1 on the first try. From the second on, the channel first looks whether it is there already. */
  readonly attempt: number;
  readonly entry: EntryKey;
  readonly campaign: string;
  /** Seal of the entry that was approved. */
  readonly seal: string;
  readonly copy: Copy;
  /** The entry's page on the website. */
  readonly pageUrl: string | null;
  /** When the publication was made, in milliseconds: never changes, not even when it is rescheduled. Keys are made of it. */
  readonly createdAt: number;
  /** When it was due. Networks sort by the time that a post bears, so it bears this one, not the time it was written. */
  readonly dueAt: number;
  /** The tracked form of an address; the same address gives the same link on every try. */
  track(url: string): Promise<string>;
  /** Call between long steps: extends the lease. False: another process took over, or a person stopped it; no further call outside. */
  beat(): Promise<boolean>;
}

/**
 * What became of a try, sorted by what to do next:
 *
 * - `delivered`: it is there.
 * - `duplicate`: it was there already and it is ours. Counts as delivered.
 * - `retry`: certainly not there; try again, not before `after` milliseconds from now.
 * - `unknown`: it may be there (the answer was lost). What is done about it, `inDoubt` of the channel says; it is never sent
 *   again blindly.
 * - `reauthorise`: credentials refused. Park the channel's publications until a person renews them.
 * - `blocked`: the network closed the account. As above, and a person has to talk to the network.
 * - `parked`: a quota is used up, or an earlier step is missing; goes on by itself at `until`.
 * - `rejected`: this copy is refused for good; a person has to change it.
 */
export type Outcome = Ending & Report;

/** What an answer told beside how the try ended. */
interface Report {
  /** The post is there, but not all of its replies: it is looked for before the rest goes on, and never posted again. */
  readonly begun?: Remote;
  /** What the network said about its quota, with this answer or that of an earlier step. */
  readonly limits?: readonly RateLimit[];
  /** What was sent, where it was. */
  readonly sent?: Sent;
}

/** A quota in the network's own words: nobody who shares it calls again before `resetAt` when nothing remains. */
export interface RateLimit extends RateLimits {
  /** `account`: of this channel alone; `app`: of everybody who publishes through the same app of the network. */
  readonly scope: 'account' | 'app';
}

/** What left the house. */
export interface Sent {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

type Ending =
  | {
      readonly kind: 'delivered';
      readonly remoteId: string;
      readonly url: string | null;
      readonly note?: string;
    }
  | { readonly kind: 'duplicate'; readonly remoteId: string; readonly url: string | null }
  | { readonly kind: 'retry'; readonly code: string; readonly message: string; readonly after?: number }
  | {
      readonly kind: 'reauthorise' | 'rejected' | 'parked' | 'blocked' | 'unknown';
      readonly code: string;
      readonly message: string;
      /** Milliseconds since 1970. */
      readonly until?: number;
    };

/** How many calls a network takes of this account, and until when that counts. */
export interface RateLimits {
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetAt: number;
}

/**
 * What to do about a try whose end nobody knows:
 *
 * - `look`: `find` tells whether it is there;
 * - `send`: the receiver recognises the key, so sending again makes no second one;
 * - `ask`: nothing tells, and sending again may make a second one, so a person looks and answers.
 */
export type InDoubt = 'look' | 'send' | 'ask';

/**
 * One kind of channel. An adapter keeps no state that a crash could lose, never throws for what the other side does,
 * and never puts a secret into a message.
 */
export interface ChannelAdapter {
  readonly kind: ChannelKind;
  /** What to do about a try whose end nobody knows. */
  readonly inDoubt: InDoubt;
  /** Where that differs from account to account. */
  inDoubtOf?(account: Account): InDoubt;
  /** Tries the account without publishing anything, and tells what it found. */
  test(account: Account, input?: ChannelTestInput): Promise<TestReport>;
  /** Brings the copy there, at most once however often it is called with the same publication. */
  deliver(account: Account, delivery: Delivery): Promise<Outcome>;
  /**
   * Settles an `unknown`: what is there under this publication's key; null: nothing, sending again is safe. Throws when it cannot tell;
   * where the whole channel cannot be asked, or the network took the post down by itself (`rejected`), the cause of the error is the
   * `Ended` that says what to do about that.
   */
  find?(account: Account, delivery: Delivery): Promise<Found | null>;
  /**
   * Takes back what was delivered, as far as the channel allows; however often it is called, the end is the same. Left out where
   * a channel keeps what it was given. Never throws for what the other side does.
   */
  recall?(account: Account, sent: Published): Promise<Recalled>;
  /**
   * Has what was delivered say the words of `sent.copy`, as far as the channel allows; pictures and links stay. However often it is called,
   * the end is the same. Left out where a channel keeps words as they were posted. Never throws for what the other side does.
   */
  correct?(account: Account, sent: Correction): Promise<Corrected>;
  /**
   * When what the account signs in with, or trusts, runs out: milliseconds since 1970; null where nothing says so. Told from what is
   * stored, without a call. Left out where nothing runs out by a date that is known.
   */
  validUntil?(account: Account): number | null;
  /**
   * Renews what the account signs in with, where that ends before long, and gives the account that holds now; `reauthorise`: only a
   * person can help, `retry`: not now. Left out where nothing can be renewed.
   */
  renew?(account: Account): Promise<Renewed>;
  /** How long the account stays signed in, from what is stored, without a call. Left out: `validUntil` is all there is to know. */
  lasting?(account: Account): Promise<Lasting | null>;
  /**
   * What ends the session that is kept for an account; taken hold of while the channel is there, and called once it is removed. Null: none
   * is kept. Left out where a channel keeps none.
   */
  session?(account: Account): Promise<(() => Promise<SignedOut>) | null>;
  /** Present counts by remote id; ids that the network no longer knows are left out. Throws when it cannot tell. */
  counts?(account: Account, remoteIds: readonly string[]): Promise<ReadonlyMap<string, Counts>>;
}

/** What became of ending a session; what it was made from, such as an app password, goes on. */
export type SignedOut = Extract<AccessOutcome, 'signed-out' | 'unreached' | 'refused'>;

/** What became of renewing what an account signs in with. */
export type Renewed =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly outcome: Extract<Outcome, { message: string }> };

/** How long an account stays signed in. */
export interface Lasting {
  /** When a person has to sign in again, in milliseconds since 1970; null: no such day is known. */
  readonly endsAt: number | null;
  /** That day moves on by itself, and the last renewal that was due went well. */
  readonly renewsItself: boolean;
  /** What publishing needs and the network did not give, in its own names. */
  readonly missingRights: readonly string[];
  /** What was asked for beside that and not given; left out: nothing. */
  readonly fewerRights?: readonly { readonly right: string; readonly purpose: ScopePurpose }[];
}

/** Where a copy stands in the outside world. */
export interface Remote {
  readonly remoteId: string;
  readonly url: string | null;
}

/** What was looked for and is there. */
export interface Found extends Remote {
  /** Not all of its replies are: the next try posts the rest. */
  readonly isBegun?: true;
}

/** What was delivered and is to be taken back. */
export interface Published extends Remote {
  /** Key of the publication. */
  readonly publication: string;
  readonly entry: EntryKey;
  readonly campaign: string;
  readonly seal: string;
  readonly copy: Copy;
  readonly createdAt: number;
  /** When somebody wanted it back, in milliseconds: the same on every try. */
  readonly recalledAt: number;
}

/**
 * What became of taking something back:
 *
 * - `recalled`: it is gone from there; `gone`: it was not there any more.
 * - `told`: who received it was told; what they do with it is theirs.
 * - `kept`: the channel does not allow it; the message says what a person can do there.
 * - `failed`: it is still there; a person may try again, and `after` so many milliseconds it is tried again by itself.
 */
export type Recalled = {
  readonly code: string;
  readonly message: string;
  readonly sent?: Sent;
} & (
  | { readonly kind: 'recalled' | 'gone' | 'told' | 'kept' }
  | { readonly kind: 'failed'; readonly after?: number }
);

/** What was delivered and is to say other words: those of `copy`. */
export interface Correction extends Omit<Published, 'recalledAt'> {
  /** As that of a delivery. */
  track(url: string): Promise<string>;
}

/**
 * What became of a correction:
 *
 * - `corrected`: it says the new words; `remote` is where it stands now, where that is another place. `gone`: it is not there any more.
 * - `kept`: the channel does not allow it; the message says what a person can do.
 * - `failed`: it may still say the old words; a person may try again, and `after` so many milliseconds it is tried again by itself.
 */
export type Corrected = {
  readonly code: string;
  readonly message: string;
  readonly sent?: Sent;
} & (
  | { readonly kind: 'corrected'; readonly remote?: Remote }
  | { readonly kind: 'gone' | 'kept' }
  | { readonly kind: 'failed'; readonly after?: number }
);
