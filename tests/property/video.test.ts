import fc from 'fast-check';
import { readVideo } from '../../src/channels/video/read';
import { fileOf, film, webm } from '../unit/video/film';

const megabyte = 1_048_576;
const films = [film(), film({ moovLast: true, long: true }), film({ fragmented: true }), webm()];

/** Whatever is in a file, it is a film that can be told or none, and little of it was read. */
async function isTold(bytes: Uint8Array): Promise<void> {
  const file = fileOf(bytes);
  const found = await readVideo(file);
  expect(file.taken()).toBeLessThan(17 * megabyte);
  if (found === null) return;
  expect(found.width * found.height).toBeGreaterThan(0);
  expect(found.bytes).toBe(bytes.length);
  expect(found.seconds ?? 1).toBeGreaterThan(0);
  expect(Number.isFinite(found.seconds ?? 1)).toBe(true);
}

test('Any bytes at all are read to an end', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), isTold));
});

test('So is a film of which some bytes were changed, or the end is missing', async () => {
  const change = fc.record({ at: fc.nat(1_500), by: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...films),
      fc.array(change, { maxLength: 12 }),
      fc.nat(3_000),
      async (whole, changes, length) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, by } of changes) if (at < bytes.length) bytes[at] = by;
        await isTold(bytes.subarray(0, Math.max(1, bytes.length - (length > 2_000 ? length - 2_000 : 0))));
      },
    ),
    { numRuns: 500 },
  );
});

test('And one whose boxes say that they are as large as they like', async () => {
  const whole = film();
  const size = fc.constantFrom(0, 1, 7, 8, 9, 0x7fff_ffff, 0xffff_ffff);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 8), size, async (at, value) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32BE(value, at);
      await isTold(bytes);
    }),
    { numRuns: 500 },
  );
});
