import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Raster } from '../../src/brand/pictures/pixels/raster';
import type { PictureFacts } from '../../src/brand/pictures/schema';
import { rawSharp } from './decode';

type Line = Omit<NonNullable<PictureFacts['texts']>[number], 'contrast'>;

/** Reads text in pictures. */
export interface TextReader {
  /** The lines from the top; null where reading failed or took too long. */
  read(raster: Raster): Promise<Line[] | null>;
}

export interface OcrOptions {
  /** Language codes of Tesseract: `eng`, `deu`. */
  readonly languages: readonly string[];
  /** A folder from which the app's packages are found. */
  readonly from: string;
  readonly log: (message: string) => void;
}

const lstmOnly = 1;
const secondsPerPicture = 30;
const mostLines = 200;

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const page = z.object({
  blocks: z
    .array(
      z.object({
        paragraphs: z.array(
          z.object({
            lines: z.array(z.object({ text: z.string(), confidence: z.number(), bbox: box })),
          }),
        ),
      }),
    )
    .nullable(),
});

/** The part of tesseract.js that we use. */
interface Engine {
  createWorker(languages: string, mode: number, options: object): Promise<Worker>;
}
interface Worker {
  readonly worker: { on(event: 'error', told: () => void): unknown };
  recognize(image: Buffer, options: object, output: { blocks: true }): Promise<{ data: unknown }>;
  terminate(): Promise<unknown>;
}

/**
 * Reads text with `tesseract.js` and the language data of the packages `@tesseract.js-data/<code>`, as far as the app has
 * them: nothing is ever downloaded. One worker is kept, for one picture after the other.
 */
export function ocr({ languages, from, log }: OcrOptions) {
  const require = createRequire(join(from, 'package.json'));
  let running: { readonly folder: string; readonly worker: Promise<Worker> } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    if (!ended) return;
    await (await ended.worker.catch(() => null))?.terminate();
    await rm(ended.folder, { recursive: true, force: true });
  };
  const recognised = async (image: Buffer): Promise<unknown> => {
    if (!running) {
      // The engine wants the data of all languages in one folder.
      const folder = await mkdtemp(join(tmpdir(), 'presence-ocr-'));
      running = { folder, worker: start(require, languages, folder) };
    }
    return (await (await running.worker).recognize(image, {}, { blocks: true })).data;
  };
  const readOne = async (raster: Raster): Promise<Line[] | null> => {
    try {
      const flat = rawSharp(raster).flatten({ background: '#ffffff' });
      // The engine takes the resolution for a hint of how large letters are, and complains where there is none.
      const image = await flat.withMetadata({ density: 150 }).png({ compressionLevel: 1 }).toBuffer();
      return linesOf(page.parse(await inTime(recognised(image))), raster);
    } catch (error) {
      log(
        `The text in a picture could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      // A worker that hangs or failed is of no further use.
      await end();
      return null;
    }
  };
  return {
    /** Why it cannot read, as a sentence; null where it can. */
    missing(): string | null {
      const packages = ['tesseract.js', ...languages.map(dataPackage)];
      const absent = packages.filter((name) => !isThere(require, name));
      return absent.length === 0
        ? null
        : `Text in pictures is not read: install ${absent.join(' and ')} in the app (npm install ${absent.join(' ')}) and restart.`;
    },
    read(raster: Raster): Promise<Line[] | null> {
      const mine = last.then(() => readOne(raster));
      last = mine;
      return mine;
    },
    /** Ends the worker; reading again starts another. */
    async stop(): Promise<void> {
      await last;
      await end();
    },
  };
}

const dataPackage = (language: string): string => `@tesseract.js-data/${language}`;

function isThere(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

async function start(require: NodeJS.Require, languages: readonly string[], folder: string): Promise<Worker> {
  // Loaded when the first text is read, from the app: most businesses have no need of it.
  const engine = require('tesseract.js') as Engine;
  for (const code of languages)
    await copyFile(dataFile(require, code), join(folder, `${code}.traineddata.gz`));
  const started = await new Promise<Worker>((resolve, reject) => {
    // What the engine cannot load it tells here only: the promise would stay open.
    const errorHandler = (reason: unknown) => reject(new Error(String(reason)));
    const options = { langPath: folder, cacheMethod: 'none', gzip: true, errorHandler };
    engine.createWorker(languages.join('+'), lstmOnly, options).then(resolve, reject);
  });
  // Without anybody listening, a thread that breaks down would take the process along.
  started.worker.on('error', () => undefined);
  return started;
}

/** The smaller of both data sets: made for the LSTM engine, which is the only one that is used. */
function dataFile(require: NodeJS.Require, code: string): string {
  const folder = dirname(require.resolve(`${dataPackage(code)}/package.json`));
  return join(folder, '4.0.0_best_int', `${code}.traineddata.gz`);
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it took longer than ${secondsPerPicture} seconds.`)),
      secondsPerPicture * 1_000,
    );
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function linesOf({ blocks }: z.output<typeof page>, { width, height }: Raster): Line[] {
  const within = (value: number, size: number): number => Math.min(1, Math.max(0, value / size));
  return (blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .flatMap(({ text, confidence, bbox }) => {
      const said = text.trim().slice(0, 1_000);
      const [x, y] = [within(bbox.x0, width), within(bbox.y0, height)];
      const region = { x, y, width: within(bbox.x1, width) - x, height: within(bbox.y1, height) - y };
      return said === '' || region.width <= 0 || region.height <= 0 ? [] : { text: said, confidence, region };
    })
    .slice(0, mostLines);
}
