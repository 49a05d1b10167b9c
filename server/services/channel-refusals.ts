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
    'This kind of channel cannot work without what it signs in with: its password, token, keys or secret address. Enter it below.',
  path: 'secret',
};

export const secretAgain: Problem = {
  code: 'channel.secret-again',
  message:
    'The channel leads to another server now, and what it signs in with was entered for the one before. Enter it again.',
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

export const typeUnknown = (type: string): Problem => ({
  code: 'channel.type-unknown',
  message: `No code on this server brings channels of the type “${type}”. Install the plugin or the code that registers it, and restart Strapi.`,
  path: 'settings.type',
});

export const typeFixed = (type: string): Problem => ({
  code: 'channel.kind-fixed',
  message: `This channel is of the type ${type}, and that cannot change. Create another channel instead.`,
  path: 'settings.type',
});
