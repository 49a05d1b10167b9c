/** Says in one pass over a text which of many thousand short texts stand in it. */
export interface Presence {
  /** Calls `found` for each number of a text that stands in `lower`, a text in lower case; each number at most once. */
  scan(lower: string, found: (id: number) => void): void;
}

/** Characters as six bits: letters and digits keep apart, the rest share what is left. */
const bitsOf = (code: number): number =>
  code >= 97 && code <= 122
    ? code - 96
    : code >= 48 && code <= 57
      ? code - 21
      : code === 32
        ? 37
        : 38 + (code % 26);
const near = Uint8Array.from({ length: 128 }, (_, code) => bitsOf(code));
const bits = (code: number): number => (code < 128 ? (near[code] ?? 0) : bitsOf(code));

/** Place of four characters, each in six bits, among 65,536. */
const placeOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 16;

/** Texts (in lower case) by number: the n-th of `texts` is n. Empty ones are never found. */
export function presenceOf(texts: readonly string[]): Presence {
  // By the first characters: one, two, three, or four and more, of which two may share a place.
  const heads = [1 << 6, 1 << 12, 1 << 18, 1 << 16] as const;
  const [ones, twos, threes, fours] = heads.map((size, index) => {
    const has = texts.some(({ length }) => (index === 3 ? length > 3 : length === index + 1));
    return new Int32Array(has ? size : 0);
  }) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const buckets: number[][] = [[]];
  texts.forEach((text, id) => {
    const length = Math.min(4, text.length);
    const head = [ones, twos, threes, fours][length - 1];
    if (!head) return;
    let key = 0;
    for (let at = 0; at < length; at += 1) key = (key << 6) | bits(text.charCodeAt(at));
    const place = length === 4 ? placeOf(key) : key;
    const bucket = head[place] ?? 0;
    if (bucket === 0) {
      head[place] = buckets.length;
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
        key = ((key << 6) | bits(lower.charCodeAt(at))) & 0xffffff;
        const one = ones[key & 0x3f] ?? 0;
        if (one !== 0) look(one, at);
        if (at === 0) continue;
        const two = twos[key & 0xfff] ?? 0;
        if (two !== 0) look(two, at - 1);
        if (at === 1) continue;
        const three = threes[key & 0x3ffff] ?? 0;
        if (three !== 0) look(three, at - 2);
        if (at === 2) continue;
        const four = fours[placeOf(key)] ?? 0;
        if (four !== 0) look(four, at - 3);
      }
    },
  };
}
