import { z } from 'zod';
import type { Place } from '../shared/place';

/** One field of a content type or component: the part of a Strapi attribute that says what the field means. */
export const attribute = z.object({
  /** Strapi's name of the type; types that we do not know are left alone. */
  type: z.string(),
  /** Media: several files. */
  multiple: z.boolean().optional(),
  allowedTypes: z.array(z.string()).nullish(),
  /** Component: its uid, and whether there is a list of it. */
  component: z.string().optional(),
  repeatable: z.boolean().optional(),
  /** Dynamic zone: uids of what may stand in it. */
  components: z.array(z.string()).optional(),
  /** Relation: the type on the other side, and who owns it (`mappedBy` is set where the other side does). */
  relation: z.string().optional(),
  target: z.string().optional(),
  mappedBy: z.string().nullish(),
  enum: z.array(z.string()).optional(),
  required: z.boolean().optional(),
  private: z.boolean().optional(),
  pluginOptions: z.object({ i18n: z.object({ localized: z.boolean().optional() }).optional() }).optional(),
});
export type Attribute = Readonly<z.infer<typeof attribute>>;
export type Attributes = Readonly<Record<string, Attribute>>;

/** A content type of the app, in the few words that we need. `contentModelOf` makes one of a Strapi schema. */
export const contentModel = z.object({
  uid: z.string(),
  kind: z.enum(['collectionType', 'singleType']),
  displayName: z.string(),
  draftAndPublish: z.boolean(),
  localized: z.boolean(),
  attributes: z.record(z.string(), attribute),
});
export type ContentModel = Readonly<z.infer<typeof contentModel>>;

/** Every component of the app by its uid. */
export const components = z.record(z.string(), z.object({ attributes: z.record(z.string(), attribute) }));
export type Components = Readonly<z.infer<typeof components>>;

const path = z.string().min(1).max(200).nullable();

/** Which field plays which part: paths from the entry's root (`title`, `seo.metaDescription`), null where none does. */
export const fieldRoles = z.object({
  title: path,
  summary: path,
  body: path,
  cover: path,
  slug: path,
  canonicalUrl: path,
});
export type FieldRoles = Readonly<z.infer<typeof fieldRoles>>;
export type Role = keyof FieldRoles;

/** A document as Strapi gives it: nothing in it is trusted. */
export type EntryDocument = Readonly<Record<string, unknown>>;

export type PieceKind =
  'plain' | 'paragraph' | 'heading' | 'list-item' | 'quote' | 'code' | 'table-cell' | 'alt';

/** A run of `text` (`start` to `end`) and the place in the stored value that it comes from. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  /** The stored value holds the very same characters; false for `&amp;` and the like. */
  readonly exact: boolean;
  /** Inline code: never read as language. */
  readonly code: boolean;
}

/** A run of a piece's text that is set apart inside its line. */
export interface PieceMark {
  readonly kind: 'link' | 'strong' | 'emphasis' | 'code';
  readonly start: number;
  readonly end: number;
  /** Links: the address. */
  readonly href?: string;
}

/** A stretch of text that is read as one: a title, a paragraph, a table cell. Bold and links do not break it. */
export interface TextPiece {
  /** Path of the field: `title`, `sections[1].text`, `cover.alternativeText`. */
  readonly field: string;
  /** Strapi type of the field: string, text, richtext, blocks, email, enumeration, media. */
  readonly type: string;
  readonly role: Role | null;
  readonly kind: PieceKind;
  /** As a reader sees it, without markup. Offsets in UTF-16 code units. */
  readonly text: string;
  /** In order and without overlap; they need not cover `text` (a line break may come from markup). */
  readonly segments: readonly Segment[];
  /** The value is part of the entry and a person can change it there; false for alt texts in the media library. */
  readonly editable: boolean;
  /** Headings: 1 to 6. */
  readonly level?: number;
  /** Table cells that name their column or row. */
  readonly header?: true;
  /** Links, bold, italics and inline code, where there are any. They may nest. */
  readonly marks?: readonly PieceMark[];
}

export interface ContentPicture {
  /** Path of the media field (`cover`, `gallery[1]`), or of the text that shows the picture. */
  readonly field: string;
  readonly role: Role | null;
  readonly place: Place;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly url: string;
  readonly name: string | null;
  readonly mime: string | null;
  readonly ext: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Kilobytes, as Strapi counts. */
  readonly size: number | null;
  readonly hash: string | null;
  /** Of the file in the media library; null for pictures that Markdown points to. */
  readonly id: number | null;
  readonly documentId: string | null;
  /** Width to height in which it is shown, where that was chosen. */
  readonly ratio?: number;
}

export interface ContentLink {
  readonly href: string;
  readonly text: string;
  readonly place: Place;
}

export interface ContentRelation {
  readonly field: string;
  readonly target: string | null;
  readonly documentIds: readonly string[];
}

/** A field's value in reading order: what the renderings are made of. */
export type ContentPart =
  | {
      readonly kind: 'text';
      readonly field: string;
      readonly type: string;
      readonly role: Role | null;
      readonly value: string;
    }
  | {
      readonly kind: 'blocks';
      readonly field: string;
      readonly role: Role | null;
      readonly value: readonly unknown[];
    }
  | {
      readonly kind: 'picture';
      readonly field: string;
      readonly role: Role | null;
      readonly picture: ContentPicture;
    };

/** The values of the fields that play a part; null where the field is missing or empty. */
export interface RoleValues {
  readonly title: string | null;
  readonly summary: string | null;
  readonly slug: string | null;
  readonly canonicalUrl: string | null;
  readonly cover: ContentPicture | null;
}

/** What an entry says, in one locale. */
export interface EntryContent {
  readonly texts: readonly TextPiece[];
  readonly pictures: readonly ContentPicture[];
  readonly links: readonly ContentLink[];
  readonly relations: readonly ContentRelation[];
  readonly parts: readonly ContentPart[];
  readonly roles: RoleValues;
  /** Short values at the root (string, uid, enumeration, numbers, dates) by name: what an address pattern may use. */
  readonly fields: Readonly<Record<string, string>>;
  readonly locale: string | null;
}
