import type { EmailSettings } from '../../src/channels/settings/email';
import type { ContactsStore } from '../stores/contacts';
import type { MailingRow, MailingsStore } from '../stores/mailings';
import type { MailsStore } from '../stores/mails';

interface FreezeDeps {
  readonly contacts: Pick<ContactsStore, 'subscribed'>;
  readonly mailings: Pick<MailingsStore, 'freeze'>;
  readonly mails: Pick<MailsStore, 'add'>;
  readonly hash: (text: string) => string;
  readonly now: () => number;
}

export type Freeze = ReturnType<typeof audienceFreeze>;

const pieceSize = 1_000;

/**
 * Writes one row for each person who was a subscriber when the mailing began. After a break it begins anew with the same moment;
 * keys are made of publication and person, so nobody is added twice. Once it is complete, nobody is added any more.
 */
export const audienceFreeze =
  ({ contacts, mailings, mails, hash, now }: FreezeDeps) =>
  async (mailing: MailingRow, settings: EmailSettings, beat: () => Promise<boolean>): Promise<void> => {
    if (mailing.frozen_at !== null) return;
    const { publication, started_at } = mailing;
    const domain = settings.fromEmail.slice(settings.fromEmail.lastIndexOf('@') + 1);
    let after = 0;
    let candidates = 0;
    for (;;) {
      const people = await contacts.subscribed(started_at, after, pieceSize);
      const last = people.at(-1);
      if (!last) break;
      await mails.add(
        people.map(({ key: contact }) => {
          const key = hash(`${publication}\n${contact}`).slice(0, 32);
          return { key, publication, contact, message_id: `<${key}@${domain}>`, created_at: started_at };
        }),
      );
      after = last.id;
      candidates += people.length;
      if (!(await beat())) return;
    }
    await mailings.freeze(publication, now(), candidates);
  };
