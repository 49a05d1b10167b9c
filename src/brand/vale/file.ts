import { FileCheck, type FileOptions } from './run/file-check';
import type { CheckedFile, ValeAlert, ValePack } from './schema';

export type { FileOptions } from './run/file-check';
export type { CheckedFile, FileFormat, ValeAlert } from './schema';

/** Checks one file with one pack or several, and answers as Vale prints: in the order of lines and columns. Never throws for text. */
export function checkFile(
  file: CheckedFile,
  packs: ValePack | readonly ValePack[],
  options: FileOptions = {},
): readonly ValeAlert[] {
  const list: readonly ValePack[] = 'rules' in packs ? [packs] : packs;
  const alerts = list.flatMap((pack) => new FileCheck(file, pack, options).run());
  return alerts.sort(
    (a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
