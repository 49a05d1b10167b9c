/** One file of the repository. */
export interface File {
  /** From the root, with slashes. */
  readonly path: string;
  readonly lines: number;
}

const rooms = new Set([
  'src',
  'server',
  'admin',
  'client',
  'config',
  'tests',
  'examples',
  'docs',
  'scripts',
  '.ci',
  '.changeset',
  '.dependency-cruiser.mjs',
  '.gitignore',
  '.prettierrc.json',
  '.prettierignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'eslint.config.mjs',
  'jest.config.mjs',
  'knip.json',
  'package.json',
  'package-lock.json',
  'strapi-admin.js',
  'strapi-server.js',
  'tsconfig.base.json',
  'tsconfig.json',
]);

const areas = new Set([
  'content',
  'governance',
  'brand',
  'channels',
  'publishing',
  'audience',
  'engagement',
  'ecosystem',
  'shared',
]);

const saysNothing = /(^|-)(utils?|helpers?|common|misc|manager|handler)$/;

const isProduct = (path: string): boolean =>
  /^(src|server|admin|client|config)\//.test(path) && /\.tsx?$/.test(path);

/** What breaks the shape of the tree that `docs` and the design promise; empty where nothing does. */
export function offences(files: readonly File[]): string[] {
  return [...tops(files), ...areaNames(files), ...names(files), ...sizes(files), ...fullFolders(files)];
}

const tops = (files: readonly File[]): string[] =>
  [...new Set(files.map(({ path }) => path.split('/')[0]!))]
    .filter((top) => !rooms.has(top))
    .map((top) => `${top} is not part of the design`);

const areaNames = (files: readonly File[]): string[] =>
  [...new Set(files.filter(({ path }) => /^src\/[^/]+\//.test(path)).map(({ path }) => path.split('/')[1]!))]
    .filter((area) => !areas.has(area))
    .map((area) => `src/${area} is no area of the domain`);

function names(files: readonly File[]): string[] {
  return files
    .filter(({ path }) => isProduct(path))
    .flatMap(({ path }) => {
      const file = path.split('/').pop()!;
      const stem = file.replace(/(\.d)?\.tsx?$/, '');
      if (saysNothing.test(stem)) return [`${file}: a name that says nothing`];
      const isComponent = path.endsWith('.tsx') && /^[A-Z][A-Za-z]*$/.test(stem);
      return isComponent || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [`${file}: names are kebab-case`];
    });
}

const sizes = (files: readonly File[]): string[] =>
  files
    .filter(({ path, lines }) => isProduct(path) && lines > 250)
    .map(({ path, lines }) => `${path} has ${lines} lines: at most 250`);

function fullFolders(files: readonly File[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files)
    if (path.startsWith('src/') && path.endsWith('.ts')) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, count]) => count > 10)
    .map(([folder, count]) => `${folder} has ${count} files: at most 10`);
}
