import { nextTryAfter, verdictOf, mostAttempts } from '../../../../src/audience/verdict';
import { linkToken } from '../../../../src/governance/signoff/token';
import type { Tokens } from '../../../../src/shared/token';
import type { MailTransport, OutgoingMail } from '../../../channels/mail-transport';
import { signOffMail } from '../../../mail/signoff';
import type { SignOffRow, SignOffsStore } from '../../../stores/signoffs';
import type { Notices } from '../../notices';

/** Who mails are from, and what brings them. */
export interface Sender extends Pick<OutgoingMail, 'from' | 'replyTo'> {
  readonly transport: MailTransport;
  readonly imprint: string;
}

export interface SignOffMailsDeps {
  readonly store: SignOffsStore;
  /** Null where nothing can send a mail. */
  readonly sender: () => Promise<Sender | null>;
  readonly tokens: Tokens;
  /** Address of the page for a token. */
  readonly linkOf: (token: string) => Promise<string>;
  readonly about: (
    entry: string,
  ) => Promise<{ readonly title: string; readonly brand: string; readonly zone: string }>;
  readonly notices: Pick<Notices, 'raise'>;
  readonly secret: () => string;
  readonly hash: (text: string) => string;
  readonly uuid: () => string;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
}

export type SignOffMails = ReturnType<typeof signOffMails>;

/** Longer than the slowest answer of a mail server. */
const leaseFor = 300_000;

/**
 * The mails with the links. They are rows, so that none is lost when the process ends; each try makes a new secret and
 * keeps only its hash. A mail that may have arrived is not sent again by itself: a second one would end the first link.
 */
export function signOffMails(deps: SignOffMailsDeps) {
  const { store, now } = deps;
  const running = new Set<Promise<void>>();

  async function send(row: SignOffRow): Promise<void> {
    const secret = deps.secret();
    const sender = await deps.sender();
    const mail = sender && (await mailOf(row, sender, secret));
    const token = deps.uuid();
    const isMine = await store.start(row.key, token, deps.hash(secret), now(), now() + leaseFor);
    if (!isMine) return;
    const attempt = row.mailAttempts + 1;
    const settle = (state: 'queued' | 'sent' | 'unknown' | 'failed', mailError: string, wait = 0) =>
      store.settle(row.key, token, {
        mail: state,
        mailError,
        mailAttempts: attempt,
        mailNextAt: now() + wait,
      });
    if (!mail) return failed(row, settle, 'There is no e-mail channel. Add one under Channels.');
    const sent = await sender.transport.send(mail);
    if (sent.taken) return settle('sent', '');
    const { reply } = sent.handover;
    const verdict = verdictOf(sent.handover, attempt, 'hold');
    if (verdict.row === 'unknown') return settle('unknown', reply);
    if (verdict.row === 'refused' || attempt >= mostAttempts) return failed(row, settle, reply);
    return settle('queued', reply, nextTryAfter(attempt));
  }

  async function mailOf(
    row: SignOffRow,
    { from, replyTo, imprint }: Sender,
    secret: string,
  ): Promise<OutgoingMail> {
    const link = await deps.linkOf(linkToken(deps.tokens, { key: row.key, secret }));
    const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
    return {
      ...(await signOffMail({ ...row, ...(await deps.about(row.entry)), link, imprint })),
      from,
      to: { name: row.name, address: row.email },
      replyTo,
      messageId: `<${deps.uuid()}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  }

  async function failed(
    row: SignOffRow,
    settle: (mail: 'failed', mailError: string) => Promise<void>,
    why: string,
  ): Promise<void> {
    await settle('failed', why);
    await deps.notices.raise({
      code: 'signoff.mail-failed',
      severity: 'error',
      message: `The mail that asks ${row.name} could not be sent: ${why} Test the e-mail channel, then send it again beside the entry.`,
      entry: row.entry,
      to: row.askedBy.kind === 'user' ? row.askedBy.id : null,
      about: row.key,
    });
  }

  return {
    /** Sends what is due, one after the other; writes down whose time is over. */
    async tick(): Promise<void> {
      await store.expire(now());
      await store.orphans(now());
      for (const row of await store.due(now(), 20)) await send(row);
    },

    /** Sends one mail now, without keeping the caller waiting. */
    soon(key: string): void {
      const work = (async () => {
        const row = await store.byKey(key);
        if (row?.mail === 'queued') await send(row);
      })()
        .catch(deps.onFailure)
        .finally(() => running.delete(work));
      running.add(work);
    },

    /** Resolves when nothing is on its way any more. */
    async idle(): Promise<void> {
      await Promise.all(running);
    },
  };
}
