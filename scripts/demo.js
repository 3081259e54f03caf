// A believable district to try out: installs, builds, migrates, seeds, serves. `-- --fresh` begins anew.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rememberCompiled } from './compiled.js';
import { requireNode26 } from './node26.js';

requireNode26();
rememberCompiled();
const isFresh = process.argv.includes('--fresh');
process.env.XUEFA_DEMO = '1';
process.env.PORT ||= '3000';
process.env.HOST ||= '127.0.0.1';
process.env.ORIGIN ||= `http://localhost:${process.env.PORT}`;
process.env.LOG_LEVEL ||= 'warn';
const dataFolder = resolve(process.env.XUEFA_DATA || 'data');
const keyFile = join(dataFolder, 'demo.key');
const ownFile = join(dataFolder, 'demo.json');

/** Newest change below a folder, as milliseconds. */
function newest(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function isBuilt() {
  if (!existsSync('build/index.js')) return false;
  const built = statSync('build/index.js').mtimeMs;
  return Math.max(newest('src'), newest('static'), statSync('package-lock.json').mtimeMs) < built;
}

const isSqlite = !/^postgres/.test(process.env.DATABASE_URL ?? '');
if (isSqlite && existsSync(join(dataFolder, 'xuefa.db')) && !existsSync(keyFile)) {
  console.error(`${dataFolder} 里的数据库不是演示建立的，演示不会动它。请用 XUEFA_DATA 指定另一个目录。`);
  process.exit(2);
}
if (isFresh && isSqlite && existsSync(keyFile)) {
  for (const name of [
    'xuefa.db',
    'xuefa.db-wal',
    'xuefa.db-shm',
    'files',
    'audit-heads.jsonl',
    'demo.json',
  ]) {
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}
mkdirSync(dataFolder, { recursive: true });
if (!process.env.XUEFA_KEY && !existsSync(keyFile)) {
  writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
}

/** Runs a program of Node to its end; resolves to its exit code. */
function run(...args) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).once('error', reject).once('exit', resolve);
  });
}

/** A demo that this version finished seeding on SQLite; PostgreSQL and upgrades are looked at by the seeds themselves. */
async function isSeeded() {
  if (!isSqlite || isFirst || !existsSync(ownFile)) return false;
  const { closeDatabase, openDatabase, pendingMigrations } = await import('../src/lib/server/db/index.ts');
  const { createLog } = await import('../src/lib/server/platform/log.ts');
  const { readSettings } = await import('../src/lib/server/platform/env.ts');
  const db = openDatabase({ ...readSettings(process.env), log: createLog('error') });
  const pending = await pendingMigrations(db);
  await closeDatabase(db);
  return pending.length === 0;
}

const isFirst = isSqlite && !existsSync(join(dataFolder, 'xuefa.db'));
const mustBuild = !isBuilt();
if (mustBuild) console.log('正在构建……');
if (isFirst) console.log('正在建立演示数据：一个虚构的区、约三百人、两个年度……');
// Neither needs the other, and each keeps one core busy.
const codes = await Promise.all([
  mustBuild ? run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn') : 0,
  (await isSeeded()) ? 0 : run('seeds/run.ts'),
]);
const failed = codes.find((code) => code !== 0);
if (failed !== undefined) process.exit(failed ?? 1);

const { accounts } = JSON.parse(readFileSync(ownFile, 'utf8'));
console.log(`\n演示账号（仅用于演示）：`);
for (const { role, login, password, look } of accounts)
  console.log(`  ${role.padEnd(6, '　')}${login.padEnd(14)}${password}  ${look}`);
console.log(`\n请在浏览器打开 ${process.env.ORIGIN}\n`);
await import('./start.js');
