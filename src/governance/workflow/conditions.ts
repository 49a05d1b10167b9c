import type { Condition, Transition, Workflow } from './schema';

/** What the conditions of transitions ask about: one entry, what waits with it, and the person who decides. */
export interface TransitionFacts {
  /** Content type of the entry. */
  readonly uid: string;
  readonly locale: string | null;
  /** Codes of the Strapi roles of the person who decides. */
  readonly roles: readonly string[];
  /** Paths of the fields that say something else than what was approved last; all of them where nothing was. */
  readonly changed: readonly string[];
  /** Marks of those fields: `price`, `legal`. */
  readonly marked: readonly string[];
  /** Brand score of the entry, 0 to 100. */
  readonly score: number;
  /** Kinds of the channels whose copies wait for approval. */
  readonly kinds: readonly string[];
  /** Whether the entry itself stands approved as it is, so that nothing but copies waits. */
  readonly entryApproved: boolean;
}

/** Whether a condition holds; `not` turns it around. */
export const holds = (condition: Condition, facts: TransitionFacts): boolean =>
  isTrue(condition, facts) !== (condition.not ?? false);

/**
 * The transition that a decision takes from a stage: the first of those whose conditions all hold. Null where there is
 * none. Who may take it is not asked here.
 */
export const transitionFor = (
  workflow: Pick<Workflow, 'transitions'>,
  decision: Transition['decision'],
  stage: string,
  facts: TransitionFacts,
): Transition | null =>
  workflow.transitions.find(
    (one) =>
      one.decision === decision &&
      one.from.includes(stage) &&
      one.when.every((condition) => holds(condition, facts)),
  ) ?? null;

function isTrue(condition: Condition, facts: TransitionFacts): boolean {
  switch (condition.on) {
    case 'role':
      return facts.roles.some((role) => condition.any.includes(role));
    case 'type':
      return condition.any.includes(facts.uid);
    case 'locale':
      return facts.locale !== null && condition.any.includes(facts.locale);
    case 'changed':
      return facts.changed.some((path) => condition.any.some((asked) => touches(path, asked)));
    case 'marked':
      return facts.marked.some((mark) => condition.any.includes(mark));
    case 'score':
      return facts.score < condition.below;
    case 'channels':
      return facts.kinds.some((kind) => condition.any.includes(kind));
    case 'only-channels':
      return (
        facts.entryApproved &&
        facts.kinds.length > 0 &&
        facts.kinds.every((kind) => condition.any.includes(kind))
      );
  }
}

/** `price.amount` and `offers[0].price` touch `price` and `offers`; a whole component that changed touches its fields. */
const touches = (changed: string, asked: string): boolean =>
  isWithin(changed, asked) || isWithin(asked, changed);

const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`);
