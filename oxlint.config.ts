import { defineConfig } from 'oxlint';
import { chance, clock, swallowing } from './scripts/eslint/forbidden.js';

const nothing = { argsIgnorePattern: '^_', varsIgnorePattern: '^_' };

/**
 * Scripts are read by oxlint, components by ESLint (eslint.config.js): a tenth of the time, and two rules that need types.
 * What git ignores is passed over by both.
 */
export default defineConfig({
  plugins: ['eslint', 'typescript'],
  jsPlugins: ['./scripts/eslint/forbidden.js'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  ignorePatterns: ['**/*.svelte', '**/*.svelte.ts'],
  rules: {
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'no-array-constructor': 'error',
    'no-unused-expressions': 'error',
    'no-unused-vars': ['error', nothing],
    'no-else-return': ['error', { allowElseIf: false }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', { max: 250 }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-duplicate-enum-values': 'error',
    'typescript/no-empty-object-type': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-extra-non-null-assertion': 'error',
    'typescript/no-misused-new': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-non-null-asserted-optional-chain': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-this-alias': 'error',
    'typescript/no-unnecessary-type-constraint': 'error',
    'typescript/no-unsafe-declaration-merging': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-wrapper-object-types': 'error',
    'typescript/prefer-as-const': 'error',
    'typescript/prefer-namespace-keyword': 'error',
    'typescript/triple-slash-reference': 'error',
    'xuefa/forbidden-syntax': ['error', ...swallowing],
  },
  overrides: [
    {
      files: ['src/**/*.ts'],
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'no-console': 'error',
        'typescript/no-floating-promises': 'error',
        'typescript/no-misused-promises': 'error',
      },
    },
    {
      files: ['src/lib/server/**/*.ts', 'src/lib/domain/**/*.ts', 'src/cli/**/*.ts', 'src/workers/**/*.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: ['$app/*', '$env/*', '$lib', '$lib/*', '*.svelte'],
                message: 'Plain Node runs this file.',
              },
            ],
          },
        ],
      },
    },
    {
      files: ['src/lib/domain/**/*.ts'],
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'xuefa/forbidden-syntax': ['error', ...swallowing, ...clock, ...chance],
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
      excludeFiles: ['**/*.test.ts'],
      rules: { 'xuefa/forbidden-syntax': ['error', ...swallowing, ...clock, ...chance] },
    },
  ],
});
