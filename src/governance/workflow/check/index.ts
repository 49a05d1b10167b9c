import type { Workflow } from '../schema';
import { nameProblems } from './names';
import { peopleProblems } from './people';
import { shapeProblems } from './shape';
import { wayProblems } from './ways';
import type { World, WorkflowProblem } from './world';

/**
 * Everything that would not work in a definition, with its place; empty where it may be saved. A definition without
 * problems can be walked from its first stage to an approved one by people who exist, whatever the entry is like.
 */
export function problemsOf(workflow: Workflow, world: World): WorkflowProblem[] {
  const shape = shapeProblems(workflow);
  const names = nameProblems(workflow, world);
  const people = names.length > 0 ? [] : peopleProblems(workflow, world);
  return [...shape, ...names, ...people, ...(shape.length > 0 ? [] : wayProblems(workflow, world))];
}
