import type { Account } from '../../src/channels/channel';
import { emailSecret, emailSettings } from '../../src/channels/settings/email';
import type { AllowList } from '../http/allow-list';
import { smtpTransport, strapiTransport, type MailTransport, type StrapiSend } from './mail-transport';

interface MailTransportsDeps {
  readonly list: AllowList;
  readonly strapiSend: StrapiSend;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** One transport a channel, kept open between mailings and replaced when the channel was changed. */
export function mailTransports({ list, strapiSend, now, wait }: MailTransportsDeps) {
  const open = new Map<string, { readonly made: string; readonly transport: MailTransport }>();

  function make({ settings, secret }: Account): MailTransport {
    const { smtp, rate } = emailSettings.parse(settings);
    if (!smtp) return strapiTransport(strapiSend, rate, now, wait);
    return smtpTransport(smtp, emailSecret.safeParse(secret).data?.password ?? '', rate, list);
  }

  return {
    of(account: Account): MailTransport {
      const made = JSON.stringify([account.settings, account.secret]);
      const known = open.get(account.key);
      if (known?.made === made) return known.transport;
      known?.transport.close();
      const transport = make(account);
      open.set(account.key, { made, transport });
      return transport;
    },

    close(): void {
      for (const { transport } of open.values()) transport.close();
      open.clear();
    },
  };
}
