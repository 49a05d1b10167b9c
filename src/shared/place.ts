/**
 * Where in an entry something stands. Offsets count UTF-16 code units, as JavaScript strings and the DOM do.
 *
 * - plain fields and Markdown: `field` and offsets into the field's stored string;
 * - Blocks: `field`, `block` (indexes from the root of the JSON to the text leaf: `[2, 0]`) and offsets into that leaf;
 * - pictures: `field` of the media and no offsets.
 */
export interface Place {
  /** Path of the field from the entry's root: `title`, `seo.description`, `sections[1].text`. */
  readonly field: string;
  readonly block?: readonly number[];
  /** First code unit, from 0. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
}
