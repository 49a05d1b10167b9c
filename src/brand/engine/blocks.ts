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

/** What is made of a block's text when a rule first asks for it: the same for all blocks with one key. */
export interface BlockParts {
  masks?: Block['masks'];
  folded?: Folded;
  sentences?: readonly Range[];
  /** What others make of a block, by `onceForBlock`. */
  [slot: symbol]: unknown;
}

/** The pieces of a content as the rules read them, in reading order. `partsOf` remembers what was made of a block's text. */
export const blocksOf = (
  content: EntryContent,
  context: BlockContext,
  partsOf: (key: string) => BlockParts = () => ({}),
): readonly Block[] =>
  content.texts.map((piece) => new PieceBlock(piece, context, partsOf(blockKey(piece, context))));

/** A piece as a block. */
export const blockOf = (piece: TextPiece, context: BlockContext): Block => new PieceBlock(piece, context, {});

/** What was handed in for a block that `blocksOf` made. */
export const partsOfBlock = (block: Block): BlockParts => (block instanceof PieceBlock ? block.parts : {});

/** What is made of a block, made once for all blocks with one key. */
export function onceForBlock<T extends object>(make: (block: Block) => T): (block: Block) => T {
  const slot = Symbol();
  return (block) => {
    const parts = partsOfBlock(block);
    return (parts[slot] ??= make(block)) as T;
  };
}

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

  constructor(
    readonly piece: TextPiece,
    { uid, locale, channel }: BlockContext,
    readonly parts: BlockParts,
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
    return (this.parts.masks ??= masksOf(this.piece));
  }

  get folded(): Folded {
    return (this.parts.folded ??= fold(this.text, this.masks));
  }

  get sentences(): readonly Range[] {
    return (this.parts.sentences ??= sentencesOf(this.text, this.locale, this.fieldType === 'richtext'));
  }
}

/** A field path without indexes: `sections[1].text` is `sections.text`. */
const bareField = (field: string): string => (field.includes('[') ? field.replace(/\[\d+\]/g, '') : field);

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
function blockKey(piece: TextPiece, { uid, locale, channel }: BlockContext): string {
  const { segments, field, text, kind, role, type, editable: _editable, ...rest } = piece;
  const only = segments.length === 1 ? segments[0] : undefined;
  const isWhole =
    only !== undefined && only.exact && !only.code && only.start === 0 && only.end === text.length;
  const runs = isWhole
    ? ''
    : segments.map((one) => `${one.start}-${one.end}${one.exact ? 'e' : ''}${one.code ? 'c' : ''}`).join();
  const further = Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
  return `${kind}|${role}|${type}|${bareField(field)}|${uid}|${locale}|${channel}|${runs}|${further}|${text}`;
}
