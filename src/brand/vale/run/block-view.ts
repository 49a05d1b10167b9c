import { onceForBlock } from '../../engine/blocks';
import { recentOf } from '../../engine/recent';
import type { Block, Range } from '../../engine/rule';
import type { PieceMark } from '../../../content/schema';
import { sentenceRanges } from '../language/sentences';
import { selectedScope } from '../source/scope';

/** A stretch of a block that rules read, and where it begins in the block. */
export interface BlockStretch {
  readonly text: string;
  readonly start: number;
  readonly scope: string;
}

/** A block as the rules of packs see it; made once for all of them. */
export const viewOf = onceForBlock((block) => new BlockView(block));

/** What it is cut into is made when a rule first asks for it. */
class BlockView {
  /** The block as the only stretch. */
  readonly whole: readonly [BlockStretch];
  readonly #isProse: boolean;
  readonly #marks: readonly PieceMark[];
  readonly #unmasked: string;
  #sentences: readonly BlockStretch[] | null = null;
  #paragraphs: readonly BlockStretch[] | null = null;
  #marked: readonly BlockStretch[] | null = null;

  constructor(block: Block) {
    const scope = scopeOf(block);
    this.whole = [{ text: readText(block), start: 0, scope }];
    this.#isProse = block.kind !== 'heading' && block.kind !== 'table-cell' && block.kind !== 'alt';
    this.#marks = block.piece.marks ?? [];
    this.#unmasked = block.text;
  }

  get sentences(): readonly BlockStretch[] {
    return (this.#sentences ??= this.#cut('sentence', sentenceRanges));
  }

  get paragraphs(): readonly BlockStretch[] {
    return (this.#paragraphs ??= this.#cut('paragraph', paragraphRanges));
  }

  get marked(): readonly BlockStretch[] {
    return (this.#marked ??= this.#marks.map(({ kind, start, end }) => {
      const scope = selectedScope(selectors[kind]);
      return { text: this.#unmasked.slice(start, end), start, scope };
    }));
  }

  #cut(name: string, rangesOf: (text: string) => readonly Range[]): readonly BlockStretch[] {
    if (!this.#isProse) return [];
    const [{ text, scope }] = this.whole;
    const own = `${name}.${scope}`;
    return rangesOf(text).map(({ start, end }) => ({
      text: text.slice(start, end),
      start,
      scope: own,
    }));
  }
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

/** Blocks stand in few different places. */
const scopes = recentOf<string>(50_000);

/** Where a block stands, in Vale's words; its field, role and channel are further scopes of ours. */
function scopeOf({ kind, level, role, field, fieldType, channel, piece }: Block): string {
  const key = `${kind}|${level}|${role}|${field}|${fieldType}|${channel}|${piece.header}`;
  const known = scopes.get(key);
  if (known !== undefined) return known;
  const isTitle = kind === 'plain' && role === 'title';
  const base =
    kind === 'heading'
      ? `text.heading.h${level ?? 2}`
      : isTitle
        ? 'text.heading.h1'
        : piece.header
          ? 'text.table.header'
          : kinds[kind];
  const format = fieldType === 'richtext' ? 'md' : fieldType === 'blocks' ? 'html' : 'txt';
  const own = [`field:${field}`, ...(role ? [`role:${role}`] : []), `channel:${channel ?? 'entry'}`];
  const scope = [base, format, ...own.map((name) => name.replaceAll('.', '\u2024'))].join('.');
  scopes.set(key, scope);
  return scope;
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

function paragraphRanges(text: string): readonly Range[] {
  let end = 0;
  return text.split(/(?<=\n\n)/).map((paragraph) => {
    const start = end;
    end += paragraph.length;
    return { start, end };
  });
}
