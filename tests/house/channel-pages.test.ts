import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtInKinds } from '../../src/channels/rules/kinds';

const root = resolve(__dirname, '../..');
const begin = '<!-- generated: limits -->';

/** What the check of the pages says about a copy of our docs that was changed. */
function saidAfter(change: (docs: string) => void): string {
  const docs = mkdtempSync(join(tmpdir(), 'presence-docs-'));
  try {
    cpSync(join(root, 'docs'), docs, { recursive: true });
    change(docs);
    execFileSync(process.execPath, ['scripts/reference.mjs', '--check', '--docs', docs], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as { stderr: string }).stderr;
  } finally {
    rmSync(docs, { recursive: true, force: true });
  }
}
const rewrite = (docs: string, page: string, change: (text: string) => string) => {
  const path = join(docs, 'channels', page);
  const text = readFileSync(path, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
};

describe('the pages of the channels', () => {
  it('a channel without one is named, with the file to write', () => {
    expect(saidAfter((docs) => rmSync(join(docs, 'channels/slack.md')))).toMatch(
      /^The channel slack has no page: write docs\/channels\/slack\.md .*<!-- generated: limits -->/,
    );
  });

  it('what is generated may not be changed by hand, nor be left out', () => {
    const said = saidAfter((docs) => {
      rewrite(docs, 'x.md', (text) => text.replace('| 280 characters', '| 281 characters'));
      rewrite(docs, 'discord.md', (text) => text.replace(begin, ''));
      rewrite(docs, 'telegram.md', (text) => text.replace(begin, begin.replace('limits', 'moods')));
    });
    expect(said.trim().split('\n')).toEqual([
      'docs/channels/x.md is stale: run `npm run reference` and commit it.',
      expect.stringMatching(/^docs\/channels\/discord\.md lacks <!-- generated: limits -->: /),
      expect.stringMatching(/^docs\/channels\/telegram\.md lacks <!-- generated: limits -->: /),
    ]);
  });

  it.each(builtInKinds)(
    '%s says in its own words how access is got, what it costs and what is not verified',
    (kind) => {
      const text = readFileSync(join(root, 'docs/channels', `${kind}.md`), 'utf8');
      expect(text).not.toMatch(/\bundefined\b/);
      const byHand = text.replace(/<!-- generated: [^]*?<!-- \/generated -->/g, '');
      for (const heading of [
        ...['Get access', 'What is published', 'Limits', 'Pictures', 'Cost', 'How long access lasts'],
        ...['What can go wrong', 'What is counted', 'Taking back', 'Not verified'],
      ])
        expect(byHand).toContain(`\n## ${heading}\n`);
      for (const heading of [
        'Get access',
        'What is published',
        'Cost',
        'How long access lasts',
        'Not verified',
      ])
        expect(byHand).toMatch(new RegExp(`\n## ${heading}\n\n[^#\n]`));
    },
  );
});
