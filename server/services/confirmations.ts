import type { Contact } from '../../src/audience/schema';
import type { Account } from '../../src/channels/channel';
import { emailSettings } from '../../src/channels/settings/email';
import type { MailTransport } from '../channels/mail-transport';
import { confirmationMail } from '../mail/confirmation';
import type { Notices } from './notices';

interface ConfirmationsDeps {
  /** The e-mail channel that speaks for the list; null where there is none. */
  readonly account: () => Promise<Account | null>;
  readonly transportOf: (account: Account) => MailTransport;
  readonly linkOf: (token: string) => Promise<string>;
  readonly notices: Pick<Notices, 'raise'>;
  readonly uuid: () => string;
}

/** The mails that ask people to confirm their address. */
export function confirmations({ account: find, transportOf, linkOf, notices, uuid }: ConfirmationsDeps) {
  const failed = async (message: string, channel: string | null): Promise<false> => {
    await notices.raise({ code: 'audience.confirmation-not-sent', severity: 'error', message, channel });
    return false;
  };

  return {
    /** Name of the business as subscribers know it. */
    async brand(): Promise<string> {
      const account = await find();
      return account ? emailSettings.parse(account.settings).fromName : '';
    },

    /** False where it could not be sent; a notice says why. */
    async ask(contact: Contact, token: string): Promise<boolean> {
      const account = await find();
      if (!account)
        return failed(
          'Somebody wants to subscribe, but there is no e-mail channel. Add one under Channels.',
          null,
        );
      const settings = emailSettings.parse(account.settings);
      const { locale, name } = contact;
      const mail = await confirmationMail({
        locale,
        name,
        brand: settings.fromName,
        imprint: settings.imprint,
        link: await linkOf(token),
      });
      const sent = await transportOf(account).send({
        ...mail,
        from: { name: settings.fromName, address: settings.fromEmail },
        to: { name, address: contact.email },
        replyTo: settings.replyTo,
        messageId: `<${uuid()}@${settings.fromEmail.slice(settings.fromEmail.lastIndexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      // A mail in doubt counts as sent: it is not sent twice, and the person can sign up again in an hour.
      if (sent.taken || sent.handover.handedOver) return true;
      return failed(
        `A confirmation mail could not be sent: ${sent.handover.reply}. Test the e-mail channel.`,
        account.key,
      );
    },
  };
}
