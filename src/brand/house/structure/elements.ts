import type { Role } from '../../../content/schema';
import type { QuoteOf, RuleScope, Subject, SubjectRule } from '../../engine/rule';
import { foldPhrase } from '../../fold';
import type { BrandKit, Finding, RequiredElements, Words } from '../../schema';
import { findingAt, findingIn } from '../finding';
import { linksOf } from '../links/found-links';

/** What entries of a type must have. */
export const elementRules = ({ elements }: BrandKit): readonly SubjectRule[] =>
  elements.flatMap((required) => [
    ...(['title', 'summary', 'cover'] as const)
      .filter((role) => required[role])
      .map((role) => roleRule(role, required)),
    ...(required.callToAction ? [callToActionRule(required.callToAction, required)] : []),
    ...(required.sections.length > 0 ? [sectionsRule(required)] : []),
  ]);

/** Copies have channel rules of their own. */
const scopeOf = ({ uids }: RequiredElements): RuleScope => ({ uids, channels: ['entry'] });

/** Where something is missing: the field that would hold it. */
const nowhere = (field: string) => ({ field, start: 0, end: 0 });

function fieldOf({ content, blocks }: Subject, role: Role): string {
  const part =
    content.parts.find((one) => one.role === role) ?? blocks.find((one) => one.role === role)?.piece;
  return part?.field ?? role;
}

const sayings = {
  title: 'This entry has no title. Write one.',
  summary: 'This entry has no summary. Say in one or two sentences what it is about.',
  cover: 'This entry has no cover picture. Choose one.',
} as const;

function roleRule(role: 'title' | 'summary' | 'cover', required: RequiredElements): SubjectRule {
  const rule = `element.${role}`;
  const { severity } = required;
  return {
    kind: 'subject',
    id: rule,
    severity,
    scope: scopeOf(required),
    explanation: `Entries of this type have a ${role === 'cover' ? 'cover picture' : role}.`,
    examples: {
      fail: ['Rye is back.'],
      pass: ['---\ntitle: Rye is back\nsummary: From Monday on.\ncover: rye.jpg\n---\nRye is back.'],
    },
    find: (subject, quoteOf) =>
      subject.content.roles[role] === null
        ? [
            findingAt(nowhere(fieldOf(subject, role)), quoteOf, {
              rule,
              severity,
              message: sayings[role],
              words: { key: rule },
            }),
          ]
        : [],
  };
}

function callToActionRule(texts: readonly string[], required: RequiredElements): SubjectRule {
  const rule = 'element.call-to-action';
  const { severity } = required;
  const wanted = texts.map((text) => foldPhrase(text).lower);
  const words: Words =
    texts.length === 0
      ? { key: 'element.call-to-action' }
      : { key: 'element.call-to-action-texts', values: { texts: texts.join(', ') } };
  const message =
    texts.length === 0
      ? 'This entry asks nobody to do anything. Add a link to what comes next.'
      : `This entry asks nobody to do anything. Add a link with one of these texts: ${texts.join(', ')}.`;
  return {
    kind: 'subject',
    id: rule,
    severity,
    scope: scopeOf(required),
    explanation: 'Entries of this type lead on: to an order, a visit, a sign-up.',
    examples: {
      fail: ['We bake rye.'],
      pass: [`We bake rye. [${texts[0] ?? 'Order rye'}](https://bakery.example/order)`],
    },
    find: (subject, quoteOf) => {
      const links = linksOf(subject);
      const has =
        wanted.length === 0
          ? links.length > 0
          : links.some(({ text }) => wanted.some((one) => foldPhrase(text).lower.includes(one)));
      return has
        ? []
        : [findingAt(nowhere(fieldOf(subject, 'body')), quoteOf, { rule, severity, message, words })];
    },
  };
}

function sectionsRule(required: RequiredElements): SubjectRule {
  const rule = 'element.sections';
  const { severity, sections } = required;
  const wanted = sections.map((title) => ({ title, lower: foldPhrase(title).lower }));
  const markdown = (titles: readonly string[]) => titles.map((title) => `## ${title}`).join('\n\n');
  return {
    kind: 'subject',
    id: rule,
    severity,
    scope: scopeOf(required),
    explanation: 'Entries of this type have their sections, each once, in their order.',
    examples: { fail: [markdown(sections.slice(1)) || 'Rye.'], pass: [markdown(sections)] },
    find: (subject, quoteOf) => found(subject, quoteOf),
  };

  function found(subject: Subject, quoteOf: QuoteOf): readonly Finding[] {
    const headings = subject.blocks
      .filter(({ kind, role }) => kind === 'heading' && role === 'body')
      .map((block) => ({
        block,
        index: wanted.findIndex(({ lower }) => lower === block.folded.lower.trim()),
      }))
      .filter(({ index }) => index >= 0);
    const missing = wanted.filter((_, index) => !headings.some((one) => one.index === index));
    const names = missing.map(({ title }) => title).join(', ');
    let highest = -1;
    const misplaced = headings.flatMap(({ block, index }): readonly Finding[] => {
      const isRight = index > highest;
      highest = Math.max(highest, index);
      if (isRight) return [];
      const title = wanted[index]?.title ?? '';
      return findingIn(block, { start: 0, end: block.text.length }, quoteOf, {
        rule,
        severity,
        message: `The section “${title}” is there twice, or behind one that follows it. The order is: ${sections.join(', ')}.`,
        words: { key: 'element.sections-order', values: { title, order: sections.join(', ') } },
      });
    });
    if (missing.length === 0) return misplaced;
    const lacking = findingAt(nowhere(fieldOf(subject, 'body')), quoteOf, {
      rule,
      severity,
      message: `These sections are missing: ${names}. Add them as headings.`,
      words: { key: 'element.sections', values: { names } },
    });
    return [lacking, ...misplaced];
  }
}
