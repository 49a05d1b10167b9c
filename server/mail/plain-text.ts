import { escapeHtml } from '../../src/audience/placeholder';

/** The text part of a mail: what a person reads who shows mails without HTML. */
export async function plainTextOf(html: string): Promise<string> {
  const { convert } = await import('html-to-text'); // loaded with the first mail, not at every start
  return convert(html, {
    wordwrap: 78,
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
    ],
  });
}

/** A person's plain text as HTML: paragraphs at empty lines, web addresses as links. */
export const htmlOfText = (text: string): string =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${linked(paragraph)}</p>`)
    .join('\n');

const linked = (paragraph: string): string =>
  paragraph
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((piece, index) => {
      const safe = escapeHtml(piece);
      return index % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe.replace(/\r?\n/g, '<br>');
    })
    .join('');
