import type { ChannelRules } from '../rules/rules';
import { partsOf } from './defaults';
import { parseTemplate } from './parse';
import { problemAt, type TemplateProblem } from './problem';
import { longestTemplate, templateParts, type CopyTemplate, type TemplatePart } from './schema';

/** What is wrong with one part of a template; empty where nothing is. */
export function partProblems(template: string): readonly TemplateProblem[] {
  if (template.length <= longestTemplate) return parseTemplate(template).problems;
  const values = { length: template.length, max: longestTemplate };
  const say = () =>
    `The template has ${template.length} characters, ${longestTemplate} are allowed. Shorten it.`;
  return [problemAt(template, [longestTemplate, template.length], 'template.too-long', values, say)];
}

/** What is wrong with the template of a channel, part by part. */
export function templateProblems(
  template: CopyTemplate,
  rules: ChannelRules,
): readonly (TemplateProblem & { readonly part: TemplatePart })[] {
  const known = partsOf(rules);
  return templateParts.flatMap((part) => {
    const written = template[part];
    if (written === undefined) return [];
    if (known.includes(part)) return partProblems(written).map((problem) => ({ ...problem, part }));
    const values = { part, channel: rules.label };
    const say = () => `Copies for ${rules.label} have no ${part}. Remove it from the template.`;
    return [{ ...problemAt(written, [0, 0], 'template.part-unknown', values, say), part }];
  });
}
