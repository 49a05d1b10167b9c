import { logoTemplateOf, type LogoTemplate } from '../../src/brand/pictures/logo/template';
import type { BrandKit } from '../../src/brand/schema';
import type { MediaFile } from '../stores/media-files';
import { atMost } from './at-most';
import { decode, rasterOf, rawSharp } from './decode';
import type { SoughtLogo } from './measure';

/** Longest edge of a logo from which its pattern is made. */
const edge = 256;
const most = 100;

export interface LogoDeps {
  readonly find: (hashes: readonly string[]) => Promise<readonly MediaFile[]>;
  readonly open: (file: MediaFile) => Promise<Buffer | null>;
}

/** Makes the logos of a kit ready to be looked for, each once for as long as its file stays. */
export function logoTemplates({ find, open }: LogoDeps) {
  const known = new Map<string, LogoTemplate | null>();
  const turn = atMost(1);

  async function made(file: MediaFile): Promise<LogoTemplate | null> {
    const key = `${file.hash}|${file.stamp}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const bytes = await open(file);
    // A file that cannot be had now may be there the next time.
    if (!bytes) return null;
    const { raster } = await decode(bytes, edge);
    const template = raster && logoTemplateOf(await rasterOf(rawSharp(raster).ensureAlpha()));
    known.set(key, template);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return template;
  }

  /** Those that can be looked for. A logo whose file is gone, or shows nothing, is left out. */
  return async (logos: BrandKit['logos']): Promise<SoughtLogo[]> => {
    if (logos.length === 0) return [];
    const files = new Map((await find(logos.map(({ hash }) => hash))).map((file) => [file.hash, file]));
    const sought: SoughtLogo[] = [];
    for (const { key, hash } of logos) {
      const file = files.get(hash);
      const template = file && (await turn(() => made(file)));
      if (template) sought.push({ key, hash: `${hash}|${file.stamp}`, template });
    }
    return sought;
  };
}
