import { X509Certificate } from 'node:crypto';
import type { Account, ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import type { TestReport } from '../../src/channels/schema';
import { emailSecret, emailSettings } from '../../src/channels/settings/email';
import type { AllowList } from '../http/allow-list';
import type { MailTransport } from './mail-transport';
import { testSmtp } from './smtp-test';
import { withTestMail } from './test-mail';

interface EmailSources {
  /** Sends a publication to the list, or goes on with it. */
  readonly send: (account: Account, delivery: Delivery) => Promise<Outcome>;
  readonly transportOf: (account: Account) => MailTransport;
  readonly list: AllowList;
  /** Name of the provider that Strapi's e-mail plugin is configured with. */
  readonly provider: () => string;
}

/**
 * The newsletter. One publication is one mail to each subscriber; the ledger of mails makes calling it again safe, so there is
 * nothing to find and never an `unknown` publication, only single mails in doubt.
 */
export const email = ({ send, transportOf, list, provider }: EmailSources): ChannelAdapter => ({
  kind: 'email',
  inDoubt: 'send',

  async test(account, { sendTo } = {}) {
    const settings = emailSettings.parse(account.settings);
    const { smtp } = settings;
    const report: TestReport = smtp
      ? await testSmtp(smtp, emailSecret.safeParse(account.secret).data?.password ?? '', list)
      : {
          state: 'ready',
          message:
            "Mails go out through Strapi's own e-mail provider. It can only be tried by sending a mail.",
          found: [{ label: 'Provider', value: provider() }],
        };
    if (report.state !== 'ready' || sendTo === undefined) return report;
    return withTestMail(report, sendTo, settings, transportOf(account));
  },

  deliver: send,

  validUntil: ({ settings }) => endOf(emailSettings.parse(settings).smtp?.certificate ?? ''),
});

/** Until when a certificate of the server's own making holds: after that day no mail goes out. */
function endOf(certificate: string): number | null {
  if (certificate === '') return null;
  try {
    const until = Date.parse(new X509Certificate(certificate).validTo);
    return Number.isNaN(until) ? null : until;
  } catch {
    return null;
  }
}
