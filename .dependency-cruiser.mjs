// The boundaries of the house. Each rule says why it stands and what to do instead.

/** Libraries that the domain may use: pure, small, the same in a browser and in Node. */
const pure = {
  zod: 'shapes are parsed with the schema that their types are inferred from',
  '@noble/hashes': 'SHA-256 and HMAC without Node, for the seal and signed tokens',
  unified: 'runs the Markdown parser and renderer',
  'remark-parse': 'Markdown with exact positions',
  'remark-gfm': 'tables and strike-through, which editors use',
  'remark-rehype': 'Markdown to HTML',
  'rehype-sanitize': 'HTML that an editor wrote is cleaned before anybody reads it',
  'rehype-stringify': 'HTML as text',
  'rehype-raw': 'HTML inside Markdown',
  'rehype-parse': 'HTML with exact positions',
  mdast: 'types only',
  hast: 'types only',
  unist: 'types only',
  vfile: 'types only',
  'mdast-util-from-markdown': 'Markdown with exact positions',
  yaml: 'rule packs are YAML, read with the line of every key',
  'hast-util-select': 'elements that a rule picks by a CSS selector',
  'wink-pos-tagger': 'word classes for rules about words in a row, loaded when needed',
  fflate: 'rule packs come as zip archives',
  isbot: 'a kept list of crawlers',
  tldts: 'the registrable domain of a host name',
  nspell: 'Hunspell dictionaries without Hunspell',
  culori: 'CIEDE2000 and colour spaces, to the published formulas',
  'fastest-levenshtein': 'how far a disclaimer is from what the kit asks for',
  'temporal-polyfill': 'time zones and their gaps and overlaps, to the standard',
};

const npm = (names) => names.map((name) => `(^|node_modules/)${name}(/|$)`);
const typesOnly = { dependencyTypesNot: ['type-only'] };

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one thought: put it in one file, or take the shared part out.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-is-pure',
      severity: 'error',
      comment:
        'The domain knows no Strapi, no Node, no browser. Hand in what it needs, or name a pure library with its reason in this file.',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', ...npm(Object.keys(pure))] },
    },
    {
      name: 'src-areas-share-types-only',
      severity: 'error',
      comment:
        'Of another area take only its types and the schema they come from; what two areas run belongs to src/shared or src/content.',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/',
        // The rules of channels are data, as schemas are: what a channel takes is written down once.
        pathNot: ['^src/$1/', '^src/(shared|content)/', '^src/[^/]+/schema[.]ts$', '^src/channels/rules/'],
        ...typesOnly,
      },
    },
    {
      name: 'config-stands-on-src',
      severity: 'error',
      comment: 'Presets and options are data for the server and the admin, so they may not need either.',
      from: { path: '^config/' },
      to: { path: '^(server|admin|client)/' },
    },
    {
      name: 'controllers-ask-services',
      severity: 'error',
      comment:
        'A controller parses, asks a service and answers. Reading a table or a channel is the service’s part.',
      from: { path: '^server/controllers/' },
      to: { path: '^server/(stores|channels|engine)/', ...typesOnly },
    },
    {
      name: 'services-are-handed-their-parts',
      severity: 'error',
      comment: 'Services get stores and channels from wire.ts, so that a test can hand in others.',
      from: { path: '^server/services/' },
      to: { path: ['^server/(stores|channels|controllers|routes|wire)', ...npm(['@strapi'])], ...typesOnly },
    },
    {
      name: 'stores-stand-alone',
      severity: 'error',
      comment: 'A store knows its table and nothing above it.',
      from: { path: '^server/stores/' },
      to: { path: '^server/(services|channels|controllers|routes|engine|wire)', ...typesOnly },
    },
    {
      name: 'channels-stand-alone',
      severity: 'error',
      comment:
        'A channel knows one outside world. What two channels share belongs to server/http or src/channels.',
      from: { path: '^server/channels/' },
      to: { path: '^server/(services|stores|controllers|routes|engine|wire)', ...typesOnly },
    },
    {
      name: 'admin-stands-on-src',
      severity: 'error',
      comment: 'The admin talks to the server over HTTP; the shapes they share live in src.',
      from: { path: '^admin/' },
      to: { path: '^(server|config|client)/' },
    },
    {
      name: 'client-needs-nothing',
      severity: 'error',
      comment: 'Its size is a promise to every visitor.',
      from: { path: '^client/' },
      to: { pathNot: '^client/', ...typesOnly },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      comment: 'What ships may not need what tests it.',
      from: { path: '^(src|server|config|admin|client)/' },
      to: { path: '^(tests|examples|scripts)/' },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'A package that is not in package.json is there by luck.',
      from: { path: '^(src|server|config|admin|client)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], ...typesOnly },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    combinedDependencies: true,
  },
};
