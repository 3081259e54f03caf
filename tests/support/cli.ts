import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '#lib/server/platform/root.ts';
import { testKey } from './databases.ts';
import type { Settings } from './engines.ts';

export interface Said {
  code: number | null;
  out: string;
  problems: string;
}

/** Runs the real cli as a person would, over a test's own installation; never throws for its exit code. */
export function runXuefa(
  settings: Settings,
  words: string[],
  more: Record<string, string> = {},
): Promise<Said> {
  const child = spawn(process.execPath, [join(packageRoot(), 'src/cli/index.ts'), ...words], {
    cwd: packageRoot(),
    env: {
      PATH: process.env.PATH,
      XUEFA_DATA: settings.dataFolder,
      DATABASE_URL: settings.databaseUrl,
      XUEFA_KEY: testKey.toString('base64'),
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Said = { code: null, out: '', problems: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.problems += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...said, code }));
  });
}
