import { problemsOf } from '../../../../src/governance/workflow/check';
import type { World, WorkflowProblem } from '../../../../src/governance/workflow/check/world';
import { workflow as schema, type Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { pathText } from '../../../../src/shared/issues';

/** A definition as it came, read: null where its form is wrong; with everything that does not work. */
export interface Judged {
  readonly definition: Workflow | null;
  readonly problems: readonly WorkflowProblem[];
}

/** Reads a definition that nobody has checked yet and says everything that does not work in it. */
export function judged(input: unknown, world: World): Judged {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return {
      definition: null,
      problems: parsed.error.issues.map(({ path, message }) => ({ path: pathText(path), message })),
    };
  const definition = parsed.data;
  const reserved =
    definition.key === standardWorkflow.key
      ? [{ path: 'key', message: 'The standard workflow is built in. Give yours another key.' }]
      : [];
  return { definition, problems: [...reserved, ...problemsOf(definition, world)] };
}
