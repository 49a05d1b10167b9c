import { z } from 'zod';
import { checkerOf } from '../engine/checker';
import type { BlockRule, Rule, SubjectRule, TogetherRule } from '../engine/rule';
import { severity } from '../kit/parts';
import { invalidRequest } from '../../shared/issues';
import { fail, ok, type Result } from '../../shared/result';
import { contentOfText } from './texts/text-content';

/** A rule that an app registers. */
export type AppRule = BlockRule | SubjectRule | TogetherRule;

const facts = z.object({
  kind: z.enum(['block', 'subject', 'together'], {
    error:
      'Must be “block” (looks at one paragraph), “subject” (at one entry or copy) or “together” (at an entry and its copies).',
  }),
  id: z
    .string('Must be a text such as app/opening-hours.')
    .regex(
      /^app\/[a-z0-9][a-z0-9./-]{0,100}$/,
      'Must begin with app/ and go on in small letters, digits, hyphens, dots and slashes: app/opening-hours.',
    ),
  severity,
  explanation: z
    .string('Say in one sentence what the rule looks for and why: people read it beside each finding.')
    .trim()
    .min(10, 'Say in one sentence what the rule looks for and why: people read it beside each finding.'),
  link: z.url().optional(),
  runs: z.enum(['everywhere', 'server']).optional(),
  examples: z.object({ fail: z.array(z.string()), pass: z.array(z.string()) }).optional(),
  find: z.custom<(...args: never[]) => unknown>(
    (value) => typeof value === 'function',
    'Must be a function.',
  ),
});

/** A rule that an app hands over, looked at as far as it can be: its form, and whether its examples hold. */
export function readAppRule(input: unknown): Result<AppRule> {
  const parsed = facts.safeParse(input);
  if (!parsed.success) return fail(invalidRequest(parsed.error));
  // A browser has no way to run it.
  const given = input as AppRule;
  // It may be an object of a class, whose methods want their object.
  const find = (given.find as (...args: unknown[]) => unknown).bind(given);
  const rule = { ...given, ...parsed.data, find, runs: 'server' } as AppRule;
  const wrong = wrongExample(rule);
  return wrong === null ? ok(rule) : fail({ code: 'request.invalid', path: 'examples', message: wrong });
}

/** The first example that does not hold, as a sentence. Examples of rules about several texts cannot be tried. */
function wrongExample(rule: AppRule): string | null {
  if (rule.kind === 'together') return null;
  const { fail: failing = [], pass: passing = [] } = rule.examples ?? {};
  const missed = failing.find((text) => !isFound(rule, text));
  if (missed !== undefined)
    return `${rule.id} finds nothing in its own example “${missed}”. Correct the rule or the example.`;
  const found = passing.find((text) => isFound(rule, text));
  return found === undefined
    ? null
    : `${rule.id} finds something in “${found}”, which is its own example of what is right. Correct the rule or the example.`;
}

/** Whether a rule finds anything in a Markdown text; in the first language, type and channel that it is for. */
function isFound(rule: Rule, text: string): boolean {
  const { scope } = rule;
  const locale = scope?.locales?.[0] ?? null;
  const anywhere: Rule = scope
    ? { ...rule, scope: { ...(scope.kinds ? { kinds: scope.kinds } : {}) } }
    : rule;
  const checker = checkerOf({ key: rule.id, rules: [anywhere], settings: {} });
  return (
    checker.check({ content: contentOfText({ format: 'markdown', value: text }, locale), locale }).length > 0
  );
}
