import { createHash } from 'node:crypto';
import { recordKeyOf } from '../../../src/channels/record-key';

// https://atproto.com/specs/tid
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const uuid = (number: number): string => {
  const hex = createHash('md5').update(String(number)).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

test.each([
  ['6f1c2f0e-6f7f-4c7e-9d0e-0d6b7c9c1a01', 1_795_334_400_000],
  ['00000000-0000-4000-8000-000000000000', 0],
  ['ffffffff-ffff-4fff-bfff-ffffffffffff', 9_007_199_254_740],
])('%s of %d has a valid key, the same each time', (publication, createdAt) => {
  const key = recordKeyOf(publication, createdAt);
  expect(key).toMatch(tid);
  expect(recordKeyOf(publication, createdAt)).toBe(key);
});

test('The key of a publication never changes with a release of this plugin', () => {
  expect(recordKeyOf('6f1c2f0e-6f7f-4c7e-9d0e-0d6b7c9c1a01', 1_795_334_400_000)).toBe('3n2v5i5iwl2gc');
});

test('Later publications have later keys, once they are more than half a minute apart', () => {
  const keys = Array.from({ length: 100 }, (_, index) =>
    recordKeyOf(uuid(index), 1_795_334_400_000 + index * 34_000),
  );
  expect([...keys].sort()).toEqual(keys);
});

test('Twenty thousand publications of one moment have twenty thousand keys', () => {
  const keys = new Set(
    Array.from({ length: 20_000 }, (_, index) => recordKeyOf(uuid(index), 1_795_334_400_000)),
  );
  expect(keys.size).toBe(20_000);
});
