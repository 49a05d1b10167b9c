// Packages that ship ES modules only: jest runs CommonJS, so they are transformed too.
const esmOnly = [
  '@noble',
  'request-filtering-agent',
  'unified',
  'remark-.*',
  'rehype-.*',
  'mdast-.*',
  'hast-.*',
  'hastscript',
  'direction',
  'bcp-47-match',
  'css-selector-parser',
  'micromark.*',
  'unist-.*',
  'vfile.*',
  'bail',
  'trough',
  'is-plain-obj',
  'devlop',
  'decode-named-character-reference',
  'character-entities.*',
  'ccount',
  'escape-string-regexp',
  'markdown-table',
  'longest-streak',
  'zwitch',
  'property-information',
  'space-separated-tokens',
  'comma-separated-tokens',
  'trim-lines',
  'stringify-entities',
  'html-void-elements',
  'web-namespaces',
  'parse5',
  'entities',
  'html-to-text',
  '@selderee',
  'selderee',
  'parseley',
  'leac',
  'peberminta',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'fractional-indexing',
  'react-dnd-html5-backend',
  '@react-dnd',
  'dnd-core',
  'react-dnd',
  'preact',
];

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs', ignoreDynamic: false },
  },
];

const base = {
  transform: { '\\.(ts|tsx|mjs)$': swc, '\\.js$': swc },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  // A helper in TypeScript may stand beside the script that it starts.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/examples', '<rootDir>/.tmp'],
};

const project = (displayName, extra = {}) => ({
  ...base,
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  ...extra,
});

export default {
  projects: [
    project('unit'),
    project('property'),
    project('server', {
      testEnvironment: '<rootDir>/tests/native/environment.cjs',
      runtime: '<rootDir>/tests/native/runtime.cjs',
      globalSetup: '<rootDir>/tests/native/setup.ts',
      globalTeardown: '<rootDir>/tests/native/teardown.ts',
    }),
    project('admin', {
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/admin/browser.ts'],
      moduleNameMapper: { '\\.css(\\?raw)?$': '<rootDir>/tests/admin/no-style.ts' },
    }),
    project('browser'),
    project('house'),
    project('pack'),
  ],
  testTimeout: 120_000,
  // The suites wait for databases and servers more than they compute.
  maxWorkers: '100%',
  // Every Strapi that a worker started leaves something behind in the libraries that Node loaded once.
  workerIdleMemoryLimit: '1.5GB',
};
