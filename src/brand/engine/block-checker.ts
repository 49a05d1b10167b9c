import type { Severity } from '../schema';
import type { EntryContent } from '../../content/schema';
import { blocksOf, partOf, partsOfBlock, type BlockContext, type BlockParts } from './blocks';
import { findLiterals, literalsOf, type Literals } from './literals/literals';
import { trieOf, type Trie } from './literals/trie';
import { recentOf } from './recent';
import type { Block, BlockRule, Hit, LiteralRule, Rule } from './rule';
import { isForBlock, isForSubject } from './scope';
import { cut, longestBlock } from './text/cut';

/** What a rule said of a block. */
export interface Said {
  readonly rule: BlockRule | LiteralRule;
  readonly hit: Hit;
}

/** Runs a rule; one that throws is switched off, and `otherwise` is the answer. */
export type Guard = <T>(rule: Rule, work: () => T, otherwise: T) => T;

/** Units of text of which is kept what was made and said of them: some 150 entries of a usual length. */
const mostKept = 1_500_000;

interface Kept extends BlockParts {
  said?: readonly Said[];
}

/** What the rules say of single blocks. Kept by block: typing costs one block. */
export class BlockChecker {
  readonly #literals: Literals;
  readonly #rules: readonly BlockRule[];
  /** Rules by what they need to find. */
  readonly #needs: Trie<number>;
  readonly #kept = recentOf<Kept>(mostKept);
  readonly #contexts = new Map<string, Context>();

  constructor(
    rules: readonly Rule[],
    private readonly severityOf: (rule: Rule) => Severity,
    private readonly guard: Guard,
  ) {
    this.#literals = literalsOf(rules.filter((rule) => rule.kind === 'literal'));
    this.#rules = rules.filter((rule) => rule.kind === 'block');
    this.#needs = trieOf(
      this.#rules.flatMap(({ needs = [] }, index) => needs.map((need): [string, number] => [need, index])),
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
    const wanted = new Set<number>();
    this.#needs.each(part.text.toLowerCase(), (index) => wanted.add(index));
    const found: Said[] = [];
    for (const index of patterns) {
      const rule = this.#rules[index];
      if (!rule || (rule.needs && !wanted.has(index)) || !isForBlock(rule.scope, part)) continue;
      for (const hit of this.guard(rule, () => checked(rule.find(part), part.text.length), []))
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
      patterns: this.#rules.flatMap(({ scope }, index) => (isForSubject(scope, block) ? index : [])),
    };
    this.#contexts.set(key, made);
    return made;
  }
}

interface Context {
  readonly literals: readonly boolean[];
  readonly patterns: readonly number[];
}

function checked(hits: readonly Hit[], length: number): readonly Hit[] {
  for (const { start, end } of hits)
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length))
      throw new RangeError(`It found something from ${start} to ${end} in a text of ${length}.`);
  return hits;
}
