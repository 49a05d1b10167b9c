import type { ChannelView } from '../../../../src/channels/schema';

/** Whether a connected channel leaves a choice among several accounts of whoever connected it. */
export function hasPlaces(channel: ChannelView): boolean {
  if (!channel.connected) return false;
  switch (channel.kind) {
    case 'facebook':
    case 'google-business':
    case 'pinterest':
      return true;
    case 'instagram':
      return channel.settings.login === 'facebook';
    case 'linkedin':
      return channel.settings.as === 'organization';
    default:
      return false;
  }
}
