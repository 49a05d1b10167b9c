import { readFileSync } from 'node:fs';

/** A file of the app that is read at start; `text` is null where it cannot be read. */
export interface TextFile {
  readonly path: string;
  readonly text: string | null;
  readonly error: string | null;
}

/** What stands in a file. */
export function textFile(path: string): TextFile {
  try {
    return { path, text: readFileSync(path, 'utf8'), error: null };
  } catch (error) {
    return { path, text: null, error: error instanceof Error ? error.message : String(error) };
  }
}
