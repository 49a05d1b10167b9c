import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { CopyVideo } from '../../../src/channels/schema';
import type { VideoFacts } from '../../../src/channels/video/facts';
import type { ServedAddress } from '../../services/served-pictures';
import type { Videos } from '../../videos/open';
import { takenVideo } from '../../videos/prepared';
import { Ended } from '../ended';
import { notReachable } from './not-reachable';

/** What a channel needs whose network loads videos by itself. */
export interface FetchedVideos {
  readonly videos: Videos;
  /** Where the network loads a video; `atHome`: nobody outside reaches this address of ours. */
  readonly servedVideo: (hash: string, format: VideoFacts['format']) => Promise<ServedAddress>;
}

/** Where the network loads the video of a copy; the delivery ends where it cannot, or would not take it. */
export async function fetchedVideo(
  video: Pick<CopyVideo, 'hash'>,
  { videos, servedVideo }: FetchedVideos,
  rules: Pick<ChannelRules, 'kind' | 'label' | 'video'>,
): Promise<string> {
  const { facts } = await takenVideo(video, videos, rules);
  const address = await servedVideo(video.hash, facts.format);
  if ('atHome' in address) throw new Ended(notReachable(rules, 'videos', address.atHome));
  return address.url;
}
