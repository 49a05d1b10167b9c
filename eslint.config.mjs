import tseslint from 'typescript-eslint';

const clockAndDice = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock comes from outside: take `now` as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock comes from outside: take `now` as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The dice come from outside: take `random` as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='crypto']",
    message: 'The dice come from outside: take the bytes as an argument.',
  },
];

const noStrapi = {
  selector: "Identifier[name='strapi']",
  message:
    'Services and controllers do not know Strapi: `wire.ts` hands in the stores and channels that they need.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'examples/', '.tmp/', 'tests/fixtures/', '**/*.mjs', '**/*.js'] },
  {
    files: [
      'src/**/*.ts',
      'server/**/*.ts',
      'config/**/*.ts',
      'client/**/*.ts',
      'admin/**/*.{ts,tsx}',
      'tests/**/*.{ts,tsx}',
    ],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: {
        project: ['src', 'server', 'config', 'client', 'admin', 'tests'].map(
          (folder) => `./${folder}/tsconfig.json`,
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndDice] },
  },
  {
    files: ['server/services/**/*.ts', 'server/controllers/**/*.ts'],
    // The list that binds controllers to Strapi has to name it.
    ignores: ['server/controllers/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clockAndDice, noStrapi],
      'no-restricted-globals': ['error', 'strapi'],
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='jest'][callee.property.name='mock']",
          message: 'No module mocks: hand the part in, or use the real one.',
        },
        {
          selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']",
          message: 'A focused test hides the others.',
        },
      ],
    },
  },
);
