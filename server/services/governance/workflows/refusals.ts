import type { WorkflowProblem } from '../../../../src/governance/workflow/check/world';
import type { Problem } from '../../../../src/shared/result';

export const notFound = (key: string): Problem => ({
  code: 'workflow.not-found',
  message: `There is no workflow “${key}”. It may have been removed: reload the list.`,
});

/** All places at once, so that a form shows each beside its field. */
export const invalid = (problems: readonly WorkflowProblem[]): Problem => ({
  code: 'workflow.invalid',
  message: problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' '),
  ...(problems[0]?.path ? { path: problems[0].path } : {}),
  details: { problems },
});

export const changedMeanwhile = (key: string): Problem => ({
  code: 'workflow.changed-meanwhile',
  message: `Somebody else saved “${key}” while you worked on it. Reload the page, look at their version and make your changes again.`,
});

export const keyTaken = (key: string): Problem => ({
  code: 'workflow.changed-meanwhile',
  message: `There is a workflow “${key}” already. Give yours another key.`,
  path: 'key',
});

export const readOnly = (key: string, source: 'built-in' | 'file' | 'admin'): Problem => ({
  code: 'workflow.read-only',
  message:
    source === 'file'
      ? `“${key}” comes from a file of your app. Change the file and restart Strapi.`
      : `“${key}” is built in. Make a copy under another key and change that.`,
});

export const inUse = (
  name: string,
  uses: { readonly policies: number; readonly underWay: number },
  replacements: readonly string[],
): Problem => ({
  code: 'workflow.in-use',
  message: `“${name}” is in use: ${[
    uses.policies > 0 && `${uses.policies} rule(s) name it`,
    uses.underWay > 0 && `${uses.underWay} review(s) are under way in it`,
  ]
    .filter(Boolean)
    .join(' and ')}. Choose the workflow that takes its place.`,
  details: { ...uses, replacements },
});
