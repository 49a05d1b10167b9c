import type { PreflightFacts } from './facts';
import { amber, red, shown, type Found } from './finding';

/** What it needs of the world: links, pictures, the video and the channel's account. */
export function outsideItems({ copy, channel, publication, now, zone }: PreflightFacts): Found[] {
  return [
    ...copy.deadLinks.map((url) =>
      amber('preflight.link-dead', `${url} does not answer.`, 'correct-link', { url }),
    ),
    ...copy.lostPictures.map((name) =>
      red(
        'preflight.picture-lost',
        `The picture ${name} is no longer in the media library.`,
        'other-picture',
        { name },
      ),
    ),
    ...copy.video.map(({ severity, code, message, values }) =>
      (severity === 'error' ? red : amber)(
        code,
        message,
        code === 'preflight.video-private' ? 'public-address' : 'other-video',
        values,
      ),
    ),
    ...privateItems(copy.privatePictures, publication.channelName),
    ...channelItems(channel, publication, now, zone),
  ];
}

/** A network that cannot fetch a picture refuses the post; a reader only sees a gap. */
function privateItems(pictures: PreflightFacts['copy']['privatePictures'], channelName: string): Found[] {
  if (pictures === null) return [];
  const isRefused = pictures.by === 'network';
  return pictures.names.map((name) =>
    (isRefused ? red : amber)(
      'preflight.picture-private',
      `The address of the picture ${name} cannot be reached from outside, so ${isRefused ? `"${channelName}" cannot fetch it` : 'readers do not see it'}.`,
      'public-address',
      { name, by: pictures.by, channel: channelName },
    ),
  );
}

function channelItems(
  channel: PreflightFacts['channel'],
  { channelName, dueAt }: PreflightFacts['publication'],
  now: number,
  zone: string,
): Found[] {
  if (channel === null)
    return [red('publication.channel-missing', 'Its channel was removed.', 'cancel-or-new', {})];
  const { state, reason, validUntil } = channel;
  if (state === 'reauthorise' || state === 'blocked')
    return [
      red(
        `publication.channel-${state}`,
        reason || `"${channelName}" cannot be used at the moment.`,
        state === 'blocked' ? 'ask-network' : 'renew',
        { channel: channelName },
      ),
    ];
  if (validUntil !== undefined && validUntil <= Math.max(dueAt ?? now, now))
    return [
      red(
        'preflight.credentials-end',
        `The credentials of "${channelName}" end on ${shown(validUntil, zone)}, before this goes out.`,
        'renew',
        { channel: channelName, at: validUntil, zone },
      ),
    ];
  return state === 'untested'
    ? [
        amber('preflight.channel-untested', `Nobody has tried "${channelName}" yet.`, 'test-channel', {
          channel: channelName,
        }),
      ]
    : [];
}
