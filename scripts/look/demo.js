import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';

const MINUTES_TO_START = 6;
const SECONDS_TO_CLOSE = 30;

/** A port of this machine that nobody holds. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Codes of roles by the word with which the demo names them. */
const roles = { 学员: 'learner', 培训管理员: 'coordinator', 领导: 'leader', 系统管理员: 'system', 安全管理员: 'security', 审计管理员: 'audit' };

/**
 * The demo over a data folder of its own on a free port; builds first when the build is old.
 *
 * @returns {Promise<{ origin: string, folder: string, accounts: Map<string, { login: string, password: string }>,
 *   endExams(): Promise<void>, change(statement: string, ...values: unknown[]): void, close(): Promise<void> }>}
 */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-look-'));
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, XUEFA_DATA: folder, PORT: port, HOST: '127.0.0.1', ORIGIN: origin };
  const server = spawn(process.execPath, ['scripts/demo.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const close = async () => {
    if (server.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };

  for (let second = 0; second < MINUTES_TO_START * 60; second += 1) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) {
      const { accounts } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
      const byRole = new Map(accounts.map((account) => [roles[account.role], account]));
      const change = (statement, ...values) => changed(folder, (db) => db.prepare(statement).run(...values));
      return { origin, folder, accounts: byRole, endExams: () => endExams(folder), change, close };
    }
    await wait(1000);
  }
  await close();
  throw new Error('The demo did not start; its own words are above.');
}

/** Does something with the demo's database beside the server. */
function changed(folder, work) {
  const db = new SqliteFile(join(folder, 'xuefa.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Lets every window of the demo be over, as if its weeks had passed; resolves when the server has closed what was open. */
async function endExams(folder) {
  const now = new Date().toISOString();
  changed(folder, (db) => {
    db.prepare('update sitting set closes_at = ? where closes_at > ?').run(now, now);
    db.prepare("update attempt set deadline = ? where status = 'open'").run(now);
  });
  const left = (db) => db.prepare("select count(*) from attempt where status = 'open'").pluck().get();
  for (let second = 0; second < SECONDS_TO_CLOSE && changed(folder, left) > 0; second += 1) await wait(1000);
}

/** A server of this build over an empty folder, as an installation begins. */
export async function startEmpty() {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-empty-'));
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const settings = { XUEFA_DATA: folder, XUEFA_KEY: randomBytes(32).toString('base64'), PORT: port, ORIGIN: origin };
  const env = { ...process.env, ...settings, HOST: '127.0.0.1' };
  const migrating = spawn(process.execPath, ['scripts/xuefa.js', 'db', 'migrate'], { env, stdio: 'ignore' });
  await once(migrating, 'exit');
  const server = spawn(process.execPath, ['scripts/start.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const close = async () => {
    if (server.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let second = 0; second < 60 && server.exitCode === null; second += 1) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) return { origin, close };
    await wait(1000);
  }
  await close();
  throw new Error('The empty installation did not start; its own words are above.');
}
