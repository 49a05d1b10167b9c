/** The kinds of channel, in the order in which people see them: the website leads, what links to it follows. */
export const channelKinds = [
  'website',
  'bluesky',
  'mastodon',
  'facebook',
  'instagram',
  'x',
  'threads',
  'linkedin',
  'google-business',
  'pinterest',
  'discord',
  'slack',
  'telegram',
  'email',
  'webhook',
  'own',
] as const;
type Kind = (typeof channelKinds)[number];

/** Kinds that are a network or a place of their own; `own` is whatever an app brings. */
export const builtInKinds = channelKinds.filter((kind): kind is Exclude<Kind, 'own'> => kind !== 'own');

/** Kinds where people talk: what is no page, no letter and no machine. Of a channel of an app nobody knows. */
export const socialKinds = builtInKinds.filter(
  (kind): kind is Exclude<Kind, 'website' | 'email' | 'webhook' | 'own'> =>
    kind !== 'website' && kind !== 'email' && kind !== 'webhook',
);
