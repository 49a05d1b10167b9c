import { escapeHtml } from '../../src/audience/placeholder';

/** HTML that is safe to send as it is. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[] | null | false;

const textOf = (value: Value): string => {
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
};

/** A piece of a page: every value that is not HTML of ours is escaped, so that no text of an editor becomes markup. */
export const html = (pieces: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: pieces.reduce((text, piece, index) => text + textOf(values[index - 1] ?? null) + piece),
});

/** HTML that was sanitised elsewhere. */
export const safe = (text: string): Html => ({ html: text });
