import { isConnectable } from '../../src/channels/connect/kinds';
import { channelInput, type ChannelInput } from '../../src/channels/schema';
import { isSamePlace } from '../../src/channels/settings/place';
import { fail, ok, type Result } from '../../src/shared/result';
import type { ChannelRow } from '../stores/channels';
import { secretAgain } from './channel-refusals';
import { asksForSecret, type OwnChannels } from './own-channels';

/** The stored secret, if it may go where the channel leads now: else it is entered again, or the channel connected again. */
export function secretFor(input: ChannelInput, { secret, ...stored }: ChannelRow): Result<string | null> {
  const before = channelInput.safeParse({ ...stored, secret: undefined });
  if (secret === null || (before.success && isSamePlace(input, before.data))) return ok(secret);
  const isOver = input.secret !== undefined || (input.kind === 'email' && input.settings.smtp === null);
  return isOver || isConnectable(input.kind) ? ok(null) : fail(secretAgain);
}

/** Whether a channel is reached as before: what it bills says nothing about that. */
export const isSameWay = (one: object, other: unknown): boolean =>
  JSON.stringify({ ...one, price: null }) === JSON.stringify({ ...(other as object), price: null });

/** The website is always in earnest. */
export const practiceOf = (input: ChannelInput): boolean | undefined =>
  input.kind === 'website' ? false : input.practice;

/** What can be connected is saved first, and gets its secret from the network; of a channel of an app its type says. */
export const needsSecret = ({ kind, settings }: ChannelInput, types: Pick<OwnChannels, 'of'>): boolean =>
  kind === 'own'
    ? asksForSecret(settings, types)
    : kind !== 'website' && kind !== 'email' && !isConnectable(kind);
