import type { SubjectRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import { pictureRule, sentence, type Shown } from './picture-rule';

/** Where a picture was taken, and with what: the file tells everybody who saves it. */
export function privacyRules({ pictures: { privacy } }: BrandKit): readonly SubjectRule[] {
  if (!privacy) return [];
  const { severity } = privacy;
  return [
    pictureRule(
      {
        id: 'picture.gps',
        severity,
        explanation: 'The file of a picture does not tell where it was taken: that may be somebody’s home.',
        examples: {
          fail: ['A photo straight from a phone, with its place.'],
          pass: ['The same photo after “Strip metadata”.'],
        },
      },
      (shown) => {
        const { gps } = shown.facts.exif;
        if (!gps || isMadeAnew(shown)) return [];
        return [
          sentence(
            'gps',
            'The file says where the picture was taken ({place}), and everybody who saves it can read that. Strip it from the file.',
            { place: `${gps.latitude.toFixed(3)}, ${gps.longitude.toFixed(3)}` },
          ),
        ];
      },
    ),
    pictureRule(
      {
        id: 'picture.device',
        // Every camera writes its name: it tells little, so it never counts as much as a place.
        severity: 'suggestion',
        explanation: 'The file of a picture does not tell with which device it was taken.',
        examples: {
          fail: ['A photo straight from a phone, with its make and model.'],
          pass: ['The same photo after “Strip metadata”.'],
        },
      },
      (shown) => {
        const { device } = shown.facts.exif;
        if (device === null || isMadeAnew(shown)) return [];
        return [
          sentence(
            'device',
            'The file says that the picture was taken with {device}. Strip it from the file.',
            {
              device,
            },
          ),
        ];
      },
    ),
  ];
}

/** Networks that are handed pictures get one that we make of the file, without its metadata; elsewhere the file itself is shown. */
const isMadeAnew = ({ subject: { channel } }: Shown): boolean =>
  channel !== null && madeAnew.has(channel.kind);

const madeAnew: ReadonlySet<string> = new Set([
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
  'telegram',
]);
