import type { FindingMark, StandingFinding, Waiver } from '../../../../src/brand/findings/schema';
import type { Finding, Severity } from '../../../../src/brand/schema';
import type { EntryContent } from '../../../../src/content/schema';
import { readContent } from '../../../../src/content/read';
import { article, parts } from '../../content/builders';

/** What a Markdown body says. */
export const bodyOf = (body: string): EntryContent => readContent(article, parts, { body });

/** The nth time that a word stands in a body, as a finding. */
export function findingOf(body: string, quote: string, facts: Partial<Finding> = {}, nth = 0): Finding {
  let start = -1;
  for (let turn = 0; turn <= nth; turn += 1) start = body.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`“${quote}” does not stand in the body ${nth + 1} times`);
  return {
    rule: 'brand.term/cheap',
    severity: 'error',
    message: `“${quote}” is not how we speak.`,
    place: { field: 'body', start, end: start + quote.length },
    quote,
    fix: null,
    ...facts,
  };
}

/** Every time that a word stands in a body. */
export function allOf(body: string, quote: string, severity: Severity = 'error'): Finding[] {
  const first = body.includes(quote) ? findingOf(body, quote, { severity }) : null;
  return [...body.matchAll(new RegExp(quote, 'g'))].flatMap(({ index }) =>
    first ? [{ ...first, place: { field: 'body', start: index, end: index + quote.length } }] : [],
  );
}

export const waiverFor = (mark: FindingMark, facts: Partial<Waiver> = {}): Waiver => ({
  id: 'w1',
  uid: 'api::article.article',
  documentId: 'abc',
  locale: 'en',
  channel: null,
  mark,
  severity: 'error',
  message: 'Not how we speak.',
  reason: 'It is the title of a book.',
  by: { id: '1', name: 'Emil Test' },
  at: 0,
  until: null,
  approvedBy: { id: '2', name: 'Rosa Test' },
  state: 'holds',
  ...facts,
});

/** What stands against each finding, in words. */
export const standings = (list: readonly StandingFinding[]): string[] =>
  list.map(({ standing }) => standing?.kind ?? 'open');
