import { graphemesOf, isUnseen } from '../count';
import type { ChannelRules } from '../rules/rules';
import type { Copy, CopyProblem } from '../schema';

/** What is wrong with the video of a copy before anybody looks into its file. */
export function copyVideoProblems(
  { video, pictures }: Copy,
  rules: Pick<ChannelRules, 'label' | 'video'>,
): CopyProblem[] {
  if (!video) return [];
  const { label: channel, video: rule } = rules;
  if (!rule)
    return [
      error(
        'copy.video-not-taken',
        'video',
        `${channel} gets no videos from here. Remove the video, or leave this channel out.`,
        {
          channel,
        },
      ),
    ];
  const beside = error(
    'copy.video-beside-pictures',
    'video',
    `${channel} takes pictures or a video in one post, not both. Remove the pictures or the video.`,
    { channel },
  );
  return [...(pictures.length > 0 ? [beside] : []), ...altProblems(video.alt, rule, channel)];
}

function altProblems(alt: string, rule: NonNullable<ChannelRules['video']>, channel: string): CopyProblem[] {
  if (rule.alt === 'none') return [];
  const path = 'video.alt';
  if (isUnseen(alt)) {
    const message = 'The video has no alt text. Say what happens in it, for people who cannot see it.';
    return [
      {
        ...error('copy.video-alt-missing', path, message, {}),
        severity: rule.alt === 'required' ? 'error' : 'warning',
      },
    ];
  }
  const [length, max = Infinity] = [graphemesOf(alt), rule.altGraphemes?.max];
  const values = { channel, length, max, over: length - max };
  return length > max
    ? [
        error(
          'copy.video-alt-too-long',
          path,
          `The alt text of the video is ${length - max} characters too long for ${channel}: it has ${length}, ${max} are allowed. Shorten it.`,
          values,
        ),
      ]
    : [];
}

const error = (
  code: string,
  path: string,
  message: string,
  values: NonNullable<CopyProblem['values']>,
): CopyProblem => ({ ...{ severity: 'error', code, path, message, values } });
