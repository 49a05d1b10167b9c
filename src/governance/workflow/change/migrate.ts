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
 * What is wrong with a mapping: a target that does not exist, or that would approve without an approval; `mapping.legal`
 * names the place. Reviews in stages that it leaves out keep their version.
 */
export const mappingProblems = (
  mapping: Mapping,
  before: Workflow,
  after: Workflow,
): { path: string; message: string }[] =>
  Object.entries(mapping).flatMap(([key, to]) => {
    const path = `mapping.${key}`;
    const stage = underReview(before).find((one) => one.key === key);
    const target = after.stages.find((one) => one.key === to);
    const open = after.stages.filter(({ meaning }) => meaning !== 'approved').map((one) => one.key);
    if (!stage) return [{ path, message: `No review can stand in “${key}”. Leave it out.` }];
    if (!target)
      return [
        {
          path,
          message: `There is no stage “${to}” for reviews in “${stage.name}”. Choose one of: ${open.join(', ')}.`,
        },
      ];
    return target.meaning === 'approved'
      ? [
          {
            path,
            message: `Reviews in “${stage.name}” cannot go to “${target.name}”: only an approval leads there. Choose one of: ${open.join(', ')}.`,
          },
        ]
      : [];
  });

/** The stages that reviews under way can stand in. */
const underReview = ({ stages }: Workflow): Stage[] => stages.filter(({ meaning }) => meaning === 'review');
