// All picture checks on a photo of 12 megapixels without OCR: measured from one decode, then judged by a kit that asks for
// everything. Beside it the least that anybody must do: decode the same file once.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import sharp from 'sharp';
import { median, root } from './boot.mjs';

const bundle = `${root}tests/bench/.pictures-${process.pid}.cjs`;
await build({
  stdin: {
    contents: `
      export { measurePicture } from './server/pictures/measure';
      export { brandKit } from './src/brand/schema';
      export { contentOfCopy } from './src/brand/engine/copy-content';
      export { pictureRules } from './src/brand/pictures/rules';
      export { badge, photo, placed, sign, templateOf } from './tests/unit/brand/pictures/draw';
      export { qrSvg } from './tests/unit/brand/pictures/qr';
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
const parts = createRequire(import.meta.url)(bundle);
rmSync(bundle);
const {
  measurePicture,
  brandKit,
  contentOfCopy,
  pictureRules,
  badge,
  photo,
  placed,
  sign,
  templateOf,
  qrSvg,
} = parts;

const mebibyte = 1_048_576;
// In a process of its own, which has not drawn the picture: what ten at once need on top of one after the other.
if (process.env.BENCH_PICTURE) {
  const bytes = readFileSync(process.env.BENCH_PICTURE);
  const resident = () => process.memoryUsage().rss / mebibyte;
  const measure = () => measurePicture(Buffer.from(bytes), { logos: [], reader: null });
  await measure();
  global.gc?.();
  const idle = resident();
  let peak = idle;
  const looks = setInterval(() => (peak = Math.max(peak, resident())), 5);
  await Promise.all(Array.from({ length: 10 }, measure));
  clearInterval(looks);
  console.log(JSON.stringify({ idle, above: peak - idle }));
  process.exit(0);
}

// Soft shapes with the grain that a camera adds, a logo and a code in it.
const soft = await photo(4_000, 3_000);
const grain = await sharp({
  create: {
    width: 4_000,
    height: 3_000,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 12 },
  },
})
  .png({ compressionLevel: 0 })
  .toBuffer();
const grainy = await sharp(soft)
  .composite([{ input: grain, blend: 'soft-light' }])
  .jpeg({ quality: 88 })
  .toBuffer();
const withLogo = await placed(grainy, badge(), { width: 700, left: 3_000, top: 2_500 });
const picture = await placed(withLogo, Buffer.from(qrSvg('http://bakery.example/rye')), {
  width: 700,
  left: 200,
  top: 200,
});
const logos = [
  { key: 'main', hash: 'badge', template: await templateOf(badge()) },
  { key: 'old', hash: 'sign', template: await templateOf(sign()) },
];
const names = ['palette', 'logo', 'contrast', 'text', 'fit', 'blur', 'duplicate', 'qr', 'privacy'];
const rules = pictureRules(
  brandKit.parse({
    palette: ['#c8553d', '#f4e3c1', '#1f4d3a', '#7a3b00'].map((hex) => ({ name: hex, hex })),
    logos: logos.map(({ key, hash }) => ({
      key,
      name: key,
      hash,
      url: `/${hash}.svg`,
      retired: key === 'old',
    })),
    links: {},
    pictures: Object.fromEntries(names.map((name) => [name, {}])),
  }),
);
const copy = {
  text: '',
  link: null,
  edited: false,
  pictures: [{ hash: 'photo', url: '/photo.jpg', alt: 'Rye' }],
};
const subject = {
  ...{
    content: contentOfCopy(copy, 'email'),
    blocks: [],
    uid: null,
    locale: 'en',
    today: null,
    links: new Map(),
  },
  channel: { key: 'mail', kind: 'email', name: 'Mail' },
  earlier: [],
};
const check = async () => {
  const facts = await measurePicture(picture, { logos, reader: null });
  return rules.flatMap((rule) => rule.find({ ...subject, pictures: new Map([['photo', facts]]) }, () => ''));
};
const found = (await check()).map(({ rule }) => rule);
for (const rule of ['picture.qr', 'picture.fit-weight'])
  if (!found.includes(rule))
    throw new Error(`the check did not find ${rule}: the benchmark measures nothing`);
const bare = () => sharp(picture).raw().toBuffer();

const time = async (work) => {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, cpu: (user + system) / 1_000 };
};
const runs = async (count, work) => {
  const all = [];
  for (let n = 0; n < count; n += 1) all.push(await time(work));
  return { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) };
};
await runs(5, check);
await runs(3, bare);
const checks = await runs(21, check);
const bares = await runs(21, bare);

const folder = mkdtempSync(join(tmpdir(), 'presence-bench-'));
writeFileSync(join(folder, 'picture.jpg'), picture);
const { stdout } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
  env: { ...process.env, BENCH_PICTURE: join(folder, 'picture.jpg') },
  encoding: 'utf8',
});
rmSync(folder, { recursive: true });
const memory = JSON.parse(stdout);

const row = (what, value, unit, other, goal) => ({
  ...{ what, value: value.toFixed(0), unit, bare: other.toFixed(0), ratio: (value / other).toFixed(2), goal },
});
console.log(
  `RESULT ${JSON.stringify([
    row('all picture checks on 12 megapixels, two logos, no OCR', checks.wall, 'ms', bares.wall, '<= 400 ms'),
    row('the same, time of the processor', checks.cpu, 'ms', bares.cpu, ''),
    row('ten such pictures at once: memory above one', memory.above, 'MB', memory.idle, ''),
  ])}`,
);
