import type { ContentPart } from '../../../content/schema';
import type { Place } from '../../../shared/place';
import { candidatesOf } from '../../engine/literals/candidates';
import { findingOf } from '../../engine/finding-of';
import type { Block, Hit, QuoteOf, RuleFacts, Subject, SubjectRule } from '../../engine/rule';
import type { Finding } from '../../schema';
import type { Measures, Memory } from '../finder/found';
import { selectedBlocks, treeOfMarkdown } from '../source/selected';
import { hitsIn } from './block-hits';
import type { BlockStretch } from './block-view';
import type { Check } from './prepared';
import { runCheck, sayingOf } from './run-check';

/** A rule about the whole text: an entry, or a copy made of it, is what a file is to Vale. */
export function subjectRule(facts: RuleFacts, check: Check): SubjectRule {
  const amongIn = amongOf(check);
  return {
    ...facts,
    kind: 'subject',
    find: (subject, quoteOf) => {
      const memory: Memory = { seen: new Set() };
      const reader = new SubjectReader(facts, check, subject, quoteOf);
      const found = [
        ...subject.blocks.flatMap((block) => reader.said(block, hitsIn(block, check, memory, amongIn))),
        ...(check.scope.has('summary') ? reader.inSummary(memory) : []),
        ...(check.scope.has('raw') ? reader.inSources(memory) : []),
        ...(check.scope.selectors.length > 0 ? reader.inSelected(memory) : []),
      ];
      return check.rule.limit > 0 ? found.slice(0, check.rule.limit) : found;
    },
  };
}

/** Which parts of a rule can match in a stretch; found out once for as long as the block stays as it is. */
function amongOf({ finder }: Check): (stretch: BlockStretch) => readonly number[] | null | undefined {
  const candidates = candidatesOf([finder.hints]);
  const known = new WeakMap<BlockStretch, ReadonlyMap<number, readonly number[] | null>>();
  return (stretch) => {
    const found = known.get(stretch) ?? candidates(stretch.text);
    known.set(stretch, found);
    return found.get(0);
  };
}

/** What reads as running text. */
const isProse = ({ kind, role }: Block): boolean =>
  kind === 'paragraph' || kind === 'list-item' || kind === 'quote' || (kind === 'plain' && role !== 'title');

const counted: Readonly<Record<string, string>> = { 'list-item': 'list', quote: 'blockquote', code: 'pre' };

type TextPart = Extract<ContentPart, { kind: 'text' }>;

class SubjectReader {
  constructor(
    private readonly facts: RuleFacts,
    private readonly check: Check,
    private readonly subject: Subject,
    private readonly quoteOf: QuoteOf,
  ) {}

  said(block: Block, hits: readonly Hit[]): Finding[] {
    const rule = { ...this.facts, kind: 'block' as const, find: () => [] };
    return hits.flatMap(
      (hit) => findingOf({ rule, hit }, block.piece, this.facts.severity, this.quoteOf) ?? [],
    );
  }

  /** All prose as one text, with empty lines between its blocks. */
  inSummary(memory: Memory): Finding[] {
    const blocks = this.subject.blocks.filter(isProse);
    const [first] = blocks;
    if (!first || !this.check.scope.matches('summary.md')) return [];
    const starts: number[] = [];
    let text = '';
    for (const block of blocks) {
      starts.push(text.length);
      text += `${block.text}\n\n`;
    }
    return runCheck(this.check, text, memory, this.measures(), null).flatMap((found) => {
      const { message, replacements } = sayingOf(this.check, found);
      const at = found.match === '' ? 0 : starts.findLastIndex((start) => start <= found.start);
      const block = blocks[at] ?? first;
      const begin = starts[at] ?? 0;
      const start = found.match === '' ? 0 : found.start - begin;
      const end = found.match === '' ? 0 : Math.min(found.end - begin, block.text.length);
      return this.said(block, [
        { start, end, message, ...(replacements.length > 0 ? { replacements } : {}) },
      ]);
    });
  }

  private measures(): Measures {
    const counts = new Map<string, number>();
    for (const { kind, level } of this.subject.blocks) {
      const name = kind === 'heading' ? `heading_h${level ?? 2}` : counted[kind];
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /** Texts as they are stored, with their marks. Blocks have none. */
  inSources(memory: Memory): Finding[] {
    if (!this.check.scope.matches('raw.md')) return [];
    return this.sources().flatMap(({ field, value }) =>
      runCheck(this.check, value, memory, null, null).map((found) => {
        const { message, replacements } = sayingOf(this.check, found);
        const place = { field, start: Math.max(0, found.start), end: Math.max(0, found.end) };
        return this.finding(place, message, replacements);
      }),
    );
  }

  /** Elements that the rule picks, in Markdown and the HTML within. */
  inSelected(memory: Memory): Finding[] {
    const { selectors } = this.check.scope;
    return this.sources()
      .filter(({ type }) => type === 'richtext')
      .flatMap(({ field, value }) =>
        selectedBlocks(() => treeOfMarkdown(value), selectors)
          .filter(({ scope }) => this.check.scope.matches(scope))
          .flatMap(({ text }) =>
            runCheck(this.check, text, memory, null, null).map((found) => {
              const from = Math.max(0, value.indexOf(text));
              const at = value.indexOf(found.match, from);
              const isFound = found.match !== '' && at >= 0;
              const place = isFound ? { field, start: at, end: at + found.match.length } : { field, start: from, end: Math.min(value.length, from + text.length) }; // prettier-ignore
              return this.finding(place, sayingOf(this.check, found).message, []);
            }),
          ),
      );
  }

  private sources(): readonly TextPart[] {
    return this.subject.content.parts.filter(
      (part): part is TextPart =>
        part.kind === 'text' && part.type !== 'email' && part.type !== 'enumeration',
    );
  }

  private finding(place: Place, message: string, replacements: readonly string[]): Finding {
    const { id, severity, link } = this.facts;
    const [replacement] = place.end > place.start ? replacements : [];
    return {
      rule: id,
      severity,
      message,
      place,
      quote: this.quoteOf(place),
      fix: replacement === undefined ? null : { label: replacement === '' ? 'Remove it' : `Replace with “${replacement}”`, replacement }, // prettier-ignore
      ...(link === undefined ? {} : { link }),
    };
  }
}
