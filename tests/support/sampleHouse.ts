import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const configs = [
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.oxfmtrc.json',
  '.prettierrc',
  'eslint.config.js',
  'oxlint.config.ts',
  'package.json',
  'svelte.config.js',
  'tsconfig.json',
  '.svelte-kit/tsconfig.json',
];

/** A folder with the project's configuration and files made for a test, to show that a rule fires. */
export interface SampleHouse {
  folder: string;
  /** Runs a program of `node_modules/.bin` in the folder; answers what it printed, whatever its exit code. */
  run(program: string, ...args: string[]): string;
  remove(): void;
}

/** Makes a sample of the house from `files`: path → text. */
export function sampleHouse(files: Record<string, string>): SampleHouse {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-sample-'));
  for (const config of configs) copyInto(folder, config);
  cpSync('scripts/eslint', join(folder, 'scripts/eslint'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    run: (program, ...args) =>
      spawnSync(join(folder, 'node_modules/.bin', program), args, { cwd: folder, encoding: 'utf8' }).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyInto(folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  copyFileSync(path, join(folder, path));
}
