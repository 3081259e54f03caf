import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { jsonRequest, measure, type Measured } from './client.ts';

const WARMING_SECONDS = 2;

export type Mode = 'http' | 'normal' | 'full' | 'grouped';

/** Requests per second of the bare server in a mode, with this many connections. */
export async function yardstick(
  mode: Mode,
  load: { connections: number; seconds: number },
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  const child = fork('tests/load/bareServer.ts', [mode, join(folder, 'bare.db')]);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message) => resolve(Number(message)));
      child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    });
    let count = 0;
    const next = (connection: number) => {
      count += 1;
      const save = { attemptId: `a${connection}`, itemId: `i${count % 40}`, revision: count, value: 'x' };
      return jsonRequest('PUT', '/', save);
    };
    await measure({ port, next, ...load, seconds: WARMING_SECONDS });
    return await measure({ port, next, ...load });
  } finally {
    child.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Upserts per second of better-sqlite3 at FULL without any server, one transaction each. */
export function rawUpserts(seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  const db = new SqliteFile(join(folder, 'raw.db'));
  try {
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = full');
    db.exec('create table answer (a text, i text, revision integer, value text, primary key (a, i)) strict');
    const upsert = db.prepare(
      `insert into answer values (?, ?, ?, ?)
       on conflict (a, i) do update set revision = excluded.revision, value = excluded.value`,
    );
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < seconds * 1000) {
      count += 1;
      upsert.run(`a${count % 200}`, `i${count % 40}`, count, 'x');
    }
    return count / ((performance.now() - began) / 1000);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
