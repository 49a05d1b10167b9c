import { unzipSync, strFromU8, type UnzipFileInfo } from 'fflate';
import type { PackProblem } from '../../catalogue/schema';
import { problem, type PackCode } from '../format/problem';
import { entriesOf } from './entries';

/** What a pack may be at most, unpacked. */
export const limits = { bytes: 20_000_000, files: 2_000, fileBytes: 5_000_000, ratio: 200 } as const;

export type Unpacked =
  | {
      readonly ok: true;
      readonly files: Readonly<Record<string, string>>;
      readonly problems: readonly PackProblem[];
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Only these are of use; pictures and programs in a pack are stepped over. */
const useful = /\.(?:ya?ml|txt|dic|aff|json|ini|md|expr)$|(?:^|\/)(?:\.vale|_vale|LICEN[CS]E|COPYING)$/i;

/**
 * Unpacks a zip archive to texts by path. An archive with a file that would leave its folder, with a link, or that unpacks to
 * too much is refused as a whole, before anything of it is unpacked where its list says so already.
 */
export function unpack(zip: Uint8Array): Unpacked {
  const entries = entriesOf(zip);
  if (!entries) return refused('', 'pack.zip-broken', 'The file is not a zip archive, or it is damaged.');
  const unsafe = entries.find(({ path, isLink }) => isLink || !isSafe(path));
  if (unsafe) {
    const why = unsafe.isLink ? 'is a link' : 'leads out of the folder of the pack';
    return refused(
      unsafe.path,
      'pack.zip-unsafe',
      `The file ${shown(unsafe.path)} ${why}. Nothing of the archive was taken.`,
    );
  }
  const wanted = entries.filter(({ path }) => isWanted(path));
  if (entries.length > limits.files)
    return refused(
      '',
      'pack.zip-too-large',
      `The archive has ${entries.length} files; at most ${limits.files} are taken.`,
    );
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > limits.bytes || isBomb(declared, zip.length))
    return refused('', 'pack.zip-too-large', `The archive unpacks to ${megabytes(declared)} MB; at most ${megabytes(limits.bytes)} MB are taken.`); // prettier-ignore
  return inflated(zip, new Map(wanted.map(({ path, size }) => [path, size])));
}

function inflated(zip: Uint8Array, sizes: ReadonlyMap<string, number>): Unpacked {
  const problems: PackProblem[] = [];
  const files: Record<string, string> = Object.create(null) as Record<string, string>;
  let total = 0;
  try {
    const contents = unzipSync(zip, {
      filter: ({ name, size, originalSize }: UnzipFileInfo) =>
        sizes.get(name) === originalSize && originalSize <= limits.fileBytes && !isBomb(originalSize, size),
    });
    for (const [path, size] of sizes) {
      const bytes = contents[path];
      if (!bytes || bytes.length > size) {
        problems.push(problem(path, null, 'pack.zip-too-large', `The file ${shown(path)} unpacks to more than ${megabytes(limits.fileBytes)} MB, or to more than it says.`)); // prettier-ignore
        continue;
      }
      if ((total += bytes.length) > limits.bytes)
        return refused(
          '',
          'pack.zip-too-large',
          `The archive unpacks to more than ${megabytes(limits.bytes)} MB.`,
        );
      files[path] = strFromU8(bytes).replace(/^\ufeff/, '');
    }
  } catch {
    return refused('', 'pack.zip-broken', 'The archive is damaged: a file in it cannot be unpacked.');
  }
  return { ok: true, files: { ...files }, problems };
}

const refused = (file: string, code: PackCode, message: string): Unpacked => ({
  ok: false,
  problems: [problem(file, null, code, message)],
});

/** Small archives may be packed well; a megabyte out of a few kilobytes is no text. */
const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > 1_000_000 && unpacked > packed * limits.ratio;

const isSafe = (path: string): boolean =>
  !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(path) && path.length <= 500;

const isWanted = (path: string): boolean =>
  !path.endsWith('/') &&
  useful.test(path) &&
  !/(?:^|\/)(?:__MACOSX|node_modules|\.git)\//.test(path) &&
  !/(?:^|\/)__proto__(?:\/|$)/.test(path);

const shown = (path: string): string => `“${path.slice(0, 100)}”`;
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
