import { createHash } from 'node:crypto';
import { factsVersion, pictureKeyOf, type PictureFacts } from '../../src/brand/pictures/schema';
import type { BrandKit } from '../../src/brand/schema';
import type { LoadedPicture } from '../channels/pictures';
import type { BrandPicturesStore } from '../stores/brand-pictures';
import type { MediaFile, MediaFilesStore } from '../stores/media-files';
import { atMost } from './at-most';
import { limits } from './decode';
import { logoTemplates } from './logos';
import { measurePicture, soughtAs, type MeasureOptions, type SoughtLogo } from './measure';
import type { TextReader } from './ocr';

const day = 86_400_000;
const keptDays = 180;
/** Facts in memory: some kilobytes each. */
const most = 300;
const atOnce = 2;

export interface PictureFactsDeps {
  readonly files: Pick<MediaFilesStore, 'find'>;
  readonly open: (url: string) => Promise<LoadedPicture>;
  readonly store: BrandPicturesStore;
  /** Null where text in pictures is not read; `tag` tells one way of reading from another. */
  readonly reader: (TextReader & { readonly tag: string }) | null;
  readonly now: () => number;
  readonly measure?: (bytes: Buffer, options: MeasureOptions) => Promise<PictureFacts>;
}

/** A picture of an entry or of a copy, by what tells its file. */
export type PictureRef = Parameters<typeof pictureKeyOf>[0];

export type PictureFactsService = ReturnType<typeof pictureFactsService>;

/**
 * What was measured in the pictures of the media library. Each file is opened once and measured again when it was replaced,
 * when the kit asks for other logos, or when measuring itself changed. Every check, the gate's too, asks here first.
 */
export function pictureFactsService(deps: PictureFactsDeps) {
  const { files, open, store, reader, now, measure = measurePicture } = deps;
  const kept = new Map<string, PictureFacts>();
  let sweptAt = 0;
  const bytesOf = async (file: MediaFile): Promise<Buffer | null> => {
    const loaded = await open(file.url);
    return loaded.kind === 'loaded' ? bufferOf(loaded.bytes) : null;
  };
  const templatesOf = logoTemplates({ find: files.find, open: bytesOf });

  /** By the key of the picture (`pictureKeyOf`). What is no picture of the media library is not in the map; nor is what is not known yet, where nothing is to be measured. */
  async function factsOf(
    pictures: readonly PictureRef[],
    kit: BrandKit,
    how: 'measure' | 'known' = 'measure',
  ): Promise<ReadonlyMap<string, PictureFacts>> {
    if (pictures.length === 0 || !isAsked(kit)) return new Map();
    const keys = [...new Set(pictures.map(pictureKeyOf))];
    const found = filesByKey((await files.find(keys)).filter(isPicture));
    const wanted = keys.flatMap((key) => found.get(key) ?? []);
    const logos = kit.pictures.logo ? await templatesOf(kit.logos) : [];
    const reads = reader && (kit.pictures.text ?? kit.pictures.contrast ?? kit.facts) ? reader : null;
    const asked = digest([String(factsVersion), reads?.tag ?? '', ...logos.map(soughtAs)].join('\n'));
    const known = await knownOf(wanted, asked);
    const turn = atMost(atOnce);
    const facts = await Promise.all(
      wanted.map(async (file) => {
        const before = known.get(keyOf(file, asked));
        if (before || how === 'known') return before;
        return turn(() => measured(file, asked, { logos, reader: reads }));
      }),
    );
    const byHash = new Map(wanted.map((file, at) => [file.hash, facts[at]]));
    const missing = keys.filter((key) => !found.has(key) && pictures.some(({ hash }) => hash === key));
    return new Map([
      ...keys.flatMap((key): [string, PictureFacts][] => {
        const file = found.get(key);
        const of = file && byHash.get(file.hash);
        return of ? [[key, of]] : [];
      }),
      ...missing.map((key): [string, PictureFacts] => [key, without('picture.missing', gone, 0)]),
    ]);
  }

  async function knownOf(
    wanted: readonly MediaFile[],
    asked: string,
  ): Promise<ReadonlyMap<string, PictureFacts>> {
    const known = new Map<string, PictureFacts>();
    const keys = wanted.map((file) => keyOf(file, asked));
    for (const key of keys) {
      const facts = kept.get(key);
      if (facts) known.set(key, facts);
    }
    const stored = await store.find(keys.filter((key) => !known.has(key)));
    for (const [key, facts] of [...known, ...stored]) {
      if (facts.version !== factsVersion) continue;
      known.set(key, facts);
      keep(key, facts);
    }
    return known;
  }

  async function measured(
    file: MediaFile,
    asked: string,
    options: { readonly logos: readonly SoughtLogo[]; readonly reader: TextReader | null },
  ): Promise<PictureFacts> {
    if (file.bytes > limits.bytes * 1.1) return without('picture.too-large', tooHeavy, file.bytes);
    const loaded = await open(file.url);
    if (loaded.kind === 'missing') return without('picture.missing', gone, file.bytes);
    if (loaded.kind === 'unavailable') return without('picture.unavailable', loaded.message, file.bytes);
    const bytes = bufferOf(loaded.bytes);
    const same = await store.ofBytes(createHash('sha256').update(bytes).digest('hex'), asked);
    const facts = same?.version === factsVersion ? same : await measure(bytes, options);
    // Text that could not be read this time may be read the next.
    if (options.reader && facts.colours && facts.texts === null) return facts;
    const key = keyOf(file, asked);
    keep(key, facts);
    await store.put({ key, file: digest(file.hash), asked, facts, at: now() });
    if (now() - sweptAt > day) {
      sweptAt = now();
      await store.deleteBefore(now() - keptDays * day);
    }
    return facts;
  }

  function keep(key: string, facts: PictureFacts): void {
    kept.delete(key);
    kept.set(key, facts);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
  }

  return {
    factsOf,
    /** A file of the media library was removed. */
    forget: (hash: string): Promise<void> => store.forget(digest(hash)),
  };
}

/** Whether the kit asks anything of pictures; else no file is opened. */
const isAsked = (kit: BrandKit): boolean =>
  kit.facts !== null || Object.values(kit.pictures).some((policy) => policy !== null);

const isPicture = ({ mime }: MediaFile): boolean => mime.startsWith('image/');

const filesByKey = (files: readonly MediaFile[]): ReadonlyMap<string, MediaFile> =>
  new Map(
    files.flatMap((file): [string, MediaFile][] => [
      [file.url, file],
      [file.hash, file],
    ]),
  );

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const keyOf = ({ hash, stamp }: MediaFile, asked: string): string => digest([hash, stamp, asked].join('\n'));
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const gone = 'The file is not in the media library any more, so it was not checked. Choose another picture.';
const tooHeavy = 'The file has more than 50 MB, so it was not checked. Upload a smaller one.';

/** Facts of a picture that could not be opened; they are not kept. */
const without = (code: string, message: string, bytes: number): PictureFacts => ({
  ...{
    version: factsVersion,
    sha256: '',
    format: '',
    width: 0,
    height: 0,
    bytes,
    hasAlpha: false,
    frames: 1,
  },
  ...{ colours: null, sharpness: null, phash: null, logos: null, logosSought: [], texts: null, codes: null },
  exif: { gps: null, device: null, takenAt: null },
  problems: [{ code, message }],
});
