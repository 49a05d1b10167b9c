import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { offences } from './tree';

const root = resolve(__dirname, '../..');
const clean = 'export const one = 1;\n';

const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** Runs a command; its exit code and all that it printed. */
function run(command: string, args: readonly string[], cwd: string): { code: number; output: string } {
  // Jest tells its workers to colour; what is compared here is plain.
  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  try {
    return { code: 0, output: execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

/** A house of a few files beside our real configuration, to plant an offence in. */
function plant(files: Readonly<Record<string, string>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'presence-net-'));
  for (const name of [
    '.dependency-cruiser.mjs',
    'eslint.config.mjs',
    'tsconfig.json',
    'tsconfig.base.json',
    'package.json',
  ])
    cpSync(join(root, name), join(folder, name));
  for (const area of ['src', 'server', 'config', 'client', 'admin', 'tests']) {
    mkdirSync(join(folder, area), { recursive: true });
    cpSync(join(root, area, 'tsconfig.json'), join(folder, area, 'tsconfig.json'));
    writeFileSync(join(folder, area, 'clean.ts'), clean);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const within = <T>(files: Readonly<Record<string, string>>, look: (folder: string) => T): T => {
  const { folder, remove } = plant(files);
  try {
    return look(folder);
  } finally {
    remove();
  }
};

describe('the compiler keeps the domain pure', () => {
  it.each([
    ['Node', 'export const home = process.env;\n', "Cannot find name 'process'"],
    ['the browser', 'export const title = document.title;\n', "Cannot find name 'document'"],
    ['network', 'export const page = fetch("https://bakery.test");\n', "Cannot find name 'fetch'"],
  ])('refuses %s in src', (_name, text, complaint) => {
    const { code, output } = within({ 'src/content/offence.ts': text }, (folder) =>
      run(bin('tsc'), ['-p', 'src'], folder),
    );
    expect(output).toContain(complaint);
    expect(code).not.toBe(0);
  });

  it('lets clean code pass', () => {
    expect(within({}, (folder) => run(bin('tsc'), ['-p', 'src'], folder))).toEqual({ code: 0, output: '' });
  });
});

describe('the dependency rules hold the walls', () => {
  const cruise = (folder: string) =>
    run(
      bin('depcruise'),
      ['src', 'server', 'config', 'admin', 'client', '--config', '.dependency-cruiser.mjs'],
      folder,
    );

  it.each([
    ['src-is-pure', { 'src/content/a.ts': "export { readFileSync } from 'node:fs';\n" }],
    [
      'src-is-pure',
      {
        'src/content/a.ts': "export { b } from '../../server/stores/b';\n",
        'server/stores/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'src-areas-share-types-only',
      {
        'src/brand/a.ts': "export { b } from '../governance/b';\n",
        'src/governance/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'no-cycles',
      {
        'src/brand/a.ts': "import { b } from './b';\nexport const a = () => b;\n",
        'src/brand/b.ts': "import { a } from './a';\nexport const b = () => a;\n",
      },
    ],
    [
      'config-stands-on-src',
      { 'config/a.ts': "export { b } from '../server/b';\n", 'server/b.ts': 'export const b = 1;\n' },
    ],
    [
      'controllers-ask-services',
      {
        'server/controllers/a.ts': "export { b } from '../stores/b';\n",
        'server/stores/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'services-are-handed-their-parts',
      {
        'server/services/a.ts': "export { b } from '../stores/b';\n",
        'server/stores/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'stores-stand-alone',
      {
        'server/stores/a.ts': "export { b } from '../services/b';\n",
        'server/services/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'channels-stand-alone',
      {
        'server/channels/a.ts': "export { b } from '../stores/b';\n",
        'server/stores/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'admin-stands-on-src',
      { 'admin/a.ts': "export { b } from '../server/b';\n", 'server/b.ts': 'export const b = 1;\n' },
    ],
    [
      'client-needs-nothing',
      {
        'client/a.ts': "export { b } from '../src/content/b';\n",
        'src/content/b.ts': 'export const b = 1;\n',
      },
    ],
    [
      'product-knows-no-tests',
      { 'server/a.ts': "export { b } from '../tests/b';\n", 'tests/b.ts': 'export const b = 1;\n' },
    ],
  ] as const)('%s bites', (rule, files) => {
    const { code, output } = within(files, cruise);
    expect(output).toContain(`error ${rule}:`);
    expect(code).not.toBe(0);
  });

  it('lets clean code pass', () => {
    expect(within({}, cruise).code).toBe(0);
  });
});

describe('ESLint keeps the habits', () => {
  const lint = (folder: string) =>
    run(bin('eslint'), ['src', 'server', 'tests', '--no-warn-ignored'], folder);

  it('finds a clock, dice, a floating promise, a known Strapi and a focused test', () => {
    const { code, output } = within(
      {
        'src/publishing/clock.ts': 'export const at = (): number => Date.now();\n',
        'src/publishing/dice.ts': 'export const roll = (): number => Math.random();\n',
        'server/floating.ts':
          'const later = async (): Promise<void> => {};\nexport const go = (): void => {\n  later();\n};\n',
        'server/services/a.ts': 'export const b = (strapi: object): object => strapi;\n',
        'tests/unit/a.test.ts': "it.only('hides the others', () => undefined);\n",
      },
      lint,
    );
    const lines = output.split('\n');
    const complaintsOn = (name: string) => {
      const from = lines.findIndex((line) => line.endsWith(name));
      return lines.slice(from + 1, from + 2).join();
    };
    expect(complaintsOn('clock.ts')).toContain('The clock comes from outside');
    expect(complaintsOn('dice.ts')).toContain('The dice come from outside');
    expect(complaintsOn('floating.ts')).toContain('no-floating-promises');
    expect(complaintsOn('services/a.ts')).toContain('Services and controllers do not know Strapi');
    expect(complaintsOn('a.test.ts')).toContain('A focused test hides the others');
    expect(code).toBe(1);
  });
});

describe('the tree keeps its shape', () => {
  it.each([
    ['a room too many in src', ['src/utils/a.ts'], 'src/utils is no area of the domain'],
    [
      'a name that says nothing',
      ['server/services/review-manager.ts'],
      'review-manager.ts: a name that says nothing',
    ],
    ['a name in the wrong case', ['src/brand/findAll.ts'], 'findAll.ts: names are kebab-case'],
    [
      'a full folder in src',
      Array.from({ length: 11 }, (_, n) => `src/brand/rule-${n}.ts`),
      'src/brand has 11 files',
    ],
    ['a thing at the top that the design does not know', ['lib/a.ts'], 'lib is not part of the design'],
  ])('finds %s', (_name, files, complaint) => {
    expect(offences(files.map((path) => ({ path, lines: 10 }))).join('\n')).toContain(complaint);
  });

  it('finds a file over 250 lines', () => {
    expect(offences([{ path: 'src/brand/check.ts', lines: 251 }])).toEqual([
      'src/brand/check.ts has 251 lines: at most 250',
    ]);
  });

  it('finds nothing in our own tree', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    const counted = files.map((path) => ({
      path,
      lines: /\.(ts|tsx|mjs)$/.test(path)
        ? execFileSync('wc', ['-l', path], { cwd: root, encoding: 'utf8' }).trim().split(' ').map(Number)[0]!
        : 0,
    }));
    expect(offences(counted)).toEqual([]);
  });
});
