/** A run of two lists: the same in both, only in the first, or only in the second. Ends are exclusive. */
export interface Run {
  readonly change: 'same' | 'removed' | 'added';
  /** In the first list. */
  readonly before: readonly [start: number, end: number];
  /** In the second list. */
  readonly after: readonly [start: number, end: number];
}

/** More differences than this are no longer told one by one: everything in between counts as replaced. */
const mostEdits = 1_200;

/**
 * How to make the second list of the first by the fewest insertions and deletions (Myers, "An O(ND) difference algorithm",
 * 1986), as runs in order. Lists that have almost nothing in common come out as one removal and one addition.
 */
export function editScript(before: readonly string[], after: readonly string[]): Run[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const [endBefore, endAfter] = [before.length - tail, after.length - tail];
  const middle = runsBetween(before.slice(head, endBefore), after.slice(head, endAfter)).map(
    ({ change, ...run }): Run => ({
      change,
      before: [run.before[0] + head, run.before[1] + head],
      after: [run.after[0] + head, run.after[1] + head],
    }),
  );
  const same = (start: number, end: number, other: number): Run => ({
    change: 'same',
    before: [start, end],
    after: [other, other + end - start],
  });
  return joined([same(0, head, 0), ...middle, same(endBefore, before.length, endAfter)]);
}

function runsBetween(before: readonly string[], after: readonly string[]): Run[] {
  const trace = searched(before, after);
  if (trace === null) {
    const removed: Run = { change: 'removed', before: [0, before.length], after: [0, 0] };
    return [removed, { change: 'added', before: [before.length, before.length], after: [0, after.length] }];
  }
  const runs: Run[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; x > 0 || y > 0; edits -= 1) {
    const reached = trace[edits] ?? new Int32Array(1);
    const at = (k: number): number => reached[k + edits] ?? -1;
    const k = x - y;
    const isDown = edits > 0 && (k === -edits || (k !== edits && at(k - 1) < at(k + 1)));
    const previous = isDown ? k + 1 : k - 1;
    const startX = edits === 0 ? 0 : at(previous);
    const startY = edits === 0 ? 0 : startX - previous;
    const [fromX, fromY] = edits === 0 ? [0, 0] : isDown ? [startX, startY + 1] : [startX + 1, startY];
    if (x > fromX) runs.push({ change: 'same', before: [fromX, x], after: [fromY, y] });
    if (edits === 0) break;
    if (isDown) runs.push({ change: 'added', before: [startX, startX], after: [startY, startY + 1] });
    else runs.push({ change: 'removed', before: [startX, startX + 1], after: [startY, startY] });
    [x, y] = [startX, startY];
  }
  return runs.reverse();
}

/** For each number of edits, how far the first list was read on each diagonal before that edit; null where it takes too many. */
function searched(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const most = Math.min(before.length + after.length, mostEdits);
  const trace: Int32Array[] = [];
  let reached = new Int32Array(2 * most + 3);
  const at = most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reached.slice(at - edits, at + edits + 1));
    const next = reached.slice();
    for (let k = -edits; k <= edits; k += 2) {
      const [below, above] = [reached[at + k - 1] ?? 0, reached[at + k + 1] ?? 0];
      let x = edits === 0 ? 0 : k === -edits || (k !== edits && below < above) ? above : below + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      next[at + k] = x;
      if (x >= before.length && x - k >= after.length) return trace;
    }
    reached = next;
  }
  return null;
}

/** Neighbours of one kind are one run. */
function joined(runs: readonly Run[]): Run[] {
  const list: Run[] = [];
  for (const run of runs) {
    if (run.before[0] === run.before[1] && run.after[0] === run.after[1]) continue;
    const last = list.at(-1);
    if (last?.change === run.change)
      list[list.length - 1] = {
        change: run.change,
        before: [last.before[0], run.before[1]],
        after: [last.after[0], run.after[1]],
      };
    else list.push(run);
  }
  return list;
}
