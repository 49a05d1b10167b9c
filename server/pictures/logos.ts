import { logoTemplateOf, type LogoTemplate } from '../../src/brand/pictures/logo/template';
import type { BrandKit } from '../../src/brand/schema';
import type { MediaFile } from '../stores/media-files';
import { atMost } from './at-most';
import { decode, rasterOf, rawSharp } from './decode';
import type { SoughtLogo } from './measure';

/** Longest edge of a logo from which its pattern is made. */
const edge = 256;
const most = 100;

/** A logo of a kit whose file is in the media library. */
export interface LogoFile extends Pick<SoughtLogo, 'key' | 'hash'> {
  readonly file: MediaFile;
}

export interface LogoDeps {
  readonly find: (hashes: readonly string[]) => Promise<readonly MediaFile[]>;
  readonly open: (file: MediaFile) => Promise<Buffer | null>;
}

/** Makes the logos of a kit ready to be looked for, each once for as long as its file stays. */
export function logoTemplates({ find, open }: LogoDeps) {
  const known = new Map<string, LogoTemplate | null>();
  const turn = atMost(1);

  /** Null: the file shows nothing that could be found. Undefined: it could not be had now. */
  async function made({ file, hash }: LogoFile): Promise<LogoTemplate | null | undefined> {
    const before = known.get(hash);
    if (before !== undefined) return before;
    const bytes = await open(file);
    if (!bytes) return undefined;
    const { raster } = await decode(bytes, edge);
    const template = raster && logoTemplateOf(await rasterOf(rawSharp(raster).ensureAlpha()));
    known.set(hash, template);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return template;
  }

  return {
    /** Those whose file is there; `hash` also tells one state of the file from another. */
    async files(logos: BrandKit['logos']): Promise<LogoFile[]> {
      if (logos.length === 0) return [];
      const found = new Map((await find(logos.map(({ hash }) => hash))).map((file) => [file.hash, file]));
      return logos.flatMap(({ key, hash }) => {
        const file = found.get(hash);
        return file ? { key, hash: `${hash}|${file.stamp}`, file } : [];
      });
    },

    /** With their patterns; `all` is false where a file could not be had, so that looking again may find more. */
    async ready(files: readonly LogoFile[]): Promise<{ sought: SoughtLogo[]; all: boolean }> {
      const sought: SoughtLogo[] = [];
      let all = true;
      for (const logo of files) {
        const template = await turn(() => made(logo));
        if (template === undefined) all = false;
        else if (template) sought.push({ key: logo.key, hash: logo.hash, template });
      }
      return { sought, all };
    },
  };
}
