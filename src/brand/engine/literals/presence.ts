/** Says in one pass over a text which of many thousand short texts stand in it. */
export interface Presence {
  /** Calls `found` for each number of a text that stands in `lower`, a text in lower case; each number at most once. */
  scan(lower: string, found: (id: number) => void): void;
}

/** Characters as six bits: letters and digits keep apart, the rest share what is left. */
const bits = (code: number): number =>
  code >= 97 && code <= 122
    ? code - 96
    : code >= 48 && code <= 57
      ? code - 21
      : code === 32
        ? 37
        : 38 + (code % 26);

/** Texts (in lower case) by number: the n-th of `texts` is n. Empty ones are never found. */
export function presenceOf(texts: readonly string[]): Presence {
  const heads: readonly [Int32Array, Int32Array, Int32Array] = [
    new Int32Array(1 << 6),
    new Int32Array(1 << 12),
    new Int32Array(1 << 18),
  ];
  const buckets: number[][] = [[]];
  texts.forEach((text, id) => {
    const length = Math.min(3, text.length);
    const head = heads[length - 1];
    if (!head) return;
    let key = 0;
    for (let at = 0; at < length; at += 1) key = (key << 6) | bits(text.charCodeAt(at));
    const bucket = head[key] ?? 0;
    if (bucket === 0) {
      head[key] = buckets.length;
      buckets.push([id]);
    } else buckets[bucket]?.push(id);
  });
  const seen = new Int32Array(texts.length);
  let round = 0;
  return {
    scan: (lower, found) => {
      round += 1;
      let key = 0;
      const look = (bucket: number, start: number) => {
        for (const id of buckets[bucket] ?? []) {
          if (seen[id] === round || !lower.startsWith(texts[id] ?? '', start)) continue;
          seen[id] = round;
          found(id);
        }
      };
      for (let at = 0; at < lower.length; at += 1) {
        const one = bits(lower.charCodeAt(at));
        key = ((key << 6) | one) & 0x3ffff;
        const first = heads[0][one] ?? 0;
        if (first !== 0) look(first, at);
        const second = at > 0 ? (heads[1][key & 0xfff] ?? 0) : 0;
        if (second !== 0) look(second, at - 1);
        const third = at > 1 ? (heads[2][key] ?? 0) : 0;
        if (third !== 0) look(third, at - 2);
      }
    },
  };
}
