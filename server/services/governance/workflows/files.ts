import { anybodyFor } from '../../../../src/governance/workflow/check/anybody';
import type { World } from '../../../../src/governance/workflow/check/world';
import { workflow as schema, type Workflow } from '../../../../src/governance/workflow/schema';
import type { WorkflowFile } from '../../../stores/workflow-files';
import type { WorkflowsStore } from '../../../stores/workflows';
import type { Audit } from '../../audit';
import type { Transaction } from '../../transaction';
import { judged } from './check';
import type { Workflows } from './known';
import { differences } from '../../../../src/governance/workflow/change/differences';

export interface FilesDeps {
  readonly known: Workflows;
  readonly store: Pick<WorkflowsStore, 'versions' | 'add' | 'setRemoved'>;
  readonly world: () => Promise<World>;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

const by = { kind: 'system', id: '', name: 'Workflow files' } as const;

/**
 * Takes the workflows of the app's folder over at start: where a file says something new, it becomes the next version.
 * Throws one message with every problem of every file. People are not asked for here: on a first start nobody is there
 * yet, and an app has to start also where an account was closed; the list of workflows shows that.
 */
export const loadWorkflowFiles =
  (deps: FilesDeps) =>
  async (files: readonly WorkflowFile[]): Promise<void> => {
    const world = await deps.world();
    const [problems, definitions]: [string[], Workflow[]] = [[], []];
    for (const { name, content, error } of files) {
      if (error !== null) problems.push(`${name} ${error}`);
      else {
        const parsed = schema.safeParse(content);
        const there = parsed.success ? { ...world, ...anybodyFor(parsed.data) } : world;
        const { definition, problems: found } = judged(content, there);
        problems.push(...found.map(({ path, message }) => `${name}: ${path ? `${path}: ` : ''}${message}`));
        if (definition && definitions.some(({ key }) => key === definition.key))
          problems.push(`${name}: key: Another file has the key “${definition.key}” too.`);
        if (definition) definitions.push(definition);
      }
    }
    if (problems.length > 0)
      throw new Error(
        `The workflow files of Presence (presence.workflows in config/plugins) have ${problems.length} problem(s):\n${problems.map((one) => `  - ${one}`).join('\n')}`,
      );
    for (const definition of definitions) await takeOver(deps, definition);
    deps.known.setFiles(new Set(definitions.map(({ key }) => key)));
  };

/** Of two instances that start at once, one writes the version and the other finds it. */
async function takeOver(
  { store, transaction, audit, now, uuid }: FilesDeps,
  definition: Workflow,
): Promise<void> {
  const { key } = definition;
  await transaction(async () => {
    const [last] = await store.versions(key);
    if (last && last.removedAt !== null) await store.setRemoved(key, null);
    if (last && JSON.stringify(last.definition) === JSON.stringify(definition)) return;
    const version = (last?.version ?? 0) + 1;
    if (!(await store.add({ stamp: uuid(), definition, version, source: 'file', at: now(), by }))) return;
    await audit.record({
      kind: 'workflow.save',
      actor: { kind: 'system', name: by.name },
      details: {
        key,
        version,
        differences: last ? differences(last.definition, definition).map(({ message }) => message) : [],
      },
    });
  });
}
