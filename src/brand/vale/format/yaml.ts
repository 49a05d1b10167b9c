import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** A value of a YAML file: maps keep their order. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;

export const isYamlMap = (value: unknown): value is YamlMap => value instanceof Map;

/** A YAML file whose root is a map, and where its keys stand. */
export interface YamlFile {
  readonly map: YamlMap;
  /** Line of a key at the root, counted from 1; null where there is no such key. */
  lineOf(key: string): number | null;
}

export type YamlReading =
  | { readonly ok: true; readonly value: YamlFile }
  | { readonly ok: false; readonly message: string; readonly line: number | null };

/** Reads a rule or test file. Keys that stand twice are tolerated; the last one counts. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      lineCounter: lines,
      merge: true,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error) return { ok: false, message: firstLine(error.message), line: error.linePos?.[0].line ?? null };
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
    if (!isYamlMap(value)) return { ok: false, message: 'it is not a list of keys and values', line: 1 };
    return { ok: true, value: { map: value, lineOf: (key) => lineOf(document, lines, key) } };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? firstLine(error.message) : 'it cannot be read',
      line: null,
    };
  }
}

const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/[:.]?\s*(at line \d+, column \d+:?)?$/, '');

function lineOf(document: Document, lines: LineCounter, key: string): number | null {
  if (!isMap(document.contents)) return null;
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key) || String(pair.key.value) !== key || !pair.key.range) continue;
    return lines.linePos(pair.key.range[0]).line;
  }
  return null;
}
