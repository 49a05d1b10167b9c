/** A text with something put into it, and where the caret stands then. */
export interface Inserted {
  readonly text: string;
  readonly caret: number;
}

/** The placeholder whose braces stand around a place; null where none does. */
function around(text: string, at: number): { readonly end: number } | null {
  const open = text.lastIndexOf('{{', at - 1);
  if (open < 0 || open + 2 > at) return null;
  const close = text.indexOf('}}', open + 2);
  return close >= 0 && close < at ? null : { end: close < 0 ? text.length : close };
}

function put(text: string, at: number, what: string): Inserted {
  return { text: text.slice(0, at) + what + text.slice(at), caret: at + what.length };
}

/** Puts a placeholder in: within another one, it is what stands in where that is empty. */
export function withPlaceholder(text: string, at: number, name: string): Inserted {
  const inside = around(text, at);
  if (!inside) return put(text, at, `{{ ${name} }}`);
  const before = text.slice(0, inside.end).trimEnd();
  const isEmpty = before.endsWith('{{');
  return put(before + text.slice(inside.end), before.length, isEmpty ? ` ${name} ` : ` ?? ${name} `);
}

/** Puts a filter behind the placeholder around the caret, or behind a new one. */
export function withFilter(text: string, at: number, example: string): Inserted {
  const inside = around(text, at);
  if (!inside) return put(text, at, `{{ title | ${example} }}`);
  const before = text.slice(0, inside.end).trimEnd();
  return put(before + text.slice(inside.end), before.length, ` | ${example} `);
}
