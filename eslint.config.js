import { resolve } from 'node:path';
import { includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import componentLines from './scripts/eslint/component-lines.js';
import { sharedState, swallowing } from './scripts/eslint/forbidden.js';

const components = ['**/*.svelte', '**/*.svelte.ts'];

/** What is written for Svelte; all other scripts are oxlint's (oxlint.config.ts). */
export default ts.config(
  includeIgnoreFile(resolve('.gitignore')),
  { ignores: ['**/*.{js,cjs,ts}', '!**/*.svelte.ts'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    files: components,
    plugins: { xuefa: { rules: { 'component-lines': componentLines } } },
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'no-restricted-syntax': ['error', ...swallowing],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
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
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': ['error', ...swallowing, ...sharedState],
    },
  },
);
