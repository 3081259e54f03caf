import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../support/ports.ts';
import { jsonRequest } from './line.ts';
import { measureServer, type MeasuredServer, type Running } from './running.ts';
import { openSaving } from './saving.ts';

/** `http`: bare node:http. The others: a bare SvelteKit endpoint that saves as `saving.ts` describes. */
export type Yardstick = 'http' | 'none' | 'normal' | 'full' | 'grouped';

/** Builds the bare SvelteKit application into `bench/bare`, once. */
function buildBare(): string {
  const entry = resolve('bench/bare/index.js');
  const vite = resolve('node_modules/vite/bin/vite.js');
  if (!existsSync(entry)) execFileSync(process.execPath, [vite, 'build'], { cwd: 'tests/load/bare' });
  return entry;
}

/** What a yardstick carries with this many connections, each saving as soon as it is answered. */
export async function yardstick(
  mode: Yardstick,
  load: { connections: number; seconds: number },
): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  const server = await start(mode, join(folder, 'bare.db'));
  try {
    let count = 0;
    const next = (connection: number) => {
      count += 1;
      const save = { attemptId: `a${connection}`, itemId: `i${count % 40}`, revision: count, value: 'x' };
      return jsonRequest('PUT', '/', save);
    };
    return await measureServer(server, { next, ...load });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(mode: Yardstick, file: string): Promise<Running> {
  const port = await freePort();
  const program = mode === 'http' ? 'tests/load/bareServer.ts' : buildBare();
  const origin = { PORT: String(port), HOST: '127.0.0.1', ORIGIN: `http://127.0.0.1:${port}` };
  const env = { ...process.env, ...origin, NODE_ENV: 'production', BARE_MODE: mode, BARE_FILE: file };
  const child = fork(program, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await gone;
  };
  const first = JSON.stringify({ attemptId: 'first', itemId: 'i', revision: 1, value: 'x' });
  const isUp = () => fetch(origin.ORIGIN, { method: 'PUT', body: first }).then(Boolean, () => false);
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`the yardstick ${mode} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, pid: child.pid ?? 0, startedInMs: null, stop };
}

/** Upserts per second of better-sqlite3 at FULL without any server, one transaction each. */
export async function rawUpserts(seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  try {
    const save = openSaving('full', join(folder, 'raw.db'));
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < seconds * 1000) {
      count += 1;
      await save({ attemptId: `a${count % 200}`, itemId: `i${count % 40}`, revision: count, value: 'x' });
    }
    return count / ((performance.now() - began) / 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
