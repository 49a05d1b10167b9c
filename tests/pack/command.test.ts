import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const command = resolve(__dirname, '../../scripts/presence.mjs');

const files: Readonly<Record<string, string | Uint8Array>> = {
  'brand.json': JSON.stringify({
    terms: [
      { avoid: 'cheap', prefer: 'fair-priced', severity: 'error', inflect: true },
      { avoid: 'billig', severity: 'error', locales: ['de'] },
      { avoid: 'yummy', severity: 'suggestion' },
    ],
    spelling: { words: ['Lindner'] },
  }),
  'slow.json': JSON.stringify({ patterns: [{ key: 'slow', pattern: '(a+)+$', message: 'No.' }] }),
  'broken.json': '{ "terns": [] }',
  'posts/rye.md': '---\ntitle: Cheap\n---\n\n# Rye\n\nOur **cheaper** bread.\n',
  'posts/deep/page.html': '<p>Our\n<b>cheap</b> bread</p>',
  'posts/picture.png': new Uint8Array([137, 80, 78, 71]),
  'clean.md': 'Lindner bakes good bread.\n',
  'mild.txt': 'A yummy bread.\n',
  'german.md': 'Billig.\n',
  'packs/House/Hype.yml':
    'extends: existence\nmessage: "Avoid \'%s\'."\nlevel: warning\ntokens:\n  - amazing\n',
  'packs/House/Broken.yml': 'extends: existence\nmessage: "x',
  'packs/Zipped.zip': zipSync({
    'Zipped/Swap.yml': strToU8(
      'extends: substitution\nmessage: "Use \'%s\'."\nlevel: error\nswap:\n  utilise: use\n',
    ),
  }),
  'hype.md': 'We utilise amazing flour.\n',
};

describe('presence check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-check-'));
  beforeAll(() => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'check', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const brand = ['--brand', 'brand.json'];

  it('looks through folders for texts and says where what stands', () => {
    const { status, stdout } = run('posts', ...brand);
    expect(stdout).toMatch(/posts\/deep\/page\.html:2:4 {2}error/);
    expect(stdout).toMatch(/posts\/rye\.md:7:7 {2}error/);
    expect(stdout).toContain('2 files: 2 errors, 0 warnings, 0 suggestions');
    expect(status).toBe(1);
  });

  it.each<[string, string[], number]>([
    ['nothing is found', ['clean.md', ...brand], 0],
    ['what is found is mild', ['mild.txt', ...brand], 0],
    ['what is found is as grave as was asked', ['mild.txt', ...brand, '--fail-on', 'suggestion'], 1],
    ['the language is another one', ['german.md', ...brand, '--locale', 'en'], 0],
    ['the language is that of the term', ['german.md', ...brand, '--locale', 'de-AT'], 1],
    ['a file is not there', ['none.md', ...brand], 2],
    ['nothing is to be checked with', ['clean.md'], 2],
    ['nothing is to be checked', [...brand], 2],
    ['an option is unknown', ['clean.md', ...brand, '--colour', 'red'], 2],
    ['a format is unknown', ['clean.md', ...brand, '--format', 'xml'], 2],
    ['the brand is broken', ['clean.md', '--brand', 'broken.json'], 2],
    ['a pattern may never end', ['clean.md', '--brand', 'slow.json'], 2],
    ['a file is no text', ['posts/picture.png', ...brand], 2],
  ])('where %s: %p ends with %d', (_, args, status) => {
    const done = run(...args);
    expect([done.status, done.stderr.includes('    at ')]).toEqual([status, false]);
    if (status === 2) expect(done.stderr).toMatch(/\w/);
  });

  it('checks with packs, from folders and zips, and says what of them it could not read', () => {
    const { status, stdout, stderr } = run('hype.md', '--packs', 'packs', '--format', 'json');
    const { files: reports } = JSON.parse(stdout) as { files: { findings: { rule: string }[] }[] };
    expect(reports[0]?.findings.map(({ rule }) => rule).sort()).toEqual([
      'vale/House.Hype',
      'vale/Zipped.Swap',
    ]);
    expect(stderr).toContain('Broken.yml');
    expect(status).toBe(1);
  });

  it('checks spelling with the dictionary that it brings', () => {
    writeFileSync(join(folder, 'bred.md'), 'Lindner bakes good braed.\n');
    expect(run('bred.md', ...brand, '--locale', 'en').stdout).toMatch(
      /bred\.md:1:20 {2}warning .*\(spelling\)/,
    );
  });

  it('writes SARIF for code scanning', () => {
    const { stdout } = run('posts', ...brand, '--format', 'sarif');
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Presence' } }, results: [{ level: 'error' }, { level: 'error' }] }],
    });
  });
});
