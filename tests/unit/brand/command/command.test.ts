import { fileChecks, formatOf } from '../../../../src/brand/command/file-check';
import { failsOn, jsonReport, textReport } from '../../../../src/brand/command/reports';
import { sarifReport } from '../../../../src/brand/command/sarif';
import { brand } from '../../../../src/brand/schema';

const kit = {
  terms: [
    { avoid: 'cheap', prefer: 'fair-priced', severity: 'error' },
    { avoid: 'yummy', severity: 'suggestion' },
  ],
};
const checks = fileChecks({
  brands: [brand.parse({ key: 'main', name: 'Bakery', kit })],
  extra: [],
  locale: 'en',
  today: '2026-11-26',
});
const rye = checks.check('posts/rye bread.md', 'markdown', '# Rye\n\nOur **cheap** bread.\n');
const clean = checks.check('posts/spelt.md', 'markdown', 'Good bread.');
const mild = checks.check('about.txt', 'text', 'Yummy.');

it.each([
  ['a.md', 'markdown'],
  ['a.MDX', 'markdown'],
  ['a.html', 'html'],
  ['a.b.txt', 'text'],
  ['a.png', null],
  ['makefile', null],
])('%s is read as %p', (name, format) => expect(formatOf(name)).toBe(format));

it('fails on what is as grave as was asked, and graver', () => {
  const failing = (level: 'error' | 'warning' | 'suggestion') =>
    [rye, clean, mild].map((one) => failsOn([one], level));
  expect(failing('error')).toEqual([true, false, false]);
  expect(failing('warning')).toEqual([true, false, false]);
  expect(failing('suggestion')).toEqual([true, false, true]);
});

it('says for people where what stands, and how much there is', () => {
  expect(textReport([rye, clean, mild]).split('\n')).toEqual([
    expect.stringMatching(/^posts\/rye bread\.md:3:7 {2}error {2}.*fair-priced.*\(brand\.term\/cheap\)$/),
    expect.stringMatching(/^about\.txt:1:1 {2}suggestion /),
    '3 files: 1 error, 0 warnings, 1 suggestion',
  ]);
});

it('says for programs the same', () => {
  const { files } = JSON.parse(jsonReport([rye, clean])) as { files: (typeof rye)[] };
  expect(files.map(({ file, findings }) => [file, findings.length])).toEqual([
    ['posts/rye bread.md', 1],
    ['posts/spelt.md', 0],
  ]);
});

describe('the SARIF report', () => {
  type Obj = Readonly<Record<string, unknown>>;
  const report = JSON.parse(sarifReport([rye, clean, mild], checks.rules, '1.2.3')) as {
    version: string;
    runs: {
      tool: { driver: { rules: Obj[] } & Obj };
      results: (Obj & { ruleIndex: number; ruleId: string })[];
    }[];
  };
  const [run] = report.runs;

  it('has what SARIF 2.1.0 asks for', () => {
    // Required properties of sarif-schema-2.1.0.json: sarifLog, run, tool, toolComponent, reportingDescriptor, result, fix, artifactChange, replacement.
    expect(report).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(run?.tool.driver).toMatchObject({ name: 'Presence', semanticVersion: '1.2.3' });
    for (const rule of run?.tool.driver.rules ?? [])
      expect(rule).toMatchObject({
        id: expect.any(String),
        shortDescription: { text: expect.any(String) },
        help: { text: expect.stringMatching(/\S/) },
        defaultConfiguration: { level: expect.stringMatching(/^(none|note|warning|error)$/) },
      });
    for (const result of run?.results ?? []) {
      expect(result).toMatchObject({
        level: expect.stringMatching(/^(none|note|warning|error)$/),
        message: { text: expect.stringMatching(/\S/) },
      });
      expect(run?.tool.driver.rules[result.ruleIndex]?.['id']).toBe(result.ruleId);
    }
  });

  it('says where, in regions counted from one, with paths as addresses', () => {
    expect(run?.results).toHaveLength(2);
    expect(run?.results[0]).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'posts/rye%20bread.md' },
            region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 },
          },
        },
      ],
      fixes: [
        {
          description: { text: expect.any(String) },
          artifactChanges: [
            {
              artifactLocation: { uri: 'posts/rye%20bread.md' },
              replacements: [{ deletedRegion: { startLine: 3 }, insertedContent: { text: 'fair-priced' } }],
            },
          ],
        },
      ],
    });
    expect(run?.results[1]).toMatchObject({ level: 'note' });
  });
});
