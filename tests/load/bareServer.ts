import { createServer } from 'node:http';
import SqliteFile from 'better-sqlite3';
import { WriterGroup } from '#lib/server/db/group.ts';

/**
 * A yardstick in a process of its own: `node tests/load/bareServer.ts <mode> <file>`. It reads a JSON save and answers
 * with JSON, without session, policy, clock or framework.
 * `http` writes nothing; `normal` and `full` upsert one row each at that `synchronous`; `grouped` shares a transaction
 * at FULL among the saves of one turn of the event loop.
 */
const [, , mode = 'http', file = ':memory:'] = process.argv;

interface Save {
  attemptId: string;
  itemId: string;
  revision: number;
  value: string;
}

const db = new SqliteFile(file);
db.pragma('journal_mode = wal');
db.pragma(`synchronous = ${mode === 'normal' ? 'normal' : 'full'}`);
db.exec('create table answer (a text, i text, revision integer, value text, primary key (a, i)) strict');
const upsert = db.prepare(
  `insert into answer values (?, ?, ?, ?)
   on conflict (a, i) do update set revision = excluded.revision, value = excluded.value
   where excluded.revision > answer.revision`,
);
const write = ({ attemptId, itemId, revision, value }: Save) =>
  upsert.run(attemptId, itemId, revision, value);
const together = db.transaction((saves: Save[]) => saves.map(write));
const group = new WriterGroup<Save, unknown>(async (saves) => together(saves));

async function saved(save: Save): Promise<void> {
  if (mode === 'http') return;
  if (mode === 'grouped') await group.add(save);
  else write(save);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    void saved(JSON.parse(body) as Save).then(() => {
      const answer = JSON.stringify({ saved: true });
      response.setHeader('content-type', 'application/json');
      response.setHeader('content-length', Buffer.byteLength(answer));
      response.end(answer);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
