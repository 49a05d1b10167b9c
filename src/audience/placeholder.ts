/**
 * Values of one person in a mail that was rendered once for all. A placeholder is a name between two private-use
 * characters, which no editor types and the template never lets through from content.
 */
const [open, close] = ['\uE000', '\uE001'];

/** What stands in the rendered mail until a person's value takes its place. */
export const placeholder = (name: string): string => `${open}${name}${close}`;

/** Content without the characters that mark a placeholder, so that no article can name one. */
export const withoutPlaceholders = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** Splits the mail once, so that filling it costs one join a person. Throws when the mail names a value that is not given: a bug. */
export function fillerOf(template: string): (values: Readonly<Record<string, string>>) => string {
  const pieces = template.split(/\uE000([^\uE001]*)\uE001/);
  return (values) =>
    pieces
      .map((piece, index) => {
        if (index % 2 === 0) return piece;
        const value = values[piece];
        if (value === undefined)
          throw new RangeError(`The mail names the value "${piece}", which nobody gave.`);
        return value;
      })
      .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
