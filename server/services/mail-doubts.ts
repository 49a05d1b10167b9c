import type { DoubtAnswer, MailDoubt } from '../../src/audience/schema';
import type { NewTouchpoint } from '../../src/engagement/schema';
import type { Actor } from '../../src/shared/actor';
import type { Page } from '../../src/shared/page';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Connection } from '../stores/bulk';
import type { ContactsStore } from '../stores/contacts';
import type { MailingsStore } from '../stores/mailings';
import type { MailsStore } from '../stores/mails';
import type { Audit } from './audit';

export interface MailDoubtsDeps {
  readonly mails: Pick<MailsStore, 'doubts' | 'settleDoubts'>;
  readonly mailings: Pick<MailingsStore, 'get'>;
  readonly contacts: Pick<ContactsStore, 'byKeys'>;
  readonly touchpoints: (connection: Connection, rows: readonly NewTouchpoint[]) => Promise<void>;
  readonly audit: Audit['record'];
  /** Lets a mailing that had ended go on; false where it cannot, as after a cancel. */
  readonly goOn: (publication: string) => Promise<boolean>;
  /** Called after the commit of what goes on. */
  readonly wake: () => void;
  /** Undone when the work is refused. */
  readonly transaction: <T>(work: (connection: Connection) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly now: () => number;
}

export type MailDoubts = ReturnType<typeof mailDoubts>;

/** Mails of which nobody knows whether they arrived: who they are for, and what a person says about them. */
export function mailDoubts(deps: MailDoubtsDeps) {
  const { mails, mailings, contacts, now } = deps;

  return {
    async page(publication: string, page: number, pageSize: number): Promise<Page<MailDoubt>> {
      const found = await mails.doubts(publication, page, pageSize);
      const people = await contacts.byKeys(found.items.map(({ contact }) => contact));
      return {
        ...found,
        items: found.items.map(({ key, contact, reply, settled_at, created_at }) => {
          return { key, email: people.get(contact)?.email ?? '', at: settled_at ?? created_at, reply };
        }),
      };
    },

    /** Settles some or all; how many. What is to be sent again goes out at once, through the gate like everything. */
    async settle(
      publication: string,
      { answer, mails: keys }: DoubtAnswer,
      actor: Actor,
    ): Promise<Result<{ readonly settled: number }>> {
      const mailing = await mailings.get(publication);
      if (!mailing) return fail(unknownMailing);
      const { entry, campaign, channel } = mailing;
      const result = await deps.transaction(async (connection) => {
        const becomes = answer === 'arrived' ? 'sent' : 'queued';
        const settled = await mails.settleDoubts(connection, publication, keys, becomes, now());
        if (settled === 0) return ok({ settled });
        if (answer === 'again' && !(await deps.goOn(publication))) return fail(cannotGoOn);
        if (answer === 'arrived')
          await deps.touchpoints(connection, [
            { ...arrived, at: now(), entry, publication, campaign, value: settled },
          ]);
        const details = { publication, campaign, channel, mails: settled };
        await deps.audit({ kind: `mailing.${answer}`, actor, entry, details });
        return ok({ settled });
      });
      if (result.ok && answer === 'again') deps.wake();
      return result;
    },
  };
}

const arrived = { kind: 'delivered', channel: 'email', visitor: null, path: null, source: 'mail@1' } as const;

const unknownMailing = {
  code: 'mailing.not-found',
  message: 'This publication has not been sent by e-mail. It may be waiting for its time.',
} as const;

const cannotGoOn = {
  code: 'publication.not-possible',
  message:
    'This mailing was stopped, so none of its mails goes out any more. Say that they arrived, or write to these people yourself.',
} as const;
