import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './demo.js';

const SECONDS_TO_START = 60;

/**
 * The development server over the demo's data, where `/design` shows every control: an installation has no such page.
 *
 * @param {string} folder of the demo's data
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
export async function startGallery(folder) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const vite = ['node_modules/vite/bin/vite.js', 'dev', '--port', port, '--strictPort'];
  const key = readFileSync(join(folder, 'demo.key'), 'utf8');
  const env = { ...process.env, XUEFA_DATA: folder, XUEFA_KEY: key, ORIGIN: origin, NODE_ENV: 'development' };
  const server = spawn(process.execPath, vite, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const close = async () => {
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, 'exit');
  };
  for (let second = 0; second < SECONDS_TO_START && server.exitCode === null; second += 1) {
    const answer = await fetch(`${origin}/design`).catch(() => undefined);
    if (answer?.ok) return { origin, close };
    await wait(1000);
  }
  await close();
  throw new Error('The development server did not start; its own words are above.');
}
