import { byteRange } from '../../../server/http/byte-range';

const part = (start: number, end: number) => ({ kind: 'part', start, end });
const [whole, unsatisfiable] = [{ kind: 'whole' }, { kind: 'unsatisfiable' }];

it.each<[header: string | undefined, size: number, range: object]>([
  [undefined, 1_000, whole],
  ['bytes=0-499', 1_000, part(0, 500)],
  ['bytes=500-', 1_000, part(500, 1_000)],
  ['bytes=-500', 1_000, part(500, 1_000)],
  ['bytes=-5000', 1_000, part(0, 1_000)],
  ['bytes=999-999', 1_000, part(999, 1_000)],
  ['bytes=900-5000', 1_000, part(900, 1_000)],
  ['BYTES=0-0', 1_000, part(0, 1)],
  ['bytes=1000-', 1_000, unsatisfiable],
  ['bytes=99999999999999999999-', 1_000, unsatisfiable],
  ['bytes=-0', 1_000, unsatisfiable],
  ['bytes=0-', 0, unsatisfiable],
  ['bytes=500-400', 1_000, whole],
  ['bytes=0-1,5-6', 1_000, whole],
  ['bytes=-', 1_000, whole],
  ['bytes=a-b', 1_000, whole],
  ['lines=0-1', 1_000, whole],
  ['', 1_000, whole],
])('%s of %i bytes', (header, size, range) => {
  expect(byteRange(header, size)).toEqual(range);
});
