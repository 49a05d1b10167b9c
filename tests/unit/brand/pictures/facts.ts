import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import { checkerOf, type SubjectInput } from '../../../../src/brand/engine/checker';
import { ruleSetOf } from '../../../../src/brand/engine/rule-set';
import { factsVersion, type PictureFacts } from '../../../../src/brand/pictures/schema';
import { brandKit, type Finding } from '../../../../src/brand/schema';
import type { PictureShape } from '../../../../src/channels/pictures/shape';
import { copySchema, type ChannelKind } from '../../../../src/channels/schema';
import type { EntryContent } from '../../../../src/content/schema';

/** A fine picture of 1600 × 900; a case says what is not. */
export const factsWith = (facts: Partial<PictureFacts> = {}): PictureFacts => ({
  ...{ version: factsVersion, sha256: 'f'.repeat(64), format: 'jpeg', width: 1_600, height: 900 },
  ...{ bytes: 300_000, hasAlpha: false, frames: 1, colours: [], sharpness: 500, phash: '00ff00ff00ff00ff' },
  ...{ logos: [], logosSought: [], texts: [], codes: [], problems: [] },
  exif: { gps: null, device: null, takenAt: null },
  ...facts,
});

const copyWith = (hash: string, shape?: PictureShape) =>
  copySchema.parse({
    ...{ text: '', link: null },
    pictures: [{ hash, url: `/uploads/${hash}.jpg`, alt: 'Rye', shape }],
  });

/** An entry whose cover is the picture `rye`. */
function entry(): EntryContent {
  const content = contentOfCopy(copyWith('rye'), 'website');
  const pictures = content.pictures.map((picture) => ({
    ...picture,
    field: 'cover',
    role: 'cover' as const,
    place: { field: 'cover', start: 0, end: 0 },
  }));
  const parts = pictures.map((picture) => ({
    kind: 'picture' as const,
    field: 'cover',
    role: 'cover' as const,
    picture,
  }));
  return { ...content, texts: [], pictures, parts };
}

/** What a kit says of a picture: of an entry’s cover, or of a copy for a kind of channel. */
export function judged(
  kit: object,
  facts: Partial<PictureFacts>,
  {
    channel,
    shape,
    ...more
  }: { channel?: ChannelKind; shape?: PictureShape } & Pick<SubjectInput, 'earlier'> = {},
): Finding[] {
  const checker = checkerOf(ruleSetOf(brandKit.parse(kit), [], {}));
  const findings = checker.check({
    content: channel ? contentOfCopy(copyWith('rye', shape), channel) : entry(),
    channel: channel ? { key: 'one', kind: channel, name: 'One' } : null,
    pictures: new Map([['rye', factsWith(facts)]]),
    locale: 'en',
    ...more,
  });
  expect(checker.faults()).toEqual([]);
  return findings;
}
