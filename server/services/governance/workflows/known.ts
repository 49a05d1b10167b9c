import { z } from 'zod';
import type { Person } from '../../../../src/governance/schema';
import { workflowKeyFor } from '../../../../src/governance/workflow/policy';
import { policy, type Policy, type Workflow } from '../../../../src/governance/workflow/schema';
import { standardRef, standardWorkflow } from '../../../../src/governance/workflow/standard';
import type { WorkflowSource } from '../../../../src/governance/workflow/views';
import type { OptionsStore } from '../../../stores/options';
import type { WorkflowsStore } from '../../../stores/workflows';
import { cached } from '../../cached';

export const policiesOption = 'policies';

/** The version of a workflow that applies to what begins now. */
export interface CurrentWorkflow {
  readonly key: string;
  readonly version: number;
  readonly definition: Workflow;
  readonly source: WorkflowSource;
  readonly at: number | null;
  readonly by: Person | null;
}

export interface KnownDeps {
  readonly store: Pick<WorkflowsStore, 'heads' | 'find'>;
  readonly options: Pick<OptionsStore, 'get'>;
  readonly now: () => number;
}

export type Workflows = ReturnType<typeof workflows>;

/** `<key>@<version>`. */
export const refOf = ({ key, version }: { readonly key: string; readonly version: number }): string =>
  `${key}@${version}`;

const builtIn: CurrentWorkflow = {
  key: standardWorkflow.key,
  version: 1,
  definition: standardWorkflow,
  source: 'built-in',
  at: null,
  by: null,
};

/** Which workflow holds for an entry, and what an older version said. At most a second behind another instance. */
export function workflows({ store, options, now }: KnownDeps) {
  // Versions never change, so each is read once in a process.
  const versions = new Map<string, Workflow>([[standardRef, standardWorkflow]]);
  let files: ReadonlySet<string> = new Set();

  async function byRef(ref: string): Promise<Workflow | null> {
    const held = versions.get(ref);
    if (held) return held;
    const at = ref.lastIndexOf('@');
    const version = Number(ref.slice(at + 1));
    const found = at > 0 && Number.isInteger(version) ? await store.find(ref.slice(0, at), version) : null;
    if (found) versions.set(ref, found.definition);
    return found?.definition ?? null;
  }

  const held = cached(async () => {
    const current = new Map([[builtIn.key, builtIn]]);
    for (const { key, version, at, by, removedAt } of await store.heads()) {
      if (removedAt !== null) continue;
      const definition = await byRef(refOf({ key, version }));
      if (definition)
        current.set(key, { key, version, definition, at, by, source: files.has(key) ? 'file' : 'admin' });
    }
    const policies: Policy[] = z.array(policy).parse((await options.get(policiesOption)) ?? []);
    return {
      current: current as ReadonlyMap<string, CurrentWorkflow>,
      policies: policies as readonly Policy[],
    };
  }, now);

  return {
    byRef,

    /** What applies to an entry of this type and language that begins now. */
    async currentFor(uid: string, locale: string | null): Promise<{ ref: string; definition: Workflow }> {
      const { current, policies } = await held.get();
      const found = current.get(workflowKeyFor(policies, uid, locale)) ?? builtIn;
      return { ref: refOf(found), definition: found.definition };
    },

    /** Everything that applies now: the current version of each workflow, and the policies. */
    all: () => held.get(),

    /** Reads anew what was changed just now. */
    forget: () => held.forget(),

    /** The workflows with these keys come from files, so that the admin only shows them. */
    setFiles(keys: ReadonlySet<string>): void {
      files = keys;
      held.forget();
    },
  };
}
