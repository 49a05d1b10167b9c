import { createHash } from 'node:crypto';
import { factsVersion, pictureKeyOf, type PictureFacts } from '../../src/brand/pictures/schema';
import type { BrandKit } from '../../src/brand/schema';
import type { LoadedPicture } from '../channels/pictures';
import type { BrandPicturesStore } from '../stores/brand-pictures';
import type { MediaFile, MediaFilesStore } from '../stores/media-files';
import { atMost } from './at-most';
import { limits } from './decode';
import { keptFacts } from './kept-facts';
import { logoTemplates, type LogoFile } from './logos';
import { measurePicture, soughtAs, type MeasureOptions } from './measure';
import type { TextReader } from './ocr';

const day = 86_400_000;
const keptDays = 180;
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
type Facts = ReadonlyMap<string, PictureFacts>;

/** What is asked of pictures: the same `digest` for the same answers. */
interface Asked {
  readonly digest: string;
  readonly logos: readonly LogoFile[];
  readonly reader: TextReader | null;
}

export type PictureFactsService = ReturnType<typeof pictureFactsService>;

/**
 * What was measured in the pictures of the media library. Each file is opened once and measured again when it was replaced,
 * when the kit asks for other logos, or when measuring itself changed.
 */
export function pictureFactsService(deps: PictureFactsDeps) {
  const { files, open, store, reader, now, measure = measurePicture } = deps;
  const kept = keptFacts(now);
  let sweptAt = 0;
  const logos = logoTemplates({
    find: files.find,
    async open(file) {
      const loaded = await open(file.url);
      return loaded.kind === 'loaded' ? bufferOf(loaded.bytes) : null;
    },
  });

  /**
   * By the key of the picture (`pictureKeyOf`); what is no picture of the media library is not in the map. `known` says only
   * what is known by now, without opening a file; `measure` opens those that are not.
   */
  async function factsOf(
    pictures: readonly PictureRef[],
    kit: BrandKit,
    how: 'measure' | 'known' = 'measure',
  ): Promise<Facts> {
    if (pictures.length === 0 || !isAsked(kit)) return new Map();
    const keys = [...new Set(pictures.map(pictureKeyOf))];
    const found = filesByKey(await files.find(keys));
    const wanted = [...new Set(keys.flatMap((key) => found.get(key) ?? []))].filter(isPicture);
    const asked = await askedBy(kit);
    const known = await knownOf(wanted, asked);
    const turn = atMost(atOnce);
    const measured = await Promise.all(
      wanted.map(async (file): Promise<[string, PictureFacts][]> => {
        const before = known.get(keyOf(file, asked));
        if (!before && how === 'known') return [];
        const facts = before ?? (await turn(() => opened(file, asked)));
        return [
          [file.hash, facts],
          [file.url, facts],
        ];
      }),
    );
    const byKey = new Map(measured.flat());
    const lost = pictures.flatMap(({ hash }) => (hash !== null && !found.has(hash) ? [hash] : []));
    return new Map([
      ...keys.flatMap((key): [string, PictureFacts][] => {
        const facts = byKey.get(key);
        return facts ? [[key, facts]] : [];
      }),
      ...lost.map((key): [string, PictureFacts] => [key, without('picture.missing', gone, 0)]),
    ]);
  }

  async function askedBy(kit: BrandKit): Promise<Asked> {
    const sought = kit.pictures.logo ? await logos.files(kit.logos) : [];
    const reads = reader && (kit.pictures.text ?? kit.pictures.contrast ?? kit.facts) ? reader : null;
    const parts = [String(factsVersion), reads?.tag ?? '', ...sought.map(soughtAs)];
    return { digest: digest(parts.join('\n')), logos: sought, reader: reads };
  }

  async function knownOf(wanted: readonly MediaFile[], asked: Asked): Promise<Facts> {
    const known = new Map<string, PictureFacts>();
    const keys = wanted.map((file) => keyOf(file, asked));
    for (const key of keys) {
      const facts = kept.get(key);
      if (facts) known.set(key, facts);
    }
    for (const [key, facts] of await store.find(keys.filter((key) => !known.has(key)))) {
      if (facts.version !== factsVersion) continue;
      known.set(key, facts);
      kept.set(key, facts);
    }
    return known;
  }

  async function opened(file: MediaFile, asked: Asked): Promise<PictureFacts> {
    const key = keyOf(file, asked);
    const passing = (code: string, message: string): PictureFacts =>
      kept.briefly(key, without(code, message, file.bytes));
    // Strapi counts in kilobytes of 1,000.
    if (file.bytes > limits.bytes * 1.1) return passing('picture.too-large', tooHeavy);
    const loaded = await open(file.url);
    if (loaded.kind === 'missing') return passing('picture.missing', gone);
    if (loaded.kind === 'unavailable') return passing('picture.unavailable', loaded.message);
    const bytes = bufferOf(loaded.bytes);
    const same = await store.ofBytes(createHash('sha256').update(bytes).digest('hex'), asked.digest);
    if (same?.version === factsVersion) return remembered(file, asked, same);
    const { sought, all } = await logos.ready(asked.logos);
    const facts = await measure(bytes, { logos: sought, reader: asked.reader });
    const isUnread = asked.reader !== null && facts.colours !== null && facts.texts === null;
    // A logo that could not be had, or text that could not be read, may do the next time.
    return all && !isUnread ? remembered(file, asked, facts) : kept.briefly(key, facts);
  }

  async function remembered(file: MediaFile, asked: Asked, facts: PictureFacts): Promise<PictureFacts> {
    const key = keyOf(file, asked);
    kept.set(key, facts);
    await store.put({ key, file: digest(file.hash), asked: asked.digest, facts, at: now() });
    if (now() - sweptAt > day) {
      sweptAt = now();
      await store.deleteBefore(now() - keptDays * day);
    }
    return facts;
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
const keyOf = ({ hash, stamp }: MediaFile, asked: Asked): string =>
  digest([hash, stamp, asked.digest].join('\n'));
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const gone = 'The file is not in the media library any more, so it was not checked. Choose another picture.';
const tooHeavy = 'The file has more than 50 MB, so it was not checked. Upload a smaller one.';

/** Facts of a picture that could not be opened. */
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
