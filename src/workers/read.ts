import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { CachingDatabase, openSqliteFile, sqliteDialect } from '#lib/server/db/dialects.ts';
import type { Db, Tables } from '#lib/server/db/schema/index.ts';
import { packageRoot } from '#lib/server/platform/root.ts';

/** Answers `readHeavy` on SQLite: one read-only connection, one question at a time. */
interface Question {
  id: number;
  module: string;
  name: string;
  args: unknown;
}

if (!parentPort) throw new Error('read.ts is a worker');
const port = parentPort;
const sqlite = new CachingDatabase(openSqliteFile((workerData as { file: string }).file, { readOnly: true }));
const db: Db = new Kysely<Tables>({ dialect: sqliteDialect(sqlite) });
let queue: Promise<void> = Promise.resolve();

async function answer(question: Question): Promise<void> {
  try {
    const url = pathToFileURL(join(packageRoot(), 'src/lib/server', question.module)).href;
    const functions = (await import(url)) as Record<string, (db: Db, args: unknown) => Promise<unknown>>;
    const read = functions[question.name];
    if (!read) throw new Error(`${question.module} has no ${question.name}`);
    port.postMessage({ id: question.id, value: await read(db, question.args) });
  } catch (error) {
    port.postMessage({
      id: question.id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

port.on('message', (question: Question) => {
  queue = queue.then(() => answer(question));
});
