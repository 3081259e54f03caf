import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import componentLines from './scripts/eslint/component-lines.js';

/** One moment, one chance, one outlet: rules that keep a file free of the world. */
const noClock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as an argument.' },
];
const noChance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take `rng` as an argument.',
  },
];
const noSwallowing = [
  {
    selector: 'CatchClause > BlockStatement.body > ReturnStatement:first-child > Literal[raw="null"]',
    message: 'Absence is decided where it is asked; do not answer an error with null.',
  },
];
const noSharedState = [
  {
    selector: 'Program > VariableDeclaration CallExpression[callee.name=/^\\$(state|derived)$/]',
    message: 'Module-level state is shared by all users under SSR; put it into a class or a context.',
  },
  {
    selector:
      'Program > ExportNamedDeclaration > VariableDeclaration CallExpression[callee.name=/^\\$(state|derived)$/]',
    message: 'Module-level state is shared by all users under SSR; put it into a class or a context.',
  },
];

const kitOnly = ['$app/*', '$env/*', '$lib', '$lib/*', '*.svelte'];

export default ts.config(
  {
    ignores: [
      'node_modules/',
      '.svelte-kit/',
      'build/',
      'data/',
      'bench/',
      'look/',
      'coverage/',
      'tests/fixtures/',
    ],
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    plugins: { xuefa: { rules: { 'component-lines': componentLines } } },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'no-undef': 'off',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-restricted-syntax': ['error', ...noSwallowing],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'max-lines': 'off',
      'xuefa/component-lines': ['error', { max: 200 }],
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(#lib/server/|\\$env/|\\$lib/)', message: 'A component knows no server.' }],
        },
      ],
    },
  },
  {
    files: ['**/*.svelte.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noSwallowing, ...noSharedState] },
  },
  { files: ['src/**'], ignores: ['**/*.test.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['src/lib/server/**/*.ts', 'src/lib/domain/**/*.ts', 'src/cli/**/*.ts', 'src/workers/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: kitOnly, message: 'Plain Node runs this file.' }] },
      ],
    },
  },
  {
    files: ['src/lib/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noSwallowing, ...noClock, ...noChance],
      'no-restricted-globals': [
        'error',
        'console',
        'process',
        'crypto',
        'performance',
        'fetch',
        'setTimeout',
        'setInterval',
      ],
    },
  },
  {
    files: ['src/lib/server/*/{verbs,queries,rows,questions}*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noSwallowing, ...noClock, ...noChance] },
  },
);
