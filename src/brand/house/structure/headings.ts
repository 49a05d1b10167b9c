import type { Block, SubjectRule } from '../../engine/rule';
import type { BrandKit, Finding } from '../../schema';
import { findingIn } from '../finding';

/** Headings in order: no level is left out on the way down. The page's title is the first. */
export function headingRules({ headings }: BrandKit): readonly SubjectRule[] {
  if (!headings) return [];
  const { severity } = headings;
  const rule = 'headings.order';
  return [
    {
      kind: 'subject',
      id: rule,
      severity,
      explanation:
        'Headings go down one level at a time: people who cannot see the page find their way by them.',
      examples: { fail: ['## Bread\n\n#### Rye', '### Bread'], pass: ['## Bread\n\n### Rye\n\n## Cakes'] },
      find: ({ blocks }, quoteOf) => {
        const last = new Map<string, number>();
        return blocks.flatMap((block): readonly Finding[] => {
          if (block.kind !== 'heading' || block.level === null) return [];
          const text = textOf(block);
          const before = last.get(text) ?? 1;
          last.set(text, block.level);
          if (block.level <= before + 1) return [];
          const values = { level: block.level, wanted: before + 1 };
          return findingIn(block, { start: 0, end: block.text.length }, quoteOf, {
            rule,
            severity,
            message: `This is a heading of level ${values.level} where level ${values.wanted} comes next. Make it level ${values.wanted}.`,
            words: { key: 'headings.order', values },
          });
        });
      },
    },
  ];
}

/** The sections of a body are one text for its readers; other fields stand by themselves. */
const textOf = ({ role, piece }: Block): string => (role === 'body' ? '' : piece.field);
