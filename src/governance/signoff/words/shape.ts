import type { Missing } from '../answer';
import type { LinkEnd } from '../schema';

/** How an approval stands when more than one is needed. */
export interface Votes {
  readonly given: number;
  readonly needed: number;
}

/** What somebody without a seat reads from us: the mail, the page and what it answers. */
export interface SignOffWords {
  readonly lang: string;
  readonly subject: (title: string) => string;
  readonly mailIntro: (name: string, asker: string, brand: string, title: string) => string;
  readonly mailMessage: (asker: string) => string;
  readonly mailButton: string;
  readonly mailUntil: (when: string) => string;
  readonly mailOnlyYou: string;
  readonly heading: (title: string) => string;
  readonly asks: (asker: string, name: string) => string;
  readonly until: (when: string, left: string) => string;
  readonly changedSinceMail: string;
  readonly changedWhileOpen: string;
  readonly entry: string;
  readonly entryHint: string;
  readonly pageOnSite: string;
  readonly emptyEntry: string;
  readonly copies: string;
  readonly copiesHint: string;
  readonly copyOf: (channel: string) => string;
  readonly copyIsPage: string;
  readonly linkTo: string;
  /** Before the texts that go beneath a post. */
  readonly beneath: string;
  readonly subjectLine: string;
  readonly noText: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'suggestion', string>>;
  readonly changes: string;
  readonly changesSince: (when: string, isOwn: boolean) => string;
  readonly firstTime: string;
  readonly noChanges: string;
  readonly before: string;
  readonly after: string;
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly formOnly: string;
  readonly moreChanges: (count: number) => string;
  readonly copyChanged: (channel: string) => string;
  readonly talk: string;
  readonly answer: string;
  readonly votes: (votes: Votes) => string;
  readonly onlyComment: string;
  readonly cannot: Readonly<
    Record<'review.four-eyes' | 'review.not-possible' | 'review.voted-already', string>
  >;
  readonly checklist: string;
  readonly confirm: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly buttons: Readonly<Record<'approve' | 'request-changes' | 'comment', string>>;
  readonly problems: string;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly pressAgain: string;
  readonly commented: string;
  readonly done: Readonly<Record<'approve' | 'request-changes', string>>;
  readonly doneText: Readonly<Record<'approve' | 'request-changes', (title: string) => string>>;
  readonly receipt: string;
  readonly receiptWhat: string;
  readonly receiptWhen: string;
  readonly receiptVersion: string;
  readonly receiptVersionHint: string;
  readonly receiptComment: string;
  readonly receiptWaits: (votes: Votes) => string;
  readonly closeNow: string;
  readonly closedTitle: Readonly<
    Record<
      | Exclude<LinkEnd, 'approve' | 'request-changes'>
      | 'unknown'
      | 'replaced'
      | 'gone'
      | 'limited'
      | 'refused',
      string
    >
  >;
  readonly closed: Readonly<
    Record<
      Exclude<LinkEnd, 'approve' | 'request-changes'> | 'unknown' | 'replaced' | 'gone' | 'limited',
      string
    >
  >;
  readonly lookAgain: string;
  readonly skip: string;
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly lessThanAnHour: string;
}
