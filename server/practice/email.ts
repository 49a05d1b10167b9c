import type { ChannelAdapter } from '../../src/channels/channel';
import { emailSettings, type EmailSettings } from '../../src/channels/settings/email';
import type { Delivery, Outcome } from '../../src/channels/channel';
import type { Letter } from '../mail/letter';
import { noCounts, type PracticeShelf } from './shelf';

interface Sources {
  readonly shelf: PracticeShelf;
  /** The letter of a publication; null where the approved version is gone. */
  readonly letterOf: (delivery: Delivery, settings: EmailSettings) => Promise<Letter | null>;
  readonly now: () => number;
}

const network = 'email';

/**
 * The newsletter for practice: one letter, as a reader would get it, and none to the list. The list, its consents and its
 * mails are not touched, so nobody counts as written to.
 */
export const emailPractice = ({ shelf, letterOf, now }: Sources): ChannelAdapter => ({
  kind: 'email',
  inDoubt: 'send',

  test: async ({ settings }) => ({
    state: 'ready',
    message: '',
    found: [{ label: 'Sender', value: emailSettings.parse(settings).fromEmail }],
  }),

  async deliver(account, delivery): Promise<Outcome> {
    const { publication } = delivery;
    const letter = await letterOf(delivery, emailSettings.parse(account.settings));
    if (!letter)
      return {
        kind: 'rejected',
        code: 'email.entry-changed',
        message:
          'The approved version of the entry does not exist any more. Approve the present one and schedule the mail again.',
      };
    const links = await Promise.all(letter.links.map((url) => delivery.track(url)));
    const { html, text } = letter.fill({ name: '', unsubscribe: '#', pixel: null, links });
    const isNew = await shelf.put({
      ...{ network, id: publication, account: account.key, key: publication, text, media: [] },
      ...{ content: { subject: letter.subject, html }, counts: noCounts, createdAt: now() },
      ...{ editedAt: null, deletedAt: null },
    });
    return { kind: isNew ? 'delivered' : 'duplicate', remoteId: publication, url: null };
  },
});
