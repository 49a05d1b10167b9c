// The seed's articles are written in a small Markdown; Strapi's Blocks editor wants a tree.

const inline = (text) =>
  text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter(Boolean)
    .map((part) => {
      if (part.startsWith('**')) return { type: 'text', text: part.slice(2, -2), bold: true };
      if (part.startsWith('*')) return { type: 'text', text: part.slice(1, -1), italic: true };
      return { type: 'text', text: part };
    });

/** Headings, lists, quotes and paragraphs as Strapi Blocks. */
export const blocksOf = (markdown) =>
  markdown
    .trim()
    .split(/\n{2,}/)
    .map((chunk) => {
      if (chunk.startsWith('## ')) return { type: 'heading', level: 2, children: inline(chunk.slice(3)) };
      if (chunk.startsWith('> ')) return { type: 'quote', children: inline(chunk.slice(2)) };
      if (chunk.startsWith('- '))
        return {
          type: 'list',
          format: 'unordered',
          children: chunk.split('\n').map((item) => ({ type: 'list-item', children: inline(item.slice(2)) })),
        };
      return { type: 'paragraph', children: inline(chunk.replaceAll('\n', ' ')) };
    });

/** The lines before `---` as a record, and what follows as Blocks. */
export function articleOf(source) {
  const [head, ...body] = source.split('\n---\n');
  const fields = Object.fromEntries(
    head.split('\n').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 2)]),
  );
  return { ...fields, body: blocksOf(body.join('\n---\n')) };
}
