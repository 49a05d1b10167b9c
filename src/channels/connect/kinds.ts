import type { ChannelKind } from '../schema';

/** Kinds whose accounts can be connected at the network itself. */
const connectable: readonly ChannelKind[] = [
  ...(['mastodon', 'facebook', 'instagram', 'threads', 'x'] as const),
  ...(['linkedin', 'google-business', 'pinterest'] as const),
];

export const isConnectable = (kind: ChannelKind): boolean => connectable.includes(kind);
