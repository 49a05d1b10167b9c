import type { Account } from '../../src/channels/channel';
import { emailSettings } from '../../src/channels/settings/email';
import type { MailTransport } from '../channels/mail-transport';

interface Address {
  readonly name: string;
  readonly address: string;
}

/** Who mails about notices come from, and what carries them. */
export interface Sender {
  readonly from: Address;
  readonly replyTo: string | null;
  readonly transport: MailTransport;
}

interface Deps {
  /** The first e-mail channel; null where there is none. */
  readonly account: () => Promise<Account | null>;
  readonly transportOf: (account: Account) => MailTransport;
  /** The sender of Strapi's e-mail provider; null where nobody set it up. */
  readonly strapiFrom: () => Address | null;
  readonly strapiTransport: MailTransport;
}

/** The e-mail channel where one is connected, else Strapi's own e-mail provider, else nobody. */
export const noticeSender =
  ({ account: find, transportOf, strapiFrom, strapiTransport }: Deps) =>
  async (): Promise<Sender | null> => {
    const account = await find();
    if (account) {
      const { fromName, fromEmail, replyTo } = emailSettings.parse(account.settings);
      return { from: { name: fromName, address: fromEmail }, replyTo, transport: transportOf(account) };
    }
    const from = strapiFrom();
    return from && { from, replyTo: null, transport: strapiTransport };
  };

/** What Strapi's configuration says as long as nobody touched it. */
const untouched = 'no-reply@strapi.io';

/** `Name <address>` or an address, as Strapi's e-mail plugin is configured; null where it is as delivered. */
export function addressOf(defaultFrom: unknown): Address | null {
  if (typeof defaultFrom !== 'string') return null;
  const [, name = '', address = ''] =
    /^\s*"?([^"<]*?)"?\s*<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(defaultFrom) ?? [];
  return address === '' || address === untouched ? null : { name: name.trim() || 'Presence', address };
}
