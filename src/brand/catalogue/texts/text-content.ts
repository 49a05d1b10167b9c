import { nothing, type Found, type Origin } from '../../../content/formats/draft';
import { readBlocks } from '../../../content/formats/blocks';
import { readHtml } from '../../../content/formats/html';
import { readMarkdown } from '../../../content/formats/markdown';
import { readPlain } from '../../../content/formats/plain';
import type { ContentPart, EntryContent } from '../../../content/schema';

/** A text that is no entry: from a request, a file or an example. */
export type LooseText =
  | { readonly format: 'text' | 'markdown' | 'html'; readonly value: string }
  | { readonly format: 'blocks'; readonly value: readonly unknown[] };

/** The name of its one field. */
const looseField = 'text';

/** What such a text says, as the content of an entry with one field. Places are places in the text as it came. */
export function contentOfText(text: LooseText, locale: string | null = null): EntryContent {
  const found = read(text);
  const field = { field: looseField, role: 'body' } as const;
  const part: ContentPart =
    text.format === 'blocks'
      ? { kind: 'blocks', ...field, value: text.value }
      : { kind: 'text', ...field, type: typeOf(text.format), value: text.value };
  return {
    ...found,
    relations: [],
    parts: [part],
    roles: { title: null, summary: null, slug: null, canonicalUrl: null, cover: null },
    fields: {},
    locale,
  };
}

const typeOf = (format: LooseText['format']): string =>
  format === 'blocks' ? 'blocks' : format === 'text' ? 'text' : 'richtext';

function read(text: LooseText): Found {
  const origin: Origin = { field: looseField, type: typeOf(text.format), role: 'body' };
  switch (text.format) {
    case 'text':
      return readPlain(text.value, origin);
    case 'markdown':
      return readMarkdown(withoutFrontMatter(text.value), origin);
    case 'html': {
      const found = nothing();
      readHtml(text.value, 0, text.value.length, origin, found);
      return found;
    }
    case 'blocks':
      return readBlocks(text.value, origin);
    default:
      return text satisfies never;
  }
}

/** What generators of sites read before a text is no text; blank in its place, so that places stay. */
const withoutFrontMatter = (value: string): string =>
  value.replace(/^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n(?:---|\+\+\+)[ \t]*(?=\r?\n|$)/, (head) =>
    head.replace(/[^\r\n]/g, ' '),
  );
