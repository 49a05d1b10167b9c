import type { Line } from '../../../src/publishing/calendar/plan';
import { mostRows } from '../../../src/publishing/calendar/plan';
import { fail, ok, type Result } from '../../../src/shared/result';

const separators = [',', ';', '\t'] as const;

/** A file of CSV as lines of cells, separated by comma, semicolon or tab; spreadsheets write all three. */
export async function csvLines(text: string): Promise<Result<readonly Line[]>> {
  // Bytes that were no UTF-8 became U+FFFD on the way.
  const odd = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFD]/u.exec(text);
  if (odd) {
    const number = text.slice(0, odd.index).split('\n').length;
    return unreadable(
      `Line ${number} has characters that are no text. Save the file as “CSV UTF-8” and choose it again.`,
    );
  }
  // Loaded when a file comes: few ever do.
  const { parse, CsvError } = await import('csv-parse/sync');
  try {
    const found = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 40_000,
      // One more than is allowed, and the head: enough to know that there are too many.
      to: mostRows + 2,
      info: true,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return ok(
      found
        .map(({ record, info }) => ({
          // The reader tells where a record ended.
          number: info.lines - record.join('').split('\n').length + 1,
          cells: record,
        }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    );
  } catch (error) {
    if (error instanceof CsvError)
      return unreadable(`The file is no CSV: ${error.message}. Save it as “CSV UTF-8” and choose it again.`);
    throw error;
  }
}

/** The one that stands most often in the head. */
function separatorOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = separators.map((mark) => head.split(mark).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

const unreadable = (message: string) => fail({ code: 'import.unreadable', message } as const);
