import type { ToldValues } from '../../shared/told';
import type { ChannelRules } from '../rules/rules';
import type { VideoRules } from '../rules/video/rules';
import type { CopyProblem } from '../schema';
import type { VideoFacts } from './facts';

/**
 * What keeps a channel from taking a file: its format, codec, weight, length, shape and size, each with what to do. Empty where it can be
 * sent as it is, or where the channel takes no video at all, which the check of the copy says.
 */
export function videoProblems(
  facts: VideoFacts,
  { label, video }: Pick<ChannelRules, 'label' | 'video'>,
): CopyProblem[] {
  if (!video) return [];
  return [
    ...formatProblems(facts, video, label),
    ...lengthProblems(facts, video, label),
    ...shapeProblems(facts, video, label),
  ];
}

function formatProblems(
  { format, codec, bytes }: VideoFacts,
  rules: VideoRules,
  label: string,
): CopyProblem[] {
  const formats = namesOf(rules.formats.names);
  const codecs = namesOf(rules.codecs?.names ?? []);
  const isTaken = rules.formats.names.includes(format);
  const isCoded = !rules.codecs || rules.codecs.names.includes(codec);
  return [
    ...(isTaken
      ? []
      : [
          error(
            'video.format',
            `${label} takes videos as ${formats}, this one is ${namesOf([format])}. Export it as ${formats}, or leave it out.`,
            { channel: label, formats, format: namesOf([format]) },
          ),
        ]),
    ...(isCoded
      ? []
      : [
          error(
            'video.codec',
            `${label} takes videos coded as ${codecs}, this one is ${namesOf([codec])}. Export it as ${codecs}.`,
            { channel: label, codecs, codec: namesOf([codec]) },
          ),
        ]),
    ...(bytes > rules.bytes.max
      ? [
          error(
            'video.too-heavy',
            `${label} takes videos up to ${megabytes(rules.bytes.max)} MB, this one has ${megabytes(bytes)} MB. Export it smaller, or cut it.`,
            { channel: label, max: megabytes(rules.bytes.max), size: megabytes(bytes) },
          ),
        ]
      : []),
    ...(rules.bytes.min !== undefined && bytes < rules.bytes.min
      ? [
          error(
            'video.too-light',
            `${label} takes videos of at least ${kilobytes(rules.bytes.min)} kB, this one has ${kilobytes(bytes)} kB. Export it in better quality, or take a longer one.`,
            { channel: label, min: kilobytes(rules.bytes.min), size: kilobytes(bytes) },
          ),
        ]
      : []),
  ];
}

function lengthProblems(
  { seconds }: VideoFacts,
  { seconds: rule }: VideoRules,
  label: string,
): CopyProblem[] {
  if (!rule) return [];
  if (seconds === null)
    return [
      warning(
        'video.length-unknown',
        `The file does not say how long the video is, and ${label} has a limit. Export it again if it is refused.`,
        { channel: label },
      ),
    ];
  const { min = 0, max = Infinity } = rule;
  if (seconds > max)
    return [
      error(
        'video.too-long',
        `${label} takes videos of at most ${max} seconds, this one has ${tenth(seconds)}. Cut it.`,
        { channel: label, max, seconds: tenth(seconds) },
      ),
    ];
  return seconds < min
    ? [
        error(
          'video.too-short',
          `${label} takes videos of at least ${min} seconds, this one has ${tenth(seconds)}. Take a longer one.`,
          { channel: label, min, seconds: tenth(seconds) },
        ),
      ]
    : [];
}

function shapeProblems(
  { width, height }: VideoFacts,
  { ratio, side }: VideoRules,
  label: string,
): CopyProblem[] {
  const shape = width / height;
  const longer = Math.max(width, height);
  return [
    ...(ratio && (shape < ratio.min || shape > ratio.max)
      ? [
          error(
            'video.ratio',
            `${label} takes videos ${hundredth(ratio.min)} to ${hundredth(ratio.max)} times as wide as high, this one is ${hundredth(shape)} (${width} × ${height}). Cut it to another shape.`,
            {
              ...{ channel: label, min: hundredth(ratio.min), max: hundredth(ratio.max) },
              ...{ ratio: hundredth(shape), width, height },
            },
          ),
        ]
      : []),
    ...(side && longer > side.max
      ? [
          error(
            'video.too-large',
            `${label} takes videos of at most ${side.max} pixels on the longer side, this one has ${longer}. Export it smaller.`,
            { channel: label, max: side.max, side: longer },
          ),
        ]
      : []),
  ];
}

const spoken: Readonly<Record<string, string>> = {
  ...{ mp4: 'MP4', mov: 'MOV', webm: 'WebM' },
  ...{ h264: 'H.264', hevc: 'HEVC', av1: 'AV1', vp8: 'VP8', vp9: 'VP9', mpeg4: 'MPEG-4' },
};
const namesOf = (list: readonly string[]): string =>
  list
    .map((name) => (Object.hasOwn(spoken, name) ? (spoken[name] as string) : name))
    .reduce(
      (said, name, index) =>
        index === 0 ? name : `${said}${index === list.length - 1 ? ' or ' : ', '}${name}`,
      '',
    );

const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
const kilobytes = (bytes: number): number => Math.floor(bytes / 1_000);
const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

const problem =
  (severity: CopyProblem['severity']) =>
  (code: string, message: string, values: ToldValues): CopyProblem => ({
    ...{ severity, code, path: 'video', message, values },
  });
const error = problem('error');
const warning = problem('warning');
