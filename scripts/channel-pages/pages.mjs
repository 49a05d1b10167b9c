// Puts what is generated between the markers of docs/channels.md and docs/channels/<kind>.md; the words around them are written by hand.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { blocksOf, overviewOf } from './blocks.mjs';

const begin = (name) => `<!-- generated: ${name} -->`;
const end = '<!-- /generated -->';

/**
 * The pages of all channels as they should be, each with its file below `docs`.
 *
 * @returns `problem` in place of `text` where a page cannot be made: a sentence that says what to write where.
 */
export async function channelPages(root, docs, lists) {
  const pages = [
    { file: 'channels.md', blocks: { overview: overviewOf(lists) } },
    ...lists.channelKinds.map((kind) => ({
      file: `channels/${kind}.md`,
      kind,
      blocks: blocksOf(root, kind, lists),
    })),
  ];
  const config = await resolveConfig(join(root, 'docs/channels.md'));
  return Promise.all(
    pages.map(async ({ file, kind, blocks }) => {
      const path = join(docs, file);
      if (!existsSync(path)) return { file, problem: missing(file, kind, blocks) };
      const { text, problem } = filled(readFileSync(path, 'utf8'), file, blocks);
      return problem
        ? { file, problem }
        : { file, text: await format(text, { ...config, parser: 'markdown' }) };
    }),
  );
}

const missing = (file, kind, blocks) =>
  `The channel ${kind} has no page: write docs/${file} as its neighbours are written, with ${Object.keys(blocks).map(begin).join(', ')}, each with ${end} below it; then run \`npm run reference\`.`;

function filled(text, file, blocks) {
  const found = [...text.matchAll(/<!-- generated: ([a-z]+) -->[^]*?<!-- \/generated -->/g)].map(
    ([, name]) => name,
  );
  const lacking = Object.keys(blocks).filter((name) => !found.includes(name));
  if (lacking.length > 0)
    return {
      problem: `docs/${file} lacks ${lacking.map(begin).join(', ')}: write each, and ${end} below it.`,
    };
  const unknown = found.filter((name) => !(name in blocks));
  if (unknown.length > 0)
    return {
      problem: `docs/${file} has ${unknown.map(begin).join(', ')}, and nothing is generated for it: remove it.`,
    };
  const made = text.replace(
    /<!-- generated: ([a-z]+) -->[^]*?<!-- \/generated -->/g,
    (_, name) => `${begin(name)}\n\n${blocks[name]}\n\n${end}`,
  );
  return { text: made };
}
