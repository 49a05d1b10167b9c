import { differences } from '../../../../src/governance/workflow/change/differences';
import type { Migration } from '../../../../src/governance/workflow/change/dry-run';
import { mappingOf, mappingProblems } from '../../../../src/governance/workflow/change/migrate';
import { namesPrincipal, replaced } from '../../../../src/governance/workflow/change/replace';
import type { World } from '../../../../src/governance/workflow/check/world';
import { policyProblems } from '../../../../src/governance/workflow/policy';
import type { Policy, Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import {
  policiesRequest,
  removeRequest,
  replaceRequest,
  saveRequest,
  type Migrated,
} from '../../../../src/governance/workflow/views';
import type { Actor } from '../../../../src/shared/actor';
import { invalidRequest } from '../../../../src/shared/issues';
import { fail, ok, type Problem, type Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { OptionsStore } from '../../../stores/options';
import type { WorkflowsStore } from '../../../stores/workflows';
import type { Audit } from '../../audit';
import type { Transaction } from '../../transaction';
import { judged } from './check';
import { policiesOption, refOf, type Workflows } from './known';
import type { Migrate } from './migrate';
import * as refusals from './refusals';
import type { WorkflowViews } from './views';

export interface ChangesDeps {
  readonly known: Workflows;
  readonly store: WorkflowsStore;
  readonly options: OptionsStore;
  readonly views: Pick<WorkflowViews, 'underWayOf'>;
  readonly world: () => Promise<World>;
  readonly migrate: Migrate;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

type Saved = Migrated & { readonly key: string; readonly version: number };
type Given = Pick<Migration, 'from' | 'mapping'>;

/** Undoes the transaction that it is thrown in. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export type WorkflowChanges = ReturnType<typeof workflowChanges>;

/** Saves and removes workflows and policies. Every save is a new version on top of the one that the person saw. */
export function workflowChanges(deps: ChangesDeps) {
  const { known, store, options, audit, transaction, world } = deps;

  return {
    /** Saves a definition as the next version, then takes the reviews along that the request names. */
    async save(input: unknown, actor: Actor): Promise<Result<Saved>> {
      const request = saveRequest.safeParse(input);
      if (!request.success) return fail(invalidRequest(request.error));
      const { base, migrate: given } = request.data;
      const { definition, problems } = judged(request.data.definition, await world());
      if (!definition || problems.length > 0) return fail(refusals.invalid(problems));
      const before = (await known.all()).current.get(definition.key);
      if (before && before.source !== 'admin') return fail(refusals.readOnly(definition.key, before.source));
      if (before && base === 0) return fail(refusals.keyTaken(definition.key));
      if ((before?.version ?? 0) !== base) return fail(refusals.changedMeanwhile(definition.key));
      const wrong = await mappingsWrong(given, definition);
      if (wrong.length > 0) return fail(refusals.invalid(wrong));
      const saved = await add(definition, before ?? null, actor);
      if (!saved.ok) return saved;
      const to = refOf({ key: definition.key, version: saved.value });
      const done = await deps.migrate(
        given.map((one) => ({ ...one, to })),
        actor,
      );
      return ok({ ...done, key: definition.key, version: saved.value });
    },

    /** Takes a workflow out of use; where it is in use, the one that takes its place has to be named. */
    async remove(key: string, input: unknown, actor: Actor): Promise<Result<Migrated>> {
      const request = removeRequest.safeParse(input ?? {});
      if (!request.success) return fail(invalidRequest(request.error));
      const { current, policies } = await known.all();
      const found = current.get(key);
      if (!found) return fail(refusals.notFound(key));
      if (found.source !== 'admin') return fail(refusals.readOnly(key, found.source));
      const underWay = await deps.views.underWayOf(key);
      const uses = {
        policies: policies.filter(({ workflow }) => workflow === key).length,
        underWay: underWay.reduce((sum, { count }) => sum + count, 0),
      };
      const next = current.get(request.data.replacement ?? '');
      const others = [...current.keys()].filter((other) => other !== key);
      if (uses.policies + uses.underWay > 0 && (!next || next.key === key))
        return fail(refusals.inUse(found.definition.name, uses, others));
      await transaction(async () => {
        if (next)
          await options.set(
            policiesOption,
            policies.map((one) => (one.workflow === key ? { ...one, workflow: next.key } : one)),
          );
        await store.setRemoved(key, deps.now());
        await audit.record({
          kind: 'workflow.remove',
          actor,
          details: { key, replacement: next?.key ?? null, definition: found.definition },
        });
      });
      known.forget();
      if (!next) return ok({ migrated: 0, skipped: 0 });
      const migrations: Migration[] = [];
      for (const ref of new Set(underWay.map((one) => one.ref))) {
        const before = await known.byRef(ref);
        if (before)
          migrations.push({ from: ref, to: refOf(next), mapping: mappingOf(before, next.definition) });
      }
      return ok(await deps.migrate(migrations, actor));
    },

    /** Which workflow applies to which entries: the whole list, or nothing. */
    async savePolicies(input: unknown, actor: Actor): Promise<Result<readonly Policy[]>> {
      const request = policiesRequest.safeParse(input);
      if (!request.success) return fail(invalidRequest(request.error));
      const { policies: after } = request.data;
      const { current, policies: before } = await known.all();
      const problems = policyProblems(after, [...current.keys()], await world());
      if (problems.length > 0) return fail(refusals.invalid(problems));
      await transaction(async () => {
        await options.set(policiesOption, after);
        await audit.record({ kind: 'policy.save', actor, details: { before, after } });
      });
      known.forget();
      return ok(after);
    },

    /** Puts somebody else into every place where workflows name a role or a person; all of them or none. */
    async replace(input: unknown, actor: Actor): Promise<Result<readonly string[]>> {
      const request = replaceRequest.safeParse(input);
      if (!request.success) return fail(invalidRequest(request.error));
      const { old, next } = request.data;
      const { current } = await known.all();
      const naming = [...current.values()].filter(({ definition }) => namesPrincipal(definition, old));
      const fixed = naming.find(({ source }) => source !== 'admin');
      if (fixed) return fail(refusals.readOnly(fixed.key, fixed.source));
      const there = await world();
      const changed: { before: (typeof naming)[number]; after: Workflow }[] = [];
      for (const before of naming) {
        const { definition: after, problems } = judged(replaced(before.definition, old, next), there);
        if (!after || problems.length > 0) return fail(refusals.invalid(problems));
        changed.push({ before, after });
      }
      try {
        await transaction(async () => {
          for (const { before, after } of changed) {
            const saved = await add(after, before, actor);
            if (!saved.ok) throw new Refused(saved.error);
          }
        });
      } catch (error) {
        known.forget();
        if (error instanceof Refused) return fail(error.problem);
        throw error;
      }
      return ok(changed.map(({ after }) => after.key));
    },
  };

  /** The next version, on top of `before`; refuses where that is not the last one any more. */
  async function add(
    after: Workflow,
    before: { readonly version: number; readonly definition: Workflow } | null,
    actor: Actor,
  ): Promise<Result<number>> {
    const { key } = after;
    const saved = await transaction(async () => {
      // Versions of a workflow that was removed count on: old reviews still name them.
      const last = (await store.versions(key))[0];
      const standing = last && last.removedAt === null ? last.version : 0;
      if (standing !== (before?.version ?? 0)) return null;
      const version = (last?.version ?? 0) + 1;
      const row = { stamp: deps.uuid(), definition: after, version, at: deps.now() };
      if (!(await store.add({ ...row, source: 'admin', by: personOf(actor) }))) return null;
      await audit.record({
        kind: 'workflow.save',
        actor,
        details: {
          key,
          version,
          differences: before ? differences(before.definition, after).map(({ message }) => message) : [],
        },
      });
      return version;
    });
    known.forget();
    return saved === null ? fail(refusals.changedMeanwhile(key)) : ok(saved);
  }

  async function mappingsWrong(given: readonly Given[], after: Workflow) {
    const found = await Promise.all(
      given.map(async ({ from, mapping }, index) => {
        const before = await known.byRef(from);
        if (!before || before.key !== after.key || before.key === standardWorkflow.key)
          return [{ path: `migrate[${index}].from`, message: `${from} is no version of this workflow.` }];
        return mappingProblems(mapping, before, after).map(({ path, message }) => ({
          path: `migrate[${index}].${path}`,
          message,
        }));
      }),
    );
    return found.flat();
  }
}
