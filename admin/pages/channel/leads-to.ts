import type { ChannelView } from '../../../src/channels/schema';

/** Where the channel leads, in a few characters. */
export function leadsTo(channel: ChannelView): string {
  switch (channel.kind) {
    case 'website':
      return '';
    case 'bluesky':
      return channel.settings.identifier;
    case 'instagram':
    case 'threads':
      return channel.settings.userId;
    case 'facebook':
      return channel.settings.pageId;
    case 'linkedin':
      return channel.settings.author ?? '';
    case 'google-business':
      return channel.settings.location ?? '';
    case 'pinterest':
      return channel.settings.board ?? '';
    case 'x':
    case 'discord':
    case 'slack':
      return '';
    case 'telegram':
      return channel.settings.chatId;
    case 'mastodon':
      return channel.settings.instance.replace(/^https?:\/\//, '');
    case 'webhook':
      return channel.settings.url;
    case 'email':
      return channel.settings.fromEmail;
    case 'own':
      return addressIn(channel);
    default:
      return channel satisfies never;
  }
}

/** Of a channel of an app: its first address. */
function addressIn({ own, settings: { values } }: Extract<ChannelView, { kind: 'own' }>): string {
  const field = own?.settings.find(({ kind }) => kind === 'url');
  return field ? String(values[field.name] ?? '').replace(/^https?:\/\//, '') : '';
}
