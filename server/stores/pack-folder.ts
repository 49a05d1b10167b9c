import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** A pack as it lies in a folder of the app: its files as texts, or the zip as it is. */
export type PackInFolder =
  | { readonly name: string; readonly files: Readonly<Record<string, string>> }
  | { readonly name: string; readonly zip: Uint8Array };

/** Files larger than this are stepped over. */
const longest = 5_000_000;
const mostFiles = 2_000;

/**
 * The packs of a folder: each a folder or a zip in it; or the folder itself, where rules lie in it. Throws a sentence where
 * the folder cannot be read.
 */
export function packsIn(folder: string): PackInFolder[] {
  const inside = entriesOf(folder);
  if (inside.some(({ name }) => name.endsWith('.yml') || name === 'styles'))
    return [{ name: basename(folder), files: textsIn(folder) }];
  return inside.flatMap((one): PackInFolder[] => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return [{ name: one.name, files: textsIn(path) }];
    return extname(one.name) === '.zip'
      ? [{ name: basename(one.name, '.zip'), zip: new Uint8Array(readFileSync(path)) }]
      : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new Error(
      `The folder with packs of Presence (presence.brand.packs in config/plugins) cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Links are not followed: they may lead out of the folder. */
function textsIn(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  const walk = (below: string): void => {
    for (const one of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (Object.keys(texts).length >= mostFiles) return;
      const path = below === '' ? one.name : `${below}/${one.name}`;
      if (one.isDirectory() && one.name !== '.git') walk(path);
      else if (one.isFile() && statSync(join(folder, path)).size <= longest)
        texts[path] = readFileSync(join(folder, path), 'utf8');
    }
  };
  walk('');
  return texts;
}
