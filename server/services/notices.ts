import { canonicalJson, sha256 } from '../../src/content/canonical';
import { eventOfNotice } from '../../src/governance/notices/deeds';
import { topicOf, type Topic } from '../../src/governance/notices/topics';
import type { Notice } from '../../src/governance/schema';
import type { Page } from '../../src/shared/page';
import type { NoticeReadsStore } from '../stores/notice-reads';
import type { Inbox, NoticesStore } from '../stores/notices';
import type { Recipient } from '../stores/readers';
import type { Outbox } from './outbox';
import type { Transaction } from './transaction';

export interface NoticesDeps {
  readonly store: NoticesStore;
  readonly reads: NoticeReadsStore;
  readonly outbox: Pick<Outbox, 'emit' | 'tell'>;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Several people at once: by id, by the code of a Strapi role, or whoever holds one of our permissions (`review.approve`). */
export type Audience =
  | { readonly kind: 'users'; readonly ids: readonly string[] }
  | { readonly kind: 'roles'; readonly codes: readonly string[] }
  | { readonly kind: 'permission'; readonly permission: string };

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
  /** In place of `to`, where it concerns several. */
  readonly audience?: Audience;
  /** Id of the admin user who caused it: they get no mail about it. */
  readonly by?: string | null;
  /** Where it leads, as a path of the admin such as `/plugins/presence/…`; left out where the entry, campaign or channel says it. */
  readonly link?: string | null;
  /** Tells two notices of the same code about the same entry apart. */
  readonly about?: string;
  /** How people choose to be told of it; left out, the code says it. */
  readonly topic?: Topic;
}

type Subject = Omit<NewNotice, 'severity' | 'message' | 'by' | 'link' | 'topic'>;

const subjectOf = ({ code, entry, publication, campaign, channel, about }: Subject, to: Recipient): string =>
  sha256(
    canonicalJson([
      ...[code, to, entry ?? null, publication ?? null, campaign ?? null, channel ?? null],
      ...(about === undefined ? [] : [about]),
    ]),
  );

function recipientsOf({ to, audience }: Pick<NewNotice, 'to' | 'audience'>): Recipient[] {
  switch (audience?.kind) {
    case 'users':
      return [...new Set(audience.ids)];
    case 'roles':
      return [...new Set(audience.codes)].map((code) => `role:${code}`);
    case 'permission':
      return [`may:${audience.permission}`];
    case undefined:
      return [to ?? null];
  }
}

export type Notices = ReturnType<typeof notices>;

/** The inbox: what no click of the reader caused and somebody should know. */
export const notices = ({ store, reads, outbox, transaction, now, uuid }: NoticesDeps) => ({
  /** The same code about the same subject is counted on while nobody has read it, not shown twice and not mailed twice. */
  async raise(notice: NewNotice): Promise<void> {
    const { code, severity, message, entry = null, by = null, link = null } = notice;
    const { publication = null, campaign = null, channel = null } = notice;
    const about = { code, severity, message, entry, publication, campaign, channel, link };
    const topic = notice.topic ?? topicOf(code);
    await transaction(async () => {
      let isNew = false;
      for (const to of recipientsOf(notice)) {
        const next = { key: uuid(), ...about, topic, at: now(), times: 1, readAt: null };
        if (!(await store.raise(subjectOf(notice, to), to, next))) continue;
        await outbox.tell(next.key, by);
        isNew = true;
      }
      const type = isNew ? eventOfNotice(code) : null;
      if (type)
        await outbox.emit({
          type,
          actor: { kind: 'system', name: 'Presence' },
          entry,
          details: { message, publication, campaign, channel },
        });
    });
  },

  /** What it was about is over: it counts as read for everybody, so that the next time is told anew. */
  async settle(about: Subject): Promise<void> {
    for (const to of recipientsOf(about)) await store.settle(subjectOf(about, to), uuid(), now());
  },

  /** The same, where an entry is known and who was told is not. */
  settleEntry: (code: string, entry: string): Promise<void> => store.settleEntry(code, entry, uuid, now()),

  async page(inbox: Inbox, unreadOnly: boolean, page: number, pageSize: number): Promise<Page<Notice>> {
    return { ...(await store.page(inbox, unreadOnly, page, pageSize)), page, pageSize };
  },

  /** How many notices wait for a person. */
  count: (inbox: Inbox): Promise<number> => store.count(inbox, true),

  /** What is for one person is over; what is for several stays for the others. */
  async read(inbox: Inbox, keys: readonly string[]): Promise<void> {
    const at = now();
    for (const { key, recipient } of await store.unreadOf(inbox, keys))
      await transaction(async () => {
        if (recipient === inbox.user) return store.readOwn(inbox.user, [key], at);
        await reads.add(key, inbox.user, at);
        return store.freeSubject(key);
      });
  },
});
