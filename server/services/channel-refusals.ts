import type { ChannelKind } from '../../src/channels/schema';
import type { Problem } from '../../src/shared/result';

export const notFound: Problem = {
  code: 'channel.not-found',
  message: 'This channel does not exist any more. Reload the list of channels.',
};

export const noKey: Problem = {
  code: 'channel.no-encryption-key',
  message:
    'The secret was not saved, because Strapi has no key to encrypt it. Set ENCRYPTION_KEY in .env (admin.secrets.encryptionKey in config/admin) and restart.',
  path: 'secret',
};

export const secretMissing: Problem = {
  code: 'channel.secret-missing',
  message:
    'This kind of channel needs a secret: the app password of Bluesky, the access token of Mastodon, or the signing secret of the webhook.',
  path: 'secret',
};

export const kindFixed = (kind: ChannelKind): Problem => ({
  code: 'channel.kind-fixed',
  message: `This channel is of the kind ${kind}, and that cannot change. Create another channel instead.`,
  path: 'kind',
});

export const inUse = (name: string, count: number): Problem => ({
  code: 'channel.in-use',
  message: `${count} ${count === 1 ? 'publication waits' : 'publications wait'} to go out on ${name}. Cancel them first, then remove the channel.`,
});
