import { z } from 'zod';
import { phrase, severity, uids } from './parts';

/** What entries of a type must have. */
export const requiredElements = z.object({
  uids,
  severity: severity.default('error'),
  title: z.boolean().default(false),
  summary: z.boolean().default(false),
  cover: z.boolean().default(false),
  /** At least one link whose text is one of these, or any link where the list is empty. Null: none needed. */
  callToAction: z.array(phrase).max(50).nullable().default(null),
  /** Headings in the body, each once, in this order. */
  sections: z.array(phrase).max(20).default([]),
});
export type RequiredElements = Readonly<z.infer<typeof requiredElements>>;

/** `#1a2b3c`. */
const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Must be a colour such as #c8553d.');

export const paletteColour = z.object({
  name: z.string().trim().min(1).max(60),
  hex: colour,
});

/** Fonts and colours that rich text and HTML may set by themselves; null: anything. */
export const richTextLook = z.object({
  severity: severity.default('warning'),
  fonts: z.array(phrase).max(30).nullable().default(null),
  /** Colours beside those of the palette. */
  colours: z.array(colour).max(50).nullable().default(null),
});

/** A logo as a file of the media library. */
export const logo = z.object({
  /** Stable; part of what a finding says. */
  key: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  /** `hash` and `url` of the file in the media library. */
  hash: z.string().min(1).max(300),
  url: z.string().min(1).max(2_000),
  /** A retired logo is a finding wherever it is seen. */
  retired: z.boolean().default(false),
  /** Smallest width in pixels of the picture as it is stored. */
  minWidth: z.number().int().min(0).max(4_000).default(0),
  /** Free space around it, as a part of its width. */
  clearSpace: z.number().min(0).max(2).default(0),
});
export type Logo = Readonly<z.infer<typeof logo>>;

/** What pictures must be like. Null parts are not looked at. */
export const picturePolicy = z.object({
  /** Largest colour difference (ΔE2000) to the palette that still conforms, and the share of the picture that must. */
  palette: z
    .object({
      tolerance: z.number().min(0).max(100).default(12),
      minShare: z.number().min(0).max(1).default(0.5),
      severity: severity.default('suggestion'),
    })
    .nullable()
    .default(null),
  /** Report retired logos, logos too small and crowded ones; `required`: report pictures without any. */
  logo: z
    .object({ required: z.boolean().default(false), severity: severity.default('warning') })
    .nullable()
    .default(null),
  /** Contrast of text in the picture as WCAG counts it. */
  contrast: z
    .object({ min: z.number().min(1).max(21).default(4.5), severity: severity.default('warning') })
    .nullable()
    .default(null),
  /** Read the text in pictures (OCR), so that facts, terms and claims in it are checked too. Needs `ocr` in the plugin's config. */
  text: z
    .object({ severity: severity.default('warning') })
    .nullable()
    .default(null),
  /** Width, height, format and weight for the channels that are chosen. */
  fit: z
    .object({ severity: severity.default('warning') })
    .nullable()
    .default(null),
  blur: z
    .object({ severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** The same picture, or nearly, as in an earlier post on the same channel. */
  duplicate: z
    .object({ severity: severity.default('suggestion') })
    .nullable()
    .default(null),
  /** QR codes whose target breaks the link policy. */
  qr: z
    .object({ severity: severity.default('error') })
    .nullable()
    .default(null),
  /** Where a picture was taken, and with what. */
  privacy: z
    .object({ severity: severity.default('warning') })
    .nullable()
    .default(null),
});
export type PicturePolicy = Readonly<z.infer<typeof picturePolicy>>;
