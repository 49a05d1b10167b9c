/** Draws QR codes for tests (ISO/IEC 18004, version 4, level L, byte mode, mask 0): at most 78 bytes. */
const size = 33;
const dataWords = 80;
const checkWords = 20;

const exp: number[] = [];
const log: number[] = [];
for (let n = 0, value = 1; n < 255; n += 1) {
  exp[n] = value;
  log[value] = n;
  value = value << 1 > 255 ? (value << 1) ^ 0x11d : value << 1;
}
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (exp[((log[a] ?? 0) + (log[b] ?? 0)) % 255] ?? 0);

/** Reed-Solomon check words of the data. */
function checkOf(words: readonly number[]): number[] {
  let generator = [1];
  for (let n = 0; n < checkWords; n += 1) {
    const next = [...generator, 0];
    generator.forEach((factor, at) => {
      next[at + 1] = (next[at + 1] ?? 0) ^ times(factor, exp[n] ?? 0);
    });
    generator = next;
  }
  const rest = [...words, ...Array<number>(checkWords).fill(0)];
  for (let at = 0; at < words.length; at += 1) {
    const lead = rest[at] ?? 0;
    generator.forEach((factor, n) => {
      rest[at + n] = (rest[at + n] ?? 0) ^ times(factor, lead);
    });
  }
  return rest.slice(words.length);
}

function wordsOf(text: string): number[] {
  const bytes = [...Buffer.from(text)];
  if (bytes.length > dataWords - 2) throw new Error('too long for this code');
  const bits = `0100${[bytes.length, ...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const words = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((word) =>
    Number.parseInt(word, 2),
  );
  for (let n = 0; words.length < dataWords; n += 1) words.push(n % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Rows of modules, true for dark. */
function qrModules(text: string): readonly (readonly boolean[])[] {
  const modules = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, isDark: boolean): void => {
    const row = modules[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  const square = (x: number, y: number, rings: number): void => {
    for (let dy = -rings; dy <= rings; dy += 1)
      for (let dx = -rings; dx <= rings; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, rings === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
      }
  };
  square(3, 3, 4);
  square(size - 4, 3, 4);
  square(3, size - 4, 4);
  square(26, 26, 2);
  for (let n = 8; n < size - 8; n += 1) {
    set(n, 6, n % 2 === 0);
    set(6, n, n % 2 === 0);
  }
  set(8, size - 8, true);
  // Level L and mask 0, with their own check bits.
  const format = 0b111011111000100;
  for (let n = 0; n < 15; n += 1) {
    const bit = ((format >> n) & 1) === 1;
    set(8, n < 6 ? n : n < 8 ? n + 1 : size - 15 + n, bit);
    set(n < 8 ? size - 1 - n : n < 9 ? 7 : 14 - n, 8, bit);
  }
  const words = wordsOf(text);
  const bits = [...words, ...checkOf(words)].map((word) => word.toString(2).padStart(8, '0')).join('');
  let at = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let n = 0; n < size; n += 1)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - n : n;
        if (modules[y]?.[x] !== null) continue;
        set(x, y, (bits[at] === '1') !== ((x + y) % 2 === 0));
        at += 1;
      }
    up = !up;
  }
  return modules.map((row) => row.map((isDark) => isDark === true));
}

/** The code as an SVG, with its quiet zone. */
export function qrSvg(text: string, { dark = '#000000', light = '#ffffff' } = {}): string {
  const module = 8;
  const edge = (size + 8) * module;
  const squares = qrModules(text).flatMap((row, y) =>
    row.map((isDark, x) =>
      isDark
        ? `<rect x="${(x + 4) * module}" y="${(y + 4) * module}" width="${module}" height="${module}"/>`
        : '',
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}"><rect width="${edge}" height="${edge}" fill="${light}"/><g fill="${dark}" shape-rendering="crispEdges">${squares.join('')}</g></svg>`;
}
