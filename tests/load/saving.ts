import SqliteFile from 'better-sqlite3';

/** What the yardsticks save: one answer. */
export interface Save {
  attemptId: string;
  itemId: string;
  revision: number;
  value: string;
}

const TABLE = 'create table answer (a text, i text, revision integer, value text, primary key (a, i)) strict';
const UPSERT = `insert into answer values (?, ?, ?, ?)
  on conflict (a, i) do update set revision = excluded.revision, value = excluded.value
  where excluded.revision > answer.revision`;

/**
 * One upsert, as bare as it can be: `none` writes nothing; `normal` and `full` write each save at that `synchronous`;
 * `grouped` lets the saves of one turn of the event loop share a transaction at FULL. Resolves when written.
 */
export function openSaving(mode = 'none', file = ':memory:'): (save: Save) => void | Promise<void> {
  if (mode === 'none') return () => undefined;
  const db = new SqliteFile(file);
  db.pragma('journal_mode = wal');
  db.pragma(`synchronous = ${mode === 'normal' ? 'normal' : 'full'}`);
  db.exec(TABLE);
  const upsert = db.prepare(UPSERT);
  const write = ({ attemptId, itemId, revision, value }: Save): void => {
    upsert.run(attemptId, itemId, revision, value);
  };
  if (mode !== 'grouped') return write;
  const together = db.transaction((saves: Save[]) => saves.forEach(write));
  return grouped(together);
}

function grouped(write: (saves: Save[]) => void): (save: Save) => Promise<void> {
  let waiting: { save: Save; done: () => void }[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    write(group.map((one) => one.save));
    for (const { done } of group) done();
  };
  return (save) =>
    new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ save, done });
    });
}
