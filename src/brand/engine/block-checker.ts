import type { Finding, Severity } from '../schema';
import type { EntryContent, TextPiece } from '../../content/schema';
import { blocksOf, partOf, partsOfBlock, type BlockContext, type BlockParts } from './blocks';
import { findingOf, type Said } from './finding-of';
import { findLiterals, literalsOf, type Literals } from './literals/literals';
import { candidatesOf, type Candidates } from './literals/candidates';
import { anywhere } from './literals/hint';
import { recentOf } from './recent';
import type { Block, BlockRule, Hit, QuoteOf, Rule } from './rule';
import { isForBlock, isForSubject } from './scope';
import { cut, longestBlock } from './text/cut';

/** Runs a rule; one that throws is switched off, and `otherwise` is the answer. */
export type Guard = <T>(rule: Rule, work: () => T, otherwise: T) => T;

/** Units of text of which is kept what was made and said of them: some 150 entries of a usual length. */
const mostKept = 1_500_000;

interface Kept extends BlockParts {
  said?: readonly Said[];
  told?: { readonly piece: TextPiece; readonly list: readonly Told[] };
}

/** What was said, as a finding at its place. */
interface Told {
  readonly rule: Said['rule'];
  readonly finding: Finding;
}

/** What the rules say of single blocks. Kept by block: typing costs one block. */
export class BlockChecker {
  readonly #literals: Literals;
  readonly #rules: readonly BlockRule[];
  readonly #candidates: Candidates;
  readonly #kept = recentOf<Kept>(mostKept);
  readonly #contexts = new Map<string, Context>();

  constructor(
    rules: readonly Rule[],
    private readonly severityOf: (rule: Rule) => Severity,
    private readonly guard: Guard,
  ) {
    this.#literals = literalsOf(rules.filter((rule) => rule.kind === 'literal'));
    this.#rules = rules.filter((rule) => rule.kind === 'block');
    this.#candidates = candidatesOf(
      this.#rules.map(({ needs, parts }) => parts ?? (needs ? [anywhere(needs)] : null)),
    );
  }

  /** The blocks of a content; what was made of the same text before is used again. */
  readonly blocks = (content: EntryContent, context: BlockContext): readonly Block[] =>
    blocksOf(content, context, (key) => {
      const known = this.#kept.get(key);
      if (known) return known;
      const made: Kept = {};
      this.#kept.set(key, made);
      return made;
    });

  /** What is said of a block; the same list as long as the block does not change. */
  said(block: Block): readonly Said[] {
    if (block.fieldType === 'email' || block.fieldType === 'enumeration') return [];
    const kept: Kept = partsOfBlock(block);
    if (kept.said) return kept.said;
    const context = this.#contextOf(block);
    const found = [...this.#literally(block, context), ...this.#byPattern(block, context)];
    kept.said = found;
    return found;
  }

  /** The same as findings in the stored value; made anew where the block has moved in it. */
  told(block: Block, quoteOf: QuoteOf): readonly Told[] {
    const kept: Kept = partsOfBlock(block);
    const { piece } = block;
    // The characters between two runs of text are no part of the text, and may be others now.
    const list =
      kept.told && standsAlike(kept.told.piece, piece)
        ? kept.told.list.map((told) => withQuote(told, quoteOf))
        : this.said(block).flatMap((one): Told[] => {
            const finding = findingOf(one, piece, this.severityOf(one.rule), quoteOf);
            return finding ? [{ rule: one.rule, finding }] : [];
          });
    kept.told = { piece, list };
    return list;
  }

  #literally(block: Block, { literals }: Context): readonly Said[] {
    if (block.kind === 'code') return [];
    return findLiterals(block, this.#literals, {
      isOn: (index) => literals[index] === true && isForBlock(this.#literals.rules[index]?.scope, block),
      severityOf: this.severityOf,
      guard: this.guard,
    });
  }

  #byPattern(block: Block, context: Context): readonly Said[] {
    if (block.text.length <= longestBlock) return this.#inPart(block, context, 0);
    return cut(block.text).flatMap((range) => this.#inPart(partOf(block, range), context, range.start));
  }

  #inPart(part: Block, { patterns }: Context, offset: number): readonly Said[] {
    const found: Said[] = [];
    for (const [index, among] of this.#candidates(part.text)) {
      const rule = this.#rules[index];
      if (!rule || patterns[index] !== true || !isForBlock(rule.scope, part)) continue;
      const find = () => checked(among && rule.parts ? rule.find(part, among) : rule.find(part), part.text);
      for (const hit of this.guard(rule, find, []))
        found.push({
          rule,
          hit: offset === 0 ? hit : { ...hit, start: hit.start + offset, end: hit.end + offset },
        });
    }
    return found;
  }

  /** Which rules are for blocks of this type, language and channel. There are few of these together. */
  #contextOf(block: Block): Context {
    const key = `${block.uid}|${block.locale}|${block.channel}`;
    const known = this.#contexts.get(key);
    if (known) return known;
    if (this.#contexts.size > 200) this.#contexts.clear();
    const made = {
      literals: this.#literals.rules.map(({ scope }) => isForSubject(scope, block)),
      patterns: this.#rules.map(({ scope }) => isForSubject(scope, block)),
    };
    this.#contexts.set(key, made);
    return made;
  }
}

interface Context {
  readonly literals: readonly boolean[];
  readonly patterns: readonly boolean[];
}

function withQuote(told: Told, quoteOf: QuoteOf): Told {
  const quote = quoteOf(told.finding.place);
  return quote === told.finding.quote ? told : { ...told, finding: { ...told.finding, quote } };
}

/** Whether the runs of a text stand at the same places as before. */
const standsAlike = (before: TextPiece, { segments, editable }: TextPiece): boolean =>
  before.editable === editable &&
  before.segments.length === segments.length &&
  segments.every(({ place, start, end }, index) => {
    const other = before.segments[index];
    return (
      other !== undefined &&
      other.start === start &&
      other.end === end &&
      other.place.field === place.field &&
      other.place.start === place.start &&
      other.place.end === place.end &&
      (other.place.block ?? []).join() === (place.block ?? []).join()
    );
  });

function checked(hits: readonly Hit[], { length }: string): readonly Hit[] {
  for (const { start, end } of hits)
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length))
      throw new RangeError(`It found something from ${start} to ${end} in a text of ${length}.`);
  return hits;
}
