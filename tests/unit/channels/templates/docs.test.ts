import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelRules } from '../../../../src/channels/rules';
import { partProblems } from '../../../../src/channels/templates/check';
import { defaultTemplate } from '../../../../src/channels/templates/defaults';
import { filters } from '../../../../src/channels/templates/filters/filters';
import { placeholderNames } from '../../../../src/channels/templates/placeholders';
import { renderPart } from '../../../../src/channels/templates/render';
import { longestTemplate, templateParts, type CopySource } from '../../../../src/channels/templates/schema';

const page = readFileSync(join(__dirname, '../../../../docs/copy-templates.md'), 'utf8');

/** The entry that the page names. */
const source: CopySource = {
  ...{ title: 'Rye is back', summary: 'Baked at four. Sold by eight.', opening: null, body: null },
  ...{ coverAlt: null, slug: 'rye', canonicalUrl: null, link: 'https://bakery.test/en/rye' },
  fields: { price: '4.5', tags: 'bread, sour dough, berlin', day: '2026-12-24' },
  ...{ channel: 'Our Bluesky', campaign: 'Rye week', locale: 'en', mentionable: [] },
};

/** The cells of the table under a heading, row by row, without its head. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}
const code = (cell = ''): string => cell.replace(/^`|`$/g, '');

describe('the page about templates', () => {
  it('names every placeholder, and no other', () => {
    expect(rowsUnder('What can be filled in').map(([name]) => code(name))).toEqual(placeholderNames);
  });

  it('names every filter as it is written, and no other', () => {
    const written = [...filters.values()].map(({ takes }) => takes.example);
    expect(rowsUnder('What can be done with it').map(([example]) => code(example))).toEqual(written);
  });

  it.each(rowsUnder('What can be done with it'))('says what %s makes', (filter, _does, example, becomes) => {
    const template = code(example);
    expect(template).toContain(code(filter).split(':')[0]);
    expect(partProblems(template)).toEqual([]);
    expect(renderPart(template, source)).toBe(becomes);
  });

  it('shows a template and what becomes of it', () => {
    const [, template = '', , made = ''] = page.split('```');
    expect(partProblems(template.trim())).toEqual([]);
    expect(renderPart(template.trim(), source)).toBe(made.trim());
  });

  it('names every part, and how long one may be', () => {
    const named = rowsUnder('Which parts there are').map(([part]) => part);
    expect([...named].sort()).toEqual([...templateParts].sort());
    expect(page).toContain(`Up to ${longestTemplate.toLocaleString('en')} characters a part`);
  });

  it('says the templates of the kinds', () => {
    const rows = rowsUnder('The templates of the kinds').map(([kinds = '', text = '']) => ({
      kinds: [...kinds.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind),
      text: [...text.matchAll(/`([^`]+)`/g)].map(([, part]) => part).join('\n\n'),
    }));
    const others = rows.at(-1)?.text;
    for (const rules of Object.values(channelRules).filter(({ kind }) => kind !== 'website')) {
      const own = rows.find(({ kinds }) => kinds.includes(rules.kind));
      expect([rules.kind, defaultTemplate(rules).text]).toEqual([rules.kind, own?.text ?? others]);
    }
  });
});
