import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create as packTar, extract as unpackTar } from 'tar';
import * as v from 'valibot';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import { appliedMigrations, copyOnline, integrityFaults, runtimeOf, type Db } from '../db/index.ts';
import { isSignature, sign } from './cipher.ts';
import { BACKUP_MADE } from './health.ts';
import { isServing } from './leases.ts';
import { setSetting } from './settings.ts';

const DATABASE = 'xuefa.db';
const MANIFEST = 'manifest.json';
/** Copied before the database: a head is written when its seal is, so that the copy has the seal of every head. */
const HEADS = 'audit-heads.jsonl';
/** What belongs to an installation beside its database. */
const BESIDE = ['files', 'audit-archive'];

const manifestSchema = v.object({
  v: v.literal(1),
  madeAt: v.string(),
  migrations: v.array(v.string()),
  files: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: v.string() })),
  /** Code of the installation's key over all of the above: a foreign backup is recognised. */
  mac: v.string(),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;

function coveredText(manifest: Omit<Manifest, 'mac'>): string {
  const { madeAt, migrations, files } = manifest;
  return JSON.stringify([madeAt, migrations, files.map((file) => [file.path, file.bytes, file.sha256])]);
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function onlySqlite(db: Db): void {
  if (runtimeOf(db).engine === 'sqlite') return;
  throw new DomainError(
    'unsupported',
    'PostgreSQL 请用 pg_dump 与 pg_restore 备份和恢复；此命令只用于内嵌数据库。',
  );
}

/** Writes a consistent, compressed, checksummed copy of database and files while the server goes on. */
export async function createBackup(db: Db, target: string, now: Instant): Promise<Manifest> {
  onlySqlite(db);
  if (existsSync(target)) throw new DomainError('conflict', `文件 ${target} 已存在，请换一个名字。`);
  const { dataFolder, location } = runtimeOf(db);
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), '.backup-'));
  try {
    const take = async (name: string): Promise<void> => {
      if (!existsSync(join(dataFolder, name))) return;
      await cp(join(dataFolder, name), join(folder, name), { recursive: true });
    };
    await take(HEADS);
    await copyOnline(location, join(folder, DATABASE));
    for (const name of BESIDE) await take(name);
    const files = [];
    for (const path of await filesBelow(folder)) {
      const whole = join(folder, path);
      files.push({ path, bytes: (await stat(whole)).size, sha256: await digestOf(whole) });
    }
    const bare = { v: 1 as const, madeAt: now, migrations: await appliedMigrations(db), files };
    const manifest: Manifest = { ...bare, mac: sign(db, 'backup', coveredText(bare)) };
    await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
    await packTar({ gzip: true, cwd: folder, file: `${target}.part`, portable: true }, await readdir(folder));
    await rename(`${target}.part`, target);
    await setSetting(db, { key: BACKUP_MADE, value: now, now });
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpack(file: string, folder: string): Promise<void> {
  try {
    await unpackTar({
      file,
      cwd: folder,
      strict: true,
      preservePaths: false,
      filter: (_, entry) => !('type' in entry) || entry.type === 'File' || entry.type === 'Directory',
    });
  } catch {
    throw new DomainError('invalid', '这个文件不是备份，或者已经损坏。现有数据没有改动。');
  }
}

async function manifestIn(db: Db, folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
  if (!parsed.success)
    throw new DomainError('invalid', '备份里没有完整的清单，文件可能已经损坏。现有数据没有改动。');
  if (isSignature(db, 'backup', coveredText(parsed.output), parsed.output.mac)) return parsed.output;
  throw new DomainError('invalid', '这份备份不是用当前 XUEFA_KEY 做的，或者清单被改动过。现有数据没有改动。');
}

async function checkFolder(db: Db, folder: string): Promise<Manifest> {
  const manifest = await manifestIn(db, folder);
  const present = (await filesBelow(folder)).filter((path) => path !== MANIFEST);
  if (present.join('\n') !== manifest.files.map((file) => file.path).join('\n')) {
    throw new DomainError('invalid', '备份里的文件与清单不一致。现有数据没有改动。');
  }
  for (const file of manifest.files) {
    if ((await digestOf(join(folder, file.path))) === file.sha256) continue;
    throw new DomainError('invalid', `备份里的 ${file.path} 与校验和不符。现有数据没有改动。`);
  }
  const faults = integrityFaults(join(folder, DATABASE));
  if (faults.length > 0)
    throw new DomainError('invalid', '备份里的数据库已损坏。现有数据没有改动。', { details: faults });
  return manifest;
}

/** Unpacks a backup beside the data and checks manifest, sums and database; refuses a damaged or foreign one. */
export async function verifyBackup(db: Db, file: string): Promise<Manifest> {
  onlySqlite(db);
  if (!existsSync(file)) throw new DomainError('notFound', `没有找到文件 ${file}。`);
  const folder = await mkdtemp(join(runtimeOf(db).dataFolder, '.verify-'));
  try {
    await unpack(file, folder);
    return await checkFolder(db, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Restoring under a live server would tear both. */
async function refuseWhileServing(db: Db, now: Instant): Promise<void> {
  if (await isServing(db, now))
    throw new DomainError('conflict', '服务还在运行。请先停止服务，等 20 秒，再恢复。');
}

/**
 * Puts a checked backup in the place of the present data, which is kept in a folder of its own.
 * Closes nothing: the caller ends at once. Returns the manifest and where the former data lies.
 */
export async function restoreBackup(
  db: Db,
  file: string,
  now: Instant,
): Promise<{ manifest: Manifest; kept: string }> {
  onlySqlite(db);
  if (!existsSync(file)) throw new DomainError('notFound', `没有找到文件 ${file}。`);
  const { dataFolder, location } = runtimeOf(db);
  if ((await appliedMigrations(db)).length > 0) await refuseWhileServing(db, now);
  const folder = await mkdtemp(join(dataFolder, '.restore-'));
  try {
    await unpack(file, folder);
    const manifest = await checkFolder(db, folder);
    const kept = join(dataFolder, `before-restore-${now.replace(/[-:.]/g, '').slice(0, 15)}`);
    await mkdir(kept);
    await copyOnline(location, join(kept, DATABASE));
    for (const name of [HEADS, ...BESIDE]) {
      if (existsSync(join(dataFolder, name))) await rename(join(dataFolder, name), join(kept, name));
      if (existsSync(join(folder, name))) await rename(join(folder, name), join(dataFolder, name));
    }
    await db.destroy();
    for (const tail of ['-wal', '-shm']) await rm(`${location}${tail}`, { force: true });
    await rename(join(folder, DATABASE), location);
    return { manifest, kept };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
