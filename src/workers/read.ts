import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { CachingDatabase, openSqliteFile, sqliteDialect } from '#lib/server/db/dialects.ts';
import type { ReadingWords } from '#lib/server/db/reader.ts';
import type { Db, Tables } from '#lib/server/db/schema/index.ts';
import { packageRoot } from '#lib/server/platform/root.ts';

/** Answers `readHeavy` on SQLite: a read-only connection to each file it is asked about, one question at a time. */
type Question = Extract<ReadingWords, { kind: 'question' }>;

if (!parentPort) throw new Error('read.ts is a worker');
const port = parentPort;
const databases = new Map<string, Db>();
let queue: Promise<void> = Promise.resolve();

function databaseAt(file: string): Db {
  const known = databases.get(file);
  if (known) return known;
  const sqlite = new CachingDatabase(openSqliteFile(file, { readOnly: true }));
  const opened: Db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) });
  databases.set(file, opened);
  return opened;
}

async function close(file: string): Promise<void> {
  await databases.get(file)?.destroy();
  databases.delete(file);
}

async function read({ file, module, name, args }: Question): Promise<unknown> {
  const url = pathToFileURL(join(packageRoot(), 'src/lib/server', module)).href;
  const functions = (await import(url)) as Record<string, (db: Db, args: unknown) => Promise<unknown>>;
  const asked = functions[name];
  if (!asked) throw new Error(`${module} has no ${name}`);
  return asked(databaseAt(file), args);
}

async function answer({ id, ...words }: ReadingWords & { id: number }): Promise<void> {
  try {
    const value = words.kind === 'question' ? await read(words) : await close(words.file);
    port.postMessage({ id, value });
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ id, error: told });
  }
}

port.on('message', (words: ReadingWords & { id: number }) => {
  queue = queue.then(() => answer(words));
});
