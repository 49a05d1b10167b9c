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

/** Tesseract's mode for text here and there in a picture; its usual one expects a page of a book and misses a sign. */
const sparseText = '11';
/** Tesseract reads letters of some 20 to 60 pixels best: headlines are read in a smaller picture. */
const headlineEdges = [700, 420];

const edges = ({ width, height }: Raster): readonly number[] => {
  const whole = Math.max(width, height);
  return [whole, ...headlineEdges.filter((edge) => edge * 1.3 < whole)];
};

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
  setParameters(parameters: { readonly tessedit_pageseg_mode: string }): Promise<unknown>;
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
      const passes: Line[][] = [];
      for (const edge of edges(raster)) {
        const small = rawSharp(raster)
          .flatten({ background: '#ffffff' })
          .greyscale()
          .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
        // The engine takes the resolution for a hint of how large letters are, and complains where there is none.
        const { data: image, info } = await small
          .withMetadata({ density: 150 })
          .png({ compressionLevel: 1 })
          .toBuffer({ resolveWithObject: true });
        passes.push(linesOf(page.parse(await inTime(recognised(image))), info));
      }
      return bestOf(passes.flat());
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
  await started.setParameters({ tessedit_pageseg_mode: sparseText });
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

/** Above this a line is read well, and of two the longer one holds the other. */
const sure = 85;

/** Of lines at one place the one that was read most surely; from the top. */
function bestOf(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  const sureness = ({ confidence }: Line): number => Math.min(confidence, sure);
  for (const line of [...lines].sort((a, b) => sureness(b) - sureness(a) || b.text.length - a.text.length))
    if (!kept.some((other) => overlaps(other.region, line.region))) kept.push(line);
  return kept.sort((a, b) => a.region.y - b.region.y || a.region.x - b.region.x).slice(0, mostLines);
}

/** Whether one region covers a third of the other or more. */
function overlaps(a: Line['region'], b: Line['region']): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width > 0 && height > 0 && width * height > smaller / 3;
}

function linesOf(
  { blocks }: z.output<typeof page>,
  { width, height }: { readonly width: number; readonly height: number },
): Line[] {
  const within = (value: number, size: number): number => Math.min(1, Math.max(0, value / size));
  return (blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .flatMap(({ text, confidence, bbox }) => {
      const said = text.trim().slice(0, 1_000);
      const [x, y] = [within(bbox.x0, width), within(bbox.y0, height)];
      const region = { x, y, width: within(bbox.x1, width) - x, height: within(bbox.y1, height) - y };
      return said === '' || region.width <= 0 || region.height <= 0 ? [] : { text: said, confidence, region };
    });
}
