/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where stretches of a text stand after it was edited in one place: those before the edit stay, those behind it move
 * along, and one that was itself edited is gone (null) until it is checked again.
 */
export function follow<T extends Stretch>(
  before: string,
  after: string,
  stretches: readonly T[],
): (T | null)[] {
  if (before === after) return [...stretches];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const edited = before.length - tail;
  const moved = after.length - before.length;
  return stretches.map((stretch) => {
    if (stretch.end <= head) return stretch;
    if (stretch.start >= edited)
      return { ...stretch, start: stretch.start + moved, end: stretch.end + moved };
    return null;
  });
}
