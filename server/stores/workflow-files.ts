import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that holds a workflow, with what stands in it; `error` where it cannot be read. */
export interface WorkflowFile {
  readonly name: string;
  readonly content: unknown;
  readonly error: string | null;
}

/** The JSON files of a folder, by name. */
export function workflowFiles(folder: string): WorkflowFile[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    return [{ name: folder, content: null, error: `cannot be read: ${String((error as Error).message)}` }];
  }
  return names.sort().map((name) => {
    try {
      return { name, content: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown, error: null };
    } catch (error) {
      return { name, content: null, error: `is no JSON: ${String((error as Error).message)}` };
    }
  });
}
