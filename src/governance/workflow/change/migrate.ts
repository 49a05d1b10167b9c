import type { Stage, Workflow } from '../schema';

/** Where reviews go that stand in a stage of the old version: its key → a stage of the new one. */
export type Mapping = Readonly<Record<string, string>>;

/** What to propose: the stage of the same key, else the first of the same meaning, else the one where entries begin. */
export const mappingOf = (before: Workflow, after: Workflow): Record<string, string> =>
  Object.fromEntries(
    underReview(before).map((stage) => [
      stage.key,
      (
        after.stages.find(({ key, meaning }) => key === stage.key && meaning !== 'approved') ??
        after.stages.find(({ meaning }) => meaning === stage.meaning) ??
        after.stages[0]
      )?.key ?? '',
    ]),
  );

/**
 * What is wrong with a mapping: a stage under review that it leaves out, or a target that does not exist or that would
 * approve without an approval. `mapping.legal` names the place.
 */
export const mappingProblems = (
  mapping: Mapping,
  before: Workflow,
  after: Workflow,
): { path: string; message: string }[] =>
  underReview(before).flatMap(({ key, name }) => {
    const target = after.stages.find((stage) => stage.key === mapping[key]);
    const open = after.stages.filter(({ meaning }) => meaning !== 'approved').map((stage) => stage.key);
    if (!target)
      return [
        {
          path: `mapping.${key}`,
          message: `Say where reviews in “${name}” go. Choose one of: ${open.join(', ')}.`,
        },
      ];
    return target.meaning === 'approved'
      ? [
          {
            path: `mapping.${key}`,
            message: `Reviews in “${name}” cannot go to “${target.name}”: only an approval leads there. Choose one of: ${open.join(', ')}.`,
          },
        ]
      : [];
  });

/** The stages that reviews under way can stand in. */
export const underReview = ({ stages }: Workflow): Stage[] =>
  stages.filter(({ meaning }) => meaning === 'review');
