/** Values as one line of CSV (RFC 4180). */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;

/**
 * Quoted where needed. What a spreadsheet would take for a formula is kept a text by an apostrophe; what has one there already gets
 * another, so that one can be taken off again.
 */
function cell(value: string): string {
  const text = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
