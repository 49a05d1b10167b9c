import { openOf, sentenceOf, type MailCounts } from '../../src/audience/mailing';
import type { Account, Delivery, Outcome } from '../../src/channels/channel';
import { emailSettings } from '../../src/channels/settings/email';
import { entryIdOf } from '../../src/shared/entry-key';
import type { MailTransport } from '../channels/mail-transport';
import type { MailClaims } from '../stores/mail-claims';
import type { MailingsStore } from '../stores/mailings';
import type { MailsStore } from '../stores/mails';
import type { Freeze } from './audience-freeze';
import type { Letters } from './letters';
import type { MailBatch } from './mail-batch';
import type { Notices } from './notices';

interface NewsletterDeps {
  readonly mailings: Pick<MailingsStore, 'begin'>;
  readonly mails: Pick<MailsStore, 'counts' | 'nextAt'>;
  readonly claims: Pick<MailClaims, 'claim' | 'free' | 'release' | 'orphans'>;
  readonly freeze: Freeze;
  readonly letters: Letters;
  readonly batch: MailBatch;
  readonly transportOf: (account: Account) => MailTransport;
  readonly notices: Pick<Notices, 'raise'>;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** How long a process may be silent before the mails that it was handing over count as in doubt; longer than the slowest answer of a mail server. */
const leaseFor = 300_000;
/** At most so many mails are claimed at once, and no more than go out in ten seconds. */
const batchSize = 200;

/**
 * Sends a publication to the subscribers: settles once for whom it is, then sends what is still due, each mail at most once. Called again
 * after a crash or a break, it goes on where the ledger stands.
 */
export function newsletter(deps: NewsletterDeps) {
  const { mailings, mails, claims, now } = deps;

  async function send(account: Account, delivery: Delivery): Promise<Outcome> {
    const { publication } = delivery;
    const settings = emailSettings.parse(account.settings);
    const letter = await deps.letters.of(delivery, settings);
    if (!letter) return changed;
    const mailing = await mailings.begin({
      publication,
      channel: account.key,
      campaign: delivery.campaign,
      entry: entryIdOf(delivery.entry),
      started_at: now(),
      candidates: 0,
    });
    await deps.freeze(mailing, settings, delivery.beat);
    const transport = deps.transportOf(account);
    // Whoever sends this publication holds its lease, so what is claimed and not begun belongs to a process that died.
    await claims.free(publication);
    for (let before: string | null = null; ;) {
      if (!(await delivery.beat())) {
        if (before !== null) await claims.release(before);
        return lost;
      }
      await claims.orphans(publication, now(), settings.uncertain === 'resend' ? 'queued' : 'unknown');
      const token = deps.uuid();
      before = token;
      const limit = Math.min(batchSize, settings.rate * 10);
      const batch = await claims.claim(publication, token, now(), now() + leaseFor, limit);
      if (batch.length === 0) break;
      const lease = { token, until: () => now() + leaseFor };
      const stop = await deps.batch({ batch, lease, delivery, settings, letter, transport });
      if (stop) {
        await claims.release(token);
        return stop;
      }
    }
    return outcomeOf(publication, await mails.counts(publication));
  }

  async function outcomeOf(publication: string, counts: MailCounts): Promise<Outcome> {
    const note = sentenceOf(counts);
    if (openOf(counts) > 0) {
      const until = (await mails.nextAt(publication)) ?? now();
      return { kind: 'parked', code: 'email.waiting', message: note, until: Math.max(until, now() + 1_000) };
    }
    if (counts.unknown > 0) await deps.notices.raise({ ...inDoubt, publication });
    if (counts.sent + counts.unknown === 0 && counts.refused > 0) {
      return { kind: 'rejected', code: 'email.all-refused', message: `No mail was taken: ${note}` };
    }
    return { kind: 'delivered', remoteId: publication, url: null, note };
  }

  return { send };
}

const changed: Outcome = {
  kind: 'rejected',
  code: 'email.entry-changed',
  message:
    'The approved version of the entry does not exist any more. Approve the present one and schedule the mail again.',
};

/** Whoever took over writes down what becomes of the publication. */
const lost: Outcome = {
  kind: 'retry',
  code: 'email.lease-lost',
  message: 'Another process goes on with this mailing.',
};

const inDoubt = {
  code: 'email.in-doubt',
  severity: 'warning',
  message:
    'For some mails the connection broke before the mail server answered. They may have arrived, so they were not sent again. Open the publication and say what became of them.',
} as const;
