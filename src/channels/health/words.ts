import { scopePurpose, type ScopePurpose } from '../connect/oauth/network';
import type { HealthItem } from './health';

interface About {
  /** Name of the channel. */
  readonly name: string;
  readonly canConnect: boolean;
  /** The day of the item on the clock of the business: `2026-12-11`; empty where it has none. */
  readonly day: string;
}

/** What will break, when, and what to do, in a sentence or two. */
export function healthWords(
  { code, values, daysLeft }: HealthItem,
  { name, canConnect, day }: About,
): string {
  const when = `${daysLeft === 1 ? 'within a day' : `in ${daysLeft} days`}, on ${day}`;
  const again = canConnect ? 'connect it again' : 'enter a new token';
  const another =
    values['chosen'] === 'yes'
      ? 'enter a newer version in the form of the channel and test it'
      : 'update the plugin';
  switch (code) {
    case 'channel.sign-in-ends':
      return `The access of “${name}” ends ${when}, and what is due after that will wait. Open the channel and ${again} before.`;
    case 'channel.sign-in-ended':
      return `The access of “${name}” has ended on ${day}, and what is due waits. Open the channel and ${again}.`;
    case 'channel.certificate-ends':
      return `The certificate of the mail server of “${name}” ends ${when}, and no mail goes out after that. Enter the new one in the form of the channel.`;
    case 'channel.certificate-ended':
      return `The certificate of the mail server of “${name}” has ended on ${day}: no mail goes out. Enter the new one in the form of the channel.`;
    case 'channel.rights-missing':
      return `“${name}” lacks rights that it needs: ${values['rights']}. Open the channel, ${again} and allow all that is asked.`;
    case 'channel.rights-fewer':
      return `“${name}” posts, but was not allowed all that it asked for (${values['rights']}), so ${lacking(String(values['without'] ?? ''))}. Open the channel, connect it again and allow all that is asked.`;
    case 'channel.version-ends':
      return `“${name}” speaks version ${values['version']} of its network’s API, which may be switched off ${when}. To go on publishing, ${another} before.`;
    case 'channel.version-ended':
      return `“${name}” speaks version ${values['version']} of its network’s API, which the network has not kept up since ${day}. To go on publishing, ${another}.`;
    case 'channel.sign-in-renews':
    case 'channel.version-spoken':
    case 'channel.quota-used-up':
    case 'channel.quota-left':
      throw new Error(`Nobody is told of ${code}.`);
    default:
      return code satisfies never;
  }
}

/** What does not work without a right. */
const lacks: Readonly<Record<ScopePurpose, string>> = {
  figures: 'its posts are not counted in full',
  comments: 'comments and posts that follow are left out',
  recall: 'posts cannot be taken back',
  business: 'accounts that belong to a business portfolio are not found',
};

const lacking = (purposes: string): string =>
  purposes
    .split(',')
    .map((purpose) => lacks[scopePurpose.parse(purpose)])
    .join(', and ');
