import { z } from 'zod';
import { line } from '../settings/fields';

const limit = z.strictObject({
  max: z.int().min(1).max(10_000_000),
  /** Where it is written; people who ask why are told. */
  source: line(300).default('the app that brings the channel'),
});
const source = limit.shape.source;
const pixels = z.int().min(1).max(100_000);
const ratio = z.number().min(0.01).max(100);
/** As `sharp` names them. */
const format = z.enum(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff', 'svg']);

const text = z.strictObject({
  required: z.boolean().default(true),
  /** What a person sees as one character. */
  graphemes: z.exactOptional(limit),
  /** Beside pictures, where that is less. */
  withPictures: z.exactOptional(limit),
  utf8Bytes: z.exactOptional(limit),
  hashtags: z.exactOptional(limit),
  /** Where the address of the page goes behind the text: every address counts as so many characters. */
  inlineLinks: z.exactOptional(z.strictObject({ length: z.int().min(1).max(2_000), source })),
});

/** What a picture may weigh where a type does not say so. */
const light = { max: 5 * 1_048_576, source: 'ours: what every phone loads at once' };

const declaredPictures = z.strictObject({
  min: z.exactOptional(z.int().min(1).max(20)),
  max: z.int().min(0).max(20).default(0),
  alt: z.enum(['required', 'advised', 'none']).default('advised'),
  altGraphemes: z.exactOptional(limit),
  /** Of one picture as it is sent. */
  bytes: z.exactOptional(limit),
  /** What pictures are advised to be like. */
  limits: z.exactOptional(
    z.strictObject({
      formats: z.exactOptional(z.strictObject({ names: z.array(format).min(1), source })),
      least: z.exactOptional(z.strictObject({ width: pixels, height: pixels, source })),
      ratio: z.exactOptional(z.strictObject({ min: ratio, max: ratio, source })),
      weight: z.exactOptional(limit),
      moving: z.exactOptional(z.strictObject({ shown: z.array(format), source })),
    }),
  ),
  /** Who loads pictures by their address, where they are not handed over. */
  loadedBy: z.exactOptional(z.enum(['network', 'reader'])),
});
const pictures = declaredPictures.transform((said) =>
  said.max === 0 || said.bytes || said.loadedBy === 'reader' ? said : { ...said, bytes: light },
);

/** What a channel of an app accepts: the rules of our own channels, as far as they are data. */
export const ownRules = z
  .strictObject({
    text: text.prefault({}),
    pictures: pictures.prefault({}),
    /** How the page is shown: as a card beside the text, as an address of its own or inside the text, or not at all. */
    link: z.enum(['card', 'field', 'none']).default('field'),
    title: z.exactOptional(z.strictObject({ graphemes: z.exactOptional(limit) })),
    description: z.exactOptional(z.strictObject({ graphemes: z.exactOptional(limit) })),
    /** How many posts an account may make in so many milliseconds. */
    quota: z.exactOptional(z.strictObject({ posts: z.int().min(1), within: z.int().min(1_000), source })),
  })
  .superRefine((rules, context) => {
    const say = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { text: words, pictures: shown } = rules;
    if (shown.min !== undefined && shown.min > shown.max)
      say(['pictures', 'min'], `must be at most max, which is ${shown.max}`);
    if (words.withPictures && !words.graphemes)
      say(['text', 'withPictures'], 'needs graphemes beside it, the limit without pictures');
    if (words.withPictures && shown.max === 0)
      say(['text', 'withPictures'], 'needs pictures.max above 0, or it says nothing');
    if (words.inlineLinks && rules.link !== 'field')
      say(['text', 'inlineLinks'], 'needs link: "field", because the address stands in the text');
    const proportions = shown.limits?.ratio;
    if (proportions && proportions.min > proportions.max)
      say(['pictures', 'limits', 'ratio', 'min'], `must be at most max, which is ${proportions.max}`);
  });
export type OwnRules = z.output<typeof ownRules>;
