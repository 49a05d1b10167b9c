import type { ChannelKind } from '../../channels/schema';
import type { EntryContent, TextPiece } from '../../content/schema';
import { fold, type Folded } from '../fold';
import { masksOf } from '../mask';
import type { Block, Range } from './rule';
import { sentencesOf } from './text/sentences';

/** Where the pieces of a subject stand: the same for all of them. */
export interface BlockContext {
  readonly uid: string | null;
  readonly locale: string | null;
  readonly channel: ChannelKind | null;
}

/** The pieces of a content as the rules read them, in reading order. */
export const blocksOf = (content: EntryContent, context: BlockContext): readonly Block[] =>
  content.texts.map((piece) => blockOf(piece, context));

/** A piece as a block; what costs time is made when a rule first asks for it. */
export const blockOf = (piece: TextPiece, context: BlockContext): Block => new PieceBlock(piece, context);

class PieceBlock implements Block {
  readonly text: string;
  readonly kind: Block['kind'];
  readonly level: number | null;
  readonly role: Block['role'];
  readonly fieldType: string;
  readonly field: string;
  readonly uid: string | null;
  readonly locale: string | null;
  readonly channel: ChannelKind | null;
  #masks: Block['masks'] | null = null;
  #folded: Folded | null = null;
  #sentences: readonly Range[] | null = null;

  constructor(
    readonly piece: TextPiece,
    { uid, locale, channel }: BlockContext,
  ) {
    this.text = piece.text;
    this.kind = piece.kind;
    this.level = piece.level ?? null;
    this.role = piece.role;
    this.fieldType = piece.type;
    this.field = bareField(piece.field);
    this.uid = uid;
    this.locale = locale;
    this.channel = channel;
  }

  get masks(): Block['masks'] {
    return (this.#masks ??= masksOf(this.piece));
  }

  get folded(): Folded {
    return (this.#folded ??= fold(this.text, this.masks));
  }

  get sentences(): readonly Range[] {
    return (this.#sentences ??= sentencesOf(this.text, this.locale, this.fieldType === 'richtext'));
  }
}

/** A field path without indexes: `sections[1].text` is `sections.text`. */
export const bareField = (field: string): string =>
  field.includes('[') ? field.replace(/\[\d+\]/g, '') : field;

/** A part of a block that is too long to be read by patterns at once. */
export function partOf(block: Block, range: Range): Block {
  const { segments, marks, ...piece } = block.piece;
  const part = {
    ...piece,
    text: block.text.slice(range.start, range.end),
    segments: within(segments, range),
    ...(marks ? { marks: within(marks, range) } : {}),
  };
  return blockOf(part, { uid: block.uid, locale: block.locale, channel: block.channel });
}

const within = <T extends Range>(list: readonly T[], { start, end }: Range): readonly T[] =>
  list
    .filter((one) => one.end > start && one.start < end)
    .map((one) => ({
      ...one,
      start: Math.max(start, one.start) - start,
      end: Math.min(end, one.end) - start,
    }));

/** Everything that a block rule may look at, as text: blocks with the same key have the same hits. */
export function blockKey({
  piece,
  text,
  kind,
  level,
  role,
  fieldType,
  field,
  uid,
  locale,
  channel,
}: Block): string {
  const {
    segments,
    field: _field,
    text: _text,
    kind: _kind,
    role: _role,
    type: _type,
    editable: _editable,
    ...rest
  } = piece;
  const only = segments.length === 1 ? segments[0] : undefined;
  const isWhole =
    only !== undefined && only.exact && !only.code && only.start === 0 && only.end === text.length;
  const runs = isWhole
    ? ''
    : segments.map((one) => `${one.start}-${one.end}${one.exact ? 'e' : ''}${one.code ? 'c' : ''}`).join();
  const further = Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
  return `${kind}|${level}|${role}|${fieldType}|${field}|${uid}|${locale}|${channel}|${runs}|${further}|${text}`;
}
