import type { ChannelRules } from '../../../src/channels/rules/rules';
import { videoProblems } from '../../../src/channels/video/fits';
import type { VideoFinding } from '../../../src/publishing/preflight/facts';
import type { PublicationRow } from '../../stores/publication-row';
import type { KnownVideo, VideoLook } from '../../videos/facts';

/** What the files of videos are worth to their channels: each file is looked at once. `isHidden`: its network cannot load it. */
export async function films(
  rows: readonly PublicationRow[],
  look: VideoLook,
  rulesOf: (row: PublicationRow) => ChannelRules,
  isHidden: (row: PublicationRow) => boolean,
): Promise<(row: PublicationRow) => readonly VideoFinding[]> {
  const hashes = new Set(rows.flatMap(({ copy: { video } }) => (video ? [video.hash] : [])));
  const known = new Map<string, KnownVideo>();
  for (const hash of hashes) known.set(hash, await look(hash));
  return (row) => {
    const { video } = row.copy;
    const found = video && known.get(video.hash);
    if (!found) return [];
    const name = nameOf(video.url);
    const rules = rulesOf(row);
    return [...findingsOf(found, name, rules), ...(isHidden(row) ? [hidden(name, rules)] : [])];
  };
}

function findingsOf(known: KnownVideo, name: string, rules: ChannelRules): readonly VideoFinding[] {
  switch (known.kind) {
    case 'known':
      return videoProblems(known.facts, rules);
    case 'missing':
      return [
        {
          ...{ severity: 'error', code: 'preflight.video-lost', values: { name } },
          message: `The video ${name} is no longer in the media library.`,
        },
      ];
    case 'unreadable':
      return [
        {
          ...{ severity: 'error', code: 'preflight.video-unreadable', values: { name } },
          message: `The video ${name} cannot be read: it is no MP4, MOV or WebM file that plays.`,
        },
      ];
    case 'unavailable':
      return [
        {
          ...{ severity: 'warning', code: 'preflight.video-unavailable', values: { name } },
          message: `The video ${name} cannot be had from the media library now, so nobody knows whether it fits.`,
        },
      ];
    default:
      return known satisfies never;
  }
}

const hidden = (name: string, { label }: ChannelRules): VideoFinding => ({
  ...{ severity: 'error', code: 'preflight.video-private', values: { name, channel: label } },
  message: `The video ${name} cannot be loaded from outside, and ${label} loads videos by itself.`,
});

const nameOf = (url: string): string => url.split('/').at(-1) ?? url;
