import type { Binary } from './binary';

/** The centre of one of the three squares in the corners of a QR code, and the width of one module of it, in pixels. */
export interface Finder {
  readonly x: number;
  readonly y: number;
  readonly module: number;
  /** 1: dark on light; 0: light on dark. */
  readonly ink: number;
}

interface Seen extends Finder {
  rows: number;
}

const most = 60;
const smallestModule = 1.2;

/**
 * The squares in the corners of QR codes: along rows and columns through their centre, light and dark have widths of
 * 1 : 1 : 3 : 1 : 1. What only one row shows is chance and left out.
 */
export function findersIn(binary: Binary): Finder[] {
  const { width, height, dark } = binary;
  const seen: Seen[] = [];
  for (let y = 0; y < height; y += 1) {
    // Lengths of the last five runs, the newest last.
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    let ink = dark[y * width] as number;
    for (let x = 0; x <= width; x += 1) {
      const now = x < width ? (dark[y * width + x] as number) : 2;
      if (now === ink) {
        e += 1;
        continue;
      }
      // The comparison at first is all that most runs ever see.
      if (c > d && c > b && fits(a, b, c, d, e)) note(x - e - d - c / 2, y, [a, b, c, d, e], ink);
      [a, b, c, d, e] = [b, c, d, e, 1];
      ink = now;
    }
  }
  return seen
    .filter(({ rows, module }) => rows >= Math.max(2, module))
    .sort((first, second) => second.rows - first.rows)
    .slice(0, most);

  function note(x: number, y: number, runs: readonly number[], ink: number): void {
    const down = columnThrough(binary, Math.floor(x), y, ink, runs[2] ?? 0);
    if (!down) return;
    const module = (sumOf(runs) / 7 + down.module) / 2;
    const known = seen.find(
      (other) => other.ink === ink && Math.hypot(other.x - x, other.y - down.y) < other.module * 2,
    );
    if (known) known.rows += 1;
    else seen.push({ x, y: down.y, module, ink, rows: 1 });
  }
}

/** The same widths up and down from a pixel in the middle square. */
function columnThrough(
  { width, height, dark }: Binary,
  x: number,
  y: number,
  ink: number,
  middle: number,
): { readonly y: number; readonly module: number } | null {
  const walk = (direction: 1 | -1): readonly [number, number, number] => {
    let at = y;
    const run = (wanted: boolean): number => {
      let length = 0;
      while (at >= 0 && at < height && (dark[at * width + x] === ink) === wanted && length <= middle * 2) {
        at += direction;
        length += 1;
      }
      return length;
    };
    return [run(true), run(false), run(true)];
  };
  const [up, gapUp, rimUp] = walk(-1);
  const [down, gapDown, rimDown] = walk(1);
  if (!fits(rimUp, gapUp, up + down - 1, gapDown, rimDown)) return null;
  return { y: y + (down - up) / 2, module: (rimUp + gapUp + up + down - 1 + gapDown + rimDown) / 7 };
}

/** Within half a module of 1 : 1 : 3 : 1 : 1. */
function fits(a: number, b: number, c: number, d: number, e: number): boolean {
  const module = (a + b + c + d + e) / 7;
  if (module < smallestModule || a === 0 || b === 0 || d === 0 || e === 0) return false;
  const slack = Math.max(0.75, module * 0.5);
  return (
    Math.abs(a - module) <= slack &&
    Math.abs(b - module) <= slack &&
    Math.abs(c - 3 * module) <= slack * 1.5 &&
    Math.abs(d - module) <= slack &&
    Math.abs(e - module) <= slack
  );
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
