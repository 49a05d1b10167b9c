import { rulesFor } from '../../../channels/rules/own/rules-of';
import type { PictureLimits } from '../../../channels/rules/rules';
import type { SubjectRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import type { PictureFacts } from '../schema';
import { pictureRule, sentence, short, type Remark, type Shown } from './picture-rule';

const megabyte = 1_048_576;

const proportions = {
  cut: [
    'fit.ratio',
    'The picture is {ratio} : 1 (width to height); {channel} shows from {least} : 1 to {most} : 1 and cuts off the rest. Crop it, or choose a shape for it where the copy is written.',
  ],
  padded: [
    'fit.padded',
    'The picture is {ratio} : 1 (width to height); {channel} takes from {least} : 1 to {most} : 1, so white is put beside it. Choose a shape for it in the copy to have none.',
  ],
} as const;

/** Size, proportions, format and weight of the pictures of a copy and of an entry’s cover, by the rules of the channel. */
export function fitRules({ pictures: { fit } }: BrandKit): readonly SubjectRule[] {
  if (!fit) return [];
  const { severity } = fit;
  const rule = (
    id: string,
    explanation: string,
    [failing, passing]: readonly [string, string],
    judge: (
      facts: PictureFacts & { readonly ratio: number },
      limits: PictureLimits,
      channel: string,
    ) => Remark | null,
  ): SubjectRule =>
    pictureRule({ id, severity, explanation, examples: { fail: [failing], pass: [passing] } }, (shown) => {
      const { facts, picture } = shown;
      const rules = judgedBy(shown);
      if (!rules || facts.width === 0) return [];
      const ratio = picture.ratio ?? facts.width / facts.height;
      const said = judge({ ...facts, ratio }, rules.limits, rules.label);
      return said ? [said] : [];
    });
  return [
    rule(
      'picture.fit-size',
      'A picture has as many pixels as the channel shows.',
      ['A cover of 400 × 300 pixels.', 'A cover of 1600 × 900 pixels.'],
      ({ width, height, format }, { least }, channel) =>
        !least || format === 'svg' || (width >= least.width && height >= least.height)
          ? null
          : sentence(
              'fit.size',
              'The picture has {width} × {height} pixels; {channel} needs at least {leastWidth} × {leastHeight}, or it looks coarse. Take a larger one.',
              { width, height, channel, leastWidth: least.width, leastHeight: least.height },
            ),
    ),
    rule(
      'picture.fit-ratio',
      'A picture has proportions that the channel does not cut off.',
      ['A cover that is twice as tall as wide.', 'A cover that is twice as wide as tall.'],
      ({ ratio: is }, { ratio }, channel) => {
        if (!ratio || (is >= ratio.min * 0.99 && is <= ratio.max * 1.01)) return null;
        const [key, english] = proportions[ratio.others ?? 'cut'];
        const values = {
          ratio: hundredths(is),
          channel,
          least: hundredths(ratio.min),
          most: hundredths(ratio.max),
        };
        return sentence(key, english, values);
      },
    ),
    rule(
      'picture.fit-format',
      'A picture has a format that the channel shows, and moves only where the channel lets it move.',
      ['A WebP in an e-mail.', 'A JPEG in an e-mail.'],
      ({ format, frames, bytes }, { formats, moving }, channel) => {
        if (formats && !formats.names.includes(format))
          return sentence(
            'fit.format',
            'The picture is in the format {format}, which {channel} does not show everywhere. Save it as {formats}.',
            {
              format: format.toUpperCase(),
              channel,
              formats: formats.names.map((name) => name.toUpperCase()).join(', '),
            },
          );
        const moves = moving?.shown.includes(format) && bytes <= (moving.weight ?? Infinity);
        return moving && !moves && frames > 1
          ? sentence(
              'fit.moving',
              'The picture moves; {channel} shows only its first frame. Take a still one, so that nothing is missing.',
              { channel },
            )
          : null;
      },
    ),
    rule(
      'picture.fit-weight',
      'The file of a picture is small enough to load quickly, and for the channel to take it.',
      ['A picture of 6 MB in an e-mail.', 'A picture of 300 KB in an e-mail.'],
      ({ bytes }, { weight }, channel) =>
        !weight || bytes <= weight.max
          ? null
          : sentence(
              'fit.weight',
              'The file has {megabytes} MB; for {channel} at most {most} MB are good. Save it smaller.',
              { megabytes: short(bytes / megabyte), channel, most: short(weight.max / megabyte) },
            ),
    ),
  ];
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** A copy is judged by its channel; of an entry only the cover, which link cards show, by the website. */
function judgedBy({ picture, subject: { channel } }: Shown): { limits: PictureLimits; label: string } | null {
  if (!channel && picture.role !== 'cover') return null;
  const { label, pictures } = rulesFor(channel ?? { kind: 'website' });
  return pictures.limits ? { limits: pictures.limits, label } : null;
}
