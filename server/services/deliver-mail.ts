import { verdictOf } from '../../src/audience/verdict';
import { entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import { waitBefore } from '../../src/publishing/retry';
import type { NoticeMail, ShownNotice } from '../mail/notice-mail';
import type { DeliveryEnd, DeliveryRow } from '../stores/deliveries';
import type { DigestItemsStore } from '../stores/digest-items';
import type { NoticeReadsStore } from '../stores/notice-reads';
import type { Addressed, NoticesStore } from '../stores/notices';
import type { AdminReader, ReadersStore } from '../stores/readers';
import type { Sender } from './notice-sender';
import type { Notices } from './notices';

interface Deps {
  readonly items: Pick<DigestItemsStore, 'of' | 'remove'>;
  readonly notices: Pick<NoticesStore, 'byKey'> & { readonly raise: Notices['raise'] };
  readonly reads: Pick<NoticeReadsStore, 'of'>;
  readonly readers: Pick<ReadersStore, 'of'>;
  readonly sender: () => Promise<Sender | null>;
  readonly compose: (about: {
    readonly kind: 'mail' | 'digest';
    readonly language: string;
    readonly brand: string;
    readonly notices: readonly ShownNotice[];
    readonly inboxUrl: string;
    readonly preferencesUrl: string;
  }) => Promise<NoticeMail>;
  /** Where people open the admin panel, without a slash at its end. */
  readonly adminUrl: () => string;
  readonly isSingleType: (uid: string) => boolean;
  readonly now: () => number;
  readonly random: () => number;
}

const over = (state: 'delivered' | 'failed' | 'dropped', message: string): DeliveryEnd => ({
  ...{ state, message, status: null },
  nextAt: null,
});

/** Paths below the admin's address. */
const inbox = '/plugins/presence-notices';
const preferencesPath = `${inbox}/preferences`;

/**
 * Mails one notice, or those of a day, to one person: only what is still unread then. A mail whose arrival is in doubt is sent
 * again under the same Message-ID, because a notice that is lost is worse than one that comes twice.
 */
export function deliverMail(deps: Deps) {
  const { items, notices, reads, readers, sender, adminUrl, now, random } = deps;

  async function unreadOf(row: DeliveryRow): Promise<Addressed[]> {
    const keys = row.kind === 'mail' ? [row.event] : await items.of(row.event);
    const read = await reads.of(row.target, keys);
    const found = await Promise.all(keys.filter((key) => !read.has(key)).map((key) => notices.byKey(key)));
    return found.filter((notice) => notice !== null).filter(({ readAt }) => readAt === null);
  }

  return async (row: DeliveryRow): Promise<DeliveryEnd> => {
    const [reader] = await readers.of(row.target);
    if (!reader || reader.email === '') return over('dropped', 'The person can no longer sign in.');
    const waiting = await unreadOf(row);
    if (waiting.length === 0) return ended(row, over('dropped', 'It was read before the mail went out.'));
    const from = await sender();
    if (!from)
      return ended(
        row,
        over(
          'dropped',
          'No mail goes out: there is neither an e-mail channel nor an e-mail provider of Strapi.',
        ),
      );
    const { taken, failure } = await handedOver(row, reader, waiting, from);
    if (taken) return ended(row, over('delivered', ''));
    const { row: verdict } = verdictOf(failure, row.attempts + 1, 'resend');
    const wait = verdict === 'refused' ? null : waitBefore(row.failures + 1, undefined, random);
    if (wait !== null)
      return { state: 'waiting', status: failure.code, message: failure.reply, nextAt: now() + wait };
    await notices.raise({
      code: 'notices.mail-given-up',
      severity: 'warning',
      message: `A mail about notices to ${reader.name} could not be sent: ${failure.reply}. Test the e-mail channel, and check the address of this person.`,
      audience: { kind: 'permission', permission: 'channels.manage' },
      about: reader.id,
    });
    return ended(row, { ...over('failed', failure.reply), status: failure.code });
  };

  async function ended(row: DeliveryRow, end: DeliveryEnd): Promise<DeliveryEnd> {
    if (row.kind === 'digest') await items.remove(row.event);
    return end;
  }

  async function handedOver(
    row: DeliveryRow,
    reader: AdminReader,
    waiting: readonly Addressed[],
    { from, replyTo, transport }: Sender,
  ) {
    const mail = await deps.compose({
      kind: row.kind === 'digest' ? 'digest' : 'mail',
      language: reader.language,
      brand: from.name,
      notices: waiting.map((notice) => ({ message: notice.message, url: urlOf(notice) })),
      inboxUrl: `${adminUrl()}${inbox}`,
      preferencesUrl: `${adminUrl()}${preferencesPath}`,
    });
    const sent = await transport.send({
      ...mail,
      from,
      replyTo,
      to: { name: reader.name, address: reader.email },
      messageId: `<${row.key}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    const none = { code: null, reply: '', step: 'content', handedOver: false } as const;
    return sent.taken ? { taken: true, failure: none } : { taken: false, failure: sent.handover };
  }

  function urlOf({ link, campaign, channel, entry }: Addressed): string | null {
    if (link) return `${adminUrl()}${link}`;
    if (campaign) return `${adminUrl()}/plugins/presence/campaigns/${campaign}`;
    if (channel) return `${adminUrl()}/plugins/presence/channels`;
    const key = entry ? entryKeyOf(entry) : null;
    return key && `${adminUrl()}${editPath(key)}`;
  }

  function editPath({ uid, documentId, locale }: EntryKey): string {
    const query = locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : '';
    return deps.isSingleType(uid)
      ? `/content-manager/single-types/${uid}${query}`
      : `/content-manager/collection-types/${uid}/${documentId}${query}`;
  }
}
