// Eight renditions of a photo of 12 megapixels, of eight shapes and sizes, from one decode. Beside it what one would do without: a
// run of sharp from the file for each, of the same size and quality. And what ten pictures at once need of memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import sharp from 'sharp';
import { median, root } from './boot.mjs';

const bundle = `${root}tests/bench/.renditions-${process.pid}.cjs`;
await build({
  stdin: {
    contents: `
      export { renditions } from './server/pictures/renditions/renditions';
      export { photo } from './tests/unit/brand/pictures/draw';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  external: ['sharp'],
  outfile: bundle,
  logLevel: 'error',
});
const { renditions, photo } = createRequire(import.meta.url)(bundle);
rmSync(bundle);

const maxBytes = 8_000_000;
const shape = (width, ratio) => ({ ratio: { min: ratio, max: ratio }, width: { min: width, max: width } });
// The whole picture, and the shapes that networks advise: upright, square and wide, large and small.
const shapes = [
  null,
  shape(1_440, 4 / 5),
  shape(1_080, 1),
  shape(1_200, 1.91),
  shape(1_600, 16 / 9),
  shape(1_080, 9 / 16),
  shape(1_600, 4 / 3),
  shape(1_280, 3 / 2),
];
const wanted = shapes.map((frame) => (frame ? { maxBytes, frame } : { maxBytes }));

const mebibyte = 1_048_576;
// In a process of its own, which has not drawn the pictures.
if (process.env.BENCH_PICTURES) {
  const files = Array.from({ length: 10 }, (_, n) => join(process.env.BENCH_PICTURES, `${n}.jpg`));
  const resident = () => process.memoryUsage().rss / mebibyte;
  const pictures = files.map((file) => readFileSync(file));
  const work = {
    ours(list) {
      const made = renditions();
      return Promise.all(list.flatMap((bytes) => wanted.map((one) => made.of(bytes, one))));
    },
    bare: (list) => Promise.all(list.flatMap((bytes) => shapes.map((one) => direct(bytes, one)))),
  }[process.env.BENCH_WAY];
  await work(pictures.slice(0, 1));
  global.gc?.();
  const idle = resident();
  let peak = idle;
  const looks = setInterval(() => (peak = Math.max(peak, resident())), 5);
  await work(pictures);
  clearInterval(looks);
  console.log(JSON.stringify({ idle, above: peak - idle }));
  process.exit(0);
}

/** The same from the file: upright, on white, padded where the shape is another. */
function direct(bytes, frame) {
  const picture = sharp(bytes).autoOrient();
  const sized = frame
    ? picture.resize({
        ...{ width: frame.width.max, height: Math.round(frame.width.max / frame.ratio.max) },
        ...{ fit: 'contain', background: '#ffffff' },
      })
    : picture.resize({ width: 2_000, height: 2_000, fit: 'inside', withoutEnlargement: true });
  return sized.flatten({ background: '#ffffff' }).jpeg({ quality: 90 }).toBuffer();
}

/** Soft shapes with the grain that a camera adds. */
async function camera(seed) {
  const soft = await photo(4_000, 3_000, seed);
  const grain = await sharp({
    create: {
      ...{ width: 4_000, height: 3_000, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(soft)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

const pictures = [];
for (let seed = 1; seed <= 10; seed += 1) pictures.push(await camera(seed));
const [picture] = pictures;

const ours = async () => {
  const made = renditions();
  return Promise.all(wanted.map((one) => made.of(picture, one)));
};
const bare = () => Promise.all(shapes.map((frame) => direct(picture, frame)));
for (const [n, made] of (await ours()).entries()) {
  const { width, height } = await sharp((await bare())[n]).metadata();
  if (made?.width !== width || Math.abs(made.height - height) > 1)
    throw new Error(`rendition ${n} is ${made?.width} by ${made?.height}, not ${width} by ${height}`);
}

const time = async (work) => {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, cpu: (user + system) / 1_000 };
};
const both = { ours: [], bare: [] };
for (let n = 0; n < 12; n += 1) {
  both.bare.push(await time(bare));
  both.ours.push(await time(ours));
}
const of = (way, what) => median(both[way].slice(2).map((run) => run[what]));

const folder = mkdtempSync(join(tmpdir(), 'presence-bench-'));
pictures.forEach((bytes, n) => writeFileSync(join(folder, `${n}.jpg`), bytes));
const memoryOf = (way) => {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
    env: { ...process.env, BENCH_PICTURES: folder, BENCH_WAY: way },
    encoding: 'utf8',
  });
  return JSON.parse(stdout).above;
};
const memory = { ours: memoryOf('ours'), bare: memoryOf('bare') };
rmSync(folder, { recursive: true });

const row = (what, value, unit, other, goal) => ({
  ...{ what, value: value.toFixed(0), unit, bare: other.toFixed(0), ratio: (value / other).toFixed(2), goal },
});
console.log(
  `RESULT ${JSON.stringify([
    row('eight renditions of 12 megapixels', of('ours', 'wall'), 'ms', of('bare', 'wall'), 'ratio <= 0.6'),
    row('the same, time of the processor', of('ours', 'cpu'), 'ms', of('bare', 'cpu'), ''),
    row('ten such pictures at once: memory above one', memory.ours, 'MB', memory.bare, ''),
  ])}`,
);
