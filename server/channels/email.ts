import type { Account, ChannelAdapter, Delivery, Outcome } from '../../src/channels/channel';
import { emailSecret, emailSettings } from '../../src/channels/schema';
import type { AllowList } from '../http/allow-list';
import { testSmtp } from './smtp-test';

interface EmailSources {
  /** Sends a publication to the list, or goes on with it. */
  readonly send: (account: Account, delivery: Delivery) => Promise<Outcome>;
  readonly list: AllowList;
  /** Name of the provider that Strapi's e-mail plugin is configured with. */
  readonly provider: () => string;
}

/**
 * The newsletter. One publication is one mail to each subscriber; the ledger of mails makes calling it again safe, so there is
 * nothing to find and never an `unknown` publication, only single mails in doubt.
 */
export const email = ({ send, list, provider }: EmailSources): ChannelAdapter => ({
  kind: 'email',

  async test({ settings, secret }) {
    const { smtp } = emailSettings.parse(settings);
    if (smtp) return testSmtp(smtp, emailSecret.safeParse(secret).data?.password ?? '', list);
    return {
      state: 'ready',
      message: "Mails go out through Strapi's own e-mail provider. It can only be tried by sending a mail.",
      found: [{ label: 'Provider', value: provider() }],
    };
  },

  deliver: send,
});
