import { canonicalJson, sha256 } from '../../src/content/canonical';
import type { Notice } from '../../src/governance/schema';
import type { Page } from '../../src/shared/page';
import type { NoticesStore } from '../stores/notices';

export interface NoticesDeps {
  readonly store: NoticesStore;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** What happened and what to do. `entry` is `entryIdOf(key)`, the others are keys. */
export interface NewNotice {
  readonly code: string;
  readonly severity: Notice['severity'];
  readonly message: string;
  readonly entry?: string | null;
  readonly publication?: string | null;
  readonly campaign?: string | null;
  readonly channel?: string | null;
  /** Id of the admin user whom it concerns; left out for everybody who may see notices. */
  readonly to?: string | null;
}

type Subject = Omit<NewNotice, 'severity' | 'message'>;

const subjectOf = ({ code, to, entry, publication, campaign, channel }: Subject): string =>
  sha256(
    canonicalJson([code, to ?? null, entry ?? null, publication ?? null, campaign ?? null, channel ?? null]),
  );

export type Notices = ReturnType<typeof notices>;

/** The inbox: what no click of the reader caused and somebody should know. */
export const notices = ({ store, now, uuid }: NoticesDeps) => ({
  /** The same code about the same subject is counted on while nobody has read it, not shown twice. */
  async raise({ code, severity, message, to = null, ...about }: NewNotice): Promise<void> {
    const { entry = null, publication = null, campaign = null, channel = null } = about;
    const subject = subjectOf({ code, to, ...about });
    const next = { key: uuid(), code, severity, message, entry, publication, campaign, channel };
    await store.raise(subject, to, { ...next, at: now(), times: 1, readAt: null });
  },

  /** What it was about is over: it counts as read, so that the next time is told anew. */
  settle: (about: Subject): Promise<void> => store.settle(subjectOf(about), uuid(), now()),

  async page(user: string, unreadOnly: boolean, page: number, pageSize: number): Promise<Page<Notice>> {
    return { ...(await store.page(user, unreadOnly, page, pageSize)), page, pageSize };
  },

  read: (user: string, keys: readonly string[]): Promise<void> => store.read(user, keys, now()),
});
