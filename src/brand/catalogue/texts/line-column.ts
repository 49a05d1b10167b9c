/** A line and column of a text, both counted from 1; columns in UTF-16 units, as editors and SARIF count them. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Gives lines and columns of a text by offset. */
export function linesOf(text: string): (offset: number) => LineColumn {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
