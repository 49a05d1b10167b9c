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

/** Places of the tables: small enough to stay near the processor while a text is read. */
const places = { two: 12, three: 13, four: 15 } as const;
/** Place of some characters, each in six bits, in a table of so many bits. */
const placeOf = (key: number, size: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - size);

const headsOf: readonly ((key: number) => number)[] = [
  (key) => key & 0x3f,
  (key) => placeOf(key & 0xfff, places.two),
  (key) => placeOf(key & 0x3ffff, places.three),
  (key) => placeOf(key, places.four),
];

/** Up to so many texts are found faster one by one. */
const few = 8;

/** Texts (in lower case) by number: the n-th of `texts` is n. Empty ones are never found. */
export const presenceOf = (texts: readonly string[]): Presence =>
  texts.length > few
    ? presenceOfMany(texts)
    : {
        scan: (lower, found) =>
          texts.forEach((text, id) => {
            if (text !== '' && lower.includes(text)) found(id);
          }),
      };

function presenceOfMany(texts: readonly string[]): Presence {
  // By the first characters: one, two, three, or four and more. Texts that share a place are compared one by one.
  const [ones, twos, threes, fours] = [6, places.two, places.three, places.four].map(
    (size) => new Uint16Array(1 << size),
  ) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  const buckets: number[][] = [[]];
  const has = [false, false, false, false];
  texts.forEach((text, id) => {
    const kind = Math.min(4, text.length) - 1;
    const head = [ones, twos, threes, fours][kind];
    if (!head) return;
    has[kind] = true;
    let key = 0;
    for (let at = 0; at <= kind; at += 1) key = (key << 6) | bits(text.charCodeAt(at));
    const place = headsOf[kind]?.(key) ?? 0;
    const bucket = head[place] ?? 0;
    if (bucket === 0) {
      head[place] = buckets.length;
      buckets.push([id]);
    } else buckets[bucket]?.push(id);
  });
  const [hasOnes, hasTwos, hasThrees] = has;
  const seen = new Int32Array(texts.length);
  let round = 0;
  return {
    scan: (lower, found) => {
      round += 1;
      const look = (bucket: number, start: number) => {
        for (const id of buckets[bucket] ?? []) {
          if (seen[id] === round || !lower.startsWith(texts[id] ?? '', start)) continue;
          seen[id] = round;
          found(id);
        }
      };
      let key = 0;
      for (let at = 0; at < lower.length; at += 1) {
        key = ((key << 6) | bits(lower.charCodeAt(at))) & 0xffffff;
        if (at > 2) {
          const four = fours[placeOf(key, places.four)] ?? 0;
          if (four !== 0) look(four, at - 3);
        }
        if (hasThrees && at > 1) {
          const three = threes[placeOf(key & 0x3ffff, places.three)] ?? 0;
          if (three !== 0) look(three, at - 2);
        }
        if (hasTwos && at > 0) {
          const two = twos[placeOf(key & 0xfff, places.two)] ?? 0;
          if (two !== 0) look(two, at - 1);
        }
        if (hasOnes) {
          const one = ones[key & 0x3f] ?? 0;
          if (one !== 0) look(one, at);
        }
      }
    },
  };
}
