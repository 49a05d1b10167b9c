import { editScript } from './edit-script';

/** Two things that belong together, by their places; null where one side has none. */
export type Pair = readonly [before: number | null, after: number | null];

/** Below this two things are not the same thing changed. */
const alike = 0.34;
/** Larger gaps are paired in order: to weigh each against each would take too long. */
const mostWeighed = 60;

/**
 * Which of these belong together: equal ones in the same order first, and between them the ones that are most alike, in
 * order. `equal` gives one text for each; `likeness` weighs two places from 0 to 1.
 */
export function paired(
  before: readonly string[],
  after: readonly string[],
  likeness: (before: number, after: number) => number,
): Pair[] {
  const list: Pair[] = [];
  let removed: number[] = [];
  let added: number[] = [];
  const flush = (): void => {
    list.push(...weighed(removed, added, likeness));
    [removed, added] = [[], []];
  };
  for (const { change, ...run } of editScript(before, after)) {
    if (change === 'removed') removed.push(...range(run.before));
    else if (change === 'added') added.push(...range(run.after));
    else {
      flush();
      list.push(...range(run.before).map((at, index): Pair => [at, run.after[0] + index]));
    }
  }
  flush();
  return list;
}

const range = ([start, end]: readonly [number, number]): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

/** The pairing of a gap with the greatest likeness in all, by dynamic programming. */
function weighed(
  before: readonly number[],
  after: readonly number[],
  likeness: (before: number, after: number) => number,
): Pair[] {
  if (before.length === 0 || after.length === 0 || before.length > mostWeighed || after.length > mostWeighed)
    return [...before.map((at): Pair => [at, null]), ...after.map((at): Pair => [null, at])];
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const weights = before.map((left) => after.map((right) => likeness(left, right)));
  const weight = (i: number, j: number): number => {
    const value = weights[i]?.[j] ?? 0;
    return value >= alike ? value : -1;
  };
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), weight(i, j) + at(i + 1, j + 1));
  const list: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [left, right] = [before[i] ?? 0, after[j] ?? 0];
    if (weight(i, j) > 0 && at(i, j) === weight(i, j) + at(i + 1, j + 1)) {
      list.push([left, right]);
      [i, j] = [i + 1, j + 1];
    } else if (at(i, j) === at(i + 1, j)) {
      list.push([left, null]);
      i += 1;
    } else {
      list.push([null, right]);
      j += 1;
    }
  }
  return [
    ...list,
    ...before.slice(i).map((left): Pair => [left, null]),
    ...after.slice(j).map((right): Pair => [null, right]),
  ];
}
