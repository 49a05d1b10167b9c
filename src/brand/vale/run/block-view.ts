import { partsOfBlock, type BlockParts } from '../../engine/blocks';
import type { Block } from '../../engine/rule';
import type { PieceMark } from '../../../content/schema';
import { sentenceRanges } from '../language/sentences';
import { selectedScope, type Scoped } from '../source/scope';

/** A stretch of a block that rules read, and where it begins in the block. */
export interface BlockStretch extends Scoped {
  readonly text: string;
  readonly start: number;
}

/** A block as the rules of packs see it; made once for all of them. */
export interface BlockView {
  readonly whole: BlockStretch;
  readonly sentences: readonly BlockStretch[];
  readonly paragraphs: readonly BlockStretch[];
  readonly marked: readonly BlockStretch[];
}

const views = new WeakMap<BlockParts, BlockView>();

export function viewOf(block: Block): BlockView {
  const parts = partsOfBlock(block);
  const known = views.get(parts);
  if (known) return known;
  const made = makeView(block);
  views.set(parts, made);
  return made;
}

function makeView(block: Block): BlockView {
  const text = readText(block);
  const scope = scopeOf(block);
  const stretch = (piece: string, start: number, name: string): BlockStretch => ({
    text: piece,
    start,
    scope: name,
    parent: name,
  });
  const isProse = block.kind !== 'heading' && block.kind !== 'table-cell' && block.kind !== 'alt';
  const lazily = <T>(make: () => T): (() => T) => {
    let value: T | null = null;
    return () => (value ??= make());
  };
  const sentences = lazily(() =>
    isProse
      ? sentenceRanges(text).map(({ start, end }) =>
          stretch(text.slice(start, end), start, `sentence.${scope}`),
        )
      : [],
  );
  const paragraphs = lazily(() =>
    isProse ? paragraphsOf(text).map(([piece, start]) => stretch(piece, start, `paragraph.${scope}`)) : [],
  );
  const marked = lazily(() => (block.piece.marks ?? []).map(({ kind, start, end }) => stretch(block.text.slice(start, end), start, selectedScope(selectors[kind])))); // prettier-ignore
  return {
    whole: stretch(text, 0, scope),
    get sentences() {
      return sentences();
    },
    get paragraphs() {
      return paragraphs();
    },
    get marked() {
      return marked();
    },
  };
}

/** The selectors that stand for the scopes inside a line. */
const selectors: Readonly<Record<PieceMark['kind'], string>> = {
  link: 'a',
  code: 'code:not(pre > code), tt, kbd',
  strong: 'strong, b',
  emphasis: 'em, i',
};

const kinds: Readonly<Record<Block['kind'], string>> = {
  plain: 'text',
  paragraph: 'text',
  heading: 'text.heading',
  'list-item': 'text.list',
  quote: 'text.blockquote',
  code: 'text.code',
  'table-cell': 'text.table.cell',
  alt: 'text.attr.alt',
};

/** Where a block stands, in Vale's words; its field, role and channel are further scopes of ours. */
function scopeOf(block: Block): string {
  const isTitle = block.kind === 'plain' && block.role === 'title';
  const base =
    block.kind === 'heading'
      ? `text.heading.h${block.level ?? 2}`
      : isTitle
        ? 'text.heading.h1'
        : block.piece.header
          ? 'text.table.header'
          : kinds[block.kind];
  const format = block.fieldType === 'richtext' ? 'md' : block.fieldType === 'blocks' ? 'html' : 'txt';
  const own = [
    `field:${block.field}`,
    ...(block.role ? [`role:${block.role}`] : []),
    `channel:${block.channel ?? 'entry'}`,
  ];
  return [base, format, ...own.map((name) => name.replaceAll('.', '\u2024'))].join('.');
}

/** Code and bare addresses are stars, as in Vale: nothing that is said in words. */
function readText({ text, piece, masks }: Block): string {
  let made = '';
  let at = 0;
  const isCode = (start: number, end: number) =>
    piece.segments.some((segment) => segment.code && segment.start < end && segment.end > start);
  for (const [start, end] of masks) {
    const said = text.slice(start, end);
    if (!isCode(start, end) && !/^[a-z][a-z\d+.-]*:\/\//i.test(said)) continue;
    made += text.slice(at, start) + said.replace(/[^\n]/g, '*');
    at = end;
  }
  return at === 0 ? text : made + text.slice(at);
}

function paragraphsOf(text: string): readonly (readonly [string, number])[] {
  let start = 0;
  return text.split(/(?<=\n\n)/).map((piece) => {
    const from = start;
    start += piece.length;
    return [piece, from] as const;
  });
}
