/**
 * Fills a message as Go's Sprintf does: `%s`, `%d`, `%v`, `%q`, `%[2]s`, `%%`. What is left over is left out; what is missing
 * is said in the text, as Vale does.
 */
export function filled(message: string, values: readonly (string | number)[]): string {
  let next = 0;
  return message
    .replace(
      /%(?:\[(\d{1,2})\])?([-+# 0]*\d*(?:\.\d+)?)([a-zA-Z%])/g,
      (whole, index: string | undefined, _width: string, verb: string) => {
        if (verb === '%') return '%';
        if (index !== undefined) next = Number(index) - 1;
        const value = values[next];
        next += 1;
        if (value === undefined) return index === undefined ? `%!${verb}(MISSING)` : `%!${verb}(BADINDEX)`;
        return written(verb, value, whole);
      },
    )
    .replace(/\n/g, ' ');
}

function written(verb: string, value: string | number, whole: string): string {
  if (verb === 'v') return String(value);
  if (verb === 's') return typeof value === 'string' ? value : `%!s(int=${value})`;
  if (verb === 'd') return typeof value === 'number' ? String(value) : `%!d(string=${value})`;
  if (verb === 'q') return JSON.stringify(value);
  const decimals = /\.(\d+)f$/.exec(whole)?.[1];
  return verb === 'f' && typeof value === 'number' ? value.toFixed(Number(decimals ?? 6)) : `%!${verb}(${typeof value === 'number' ? 'int' : 'string'}=${value})`; // prettier-ignore
}

/** `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`. */
export function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  const last = quoted.at(-1) ?? '';
  if (quoted.length <= 1) return last;
  if (quoted.length === 2) return `${quoted[0] ?? ''} or ${last}`;
  return `${quoted.slice(0, -1).join(', ')}, or ${last}`;
}

export const capitalFirst = (text: string): string => {
  const [first = ''] = text;
  return /^[\0-\x7f]/.test(first) ? first.toUpperCase() + text.slice(first.length) : text;
};
