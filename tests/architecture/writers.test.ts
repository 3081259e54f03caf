import ts from 'typescript';
import { expect, it } from 'vitest';
import { declaredTables } from '../support/schema.ts';
import { exportedFunctions, filesBelow, nodesOf, parsed, writesIn } from '../support/source.ts';

const owners = new Map(declaredTables().map((table) => [table.name, table.room]));

/** Tables of the ground are written by the ground. */
const ground = new Set(['db', 'platform']);

/** Room of a file, `platform` for the ground, null outside the workshop. */
function roomOf(path: string): string | null {
  const room = /^src\/lib\/server\/([^/]+)\//.exec(path)?.[1] ?? null;
  return room !== null && ground.has(room) ? 'platform' : room;
}

/** Sentences about the writes of a file to tables of other rooms. */
function trespasses(path: string, file: ts.SourceFile): string[] {
  const room = roomOf(path);
  return writesIn(file).flatMap(({ table, line }) => {
    if (table === null) return [`${path}:${line} writes a table that it does not name`];
    const owner = owners.get(table);
    return owner === room ? [] : [`${path}:${line} writes ${table}, which belongs to ${owner ?? 'no room'}`];
  });
}

/** Migrations move data of every room; each is the work of the room that it names. */
const sources = filesBelow('src', /\.(ts|svelte)$/).filter(
  (path) => !/\/migrations\/|\.test\.ts$/.test(path),
);

it('only the room that owns a table inserts, updates or deletes in it', () => {
  expect(
    sources.filter((path) => path.endsWith('.ts')).flatMap((path) => trespasses(path, parsed(path))),
  ).toEqual([]);
});

it('notices a write into another room, by Kysely and by raw SQL', () => {
  const sample = (text: string) =>
    trespasses(
      'src/lib/server/bank/queries.ts',
      ts.createSourceFile('q.ts', text, ts.ScriptTarget.Latest, true),
    );
  expect(sample("db.updateTable('account').set({})")).toEqual([
    'src/lib/server/bank/queries.ts:1 writes account, which belongs to access',
  ]);
  expect(sample('sql`delete from audit_entry`.execute(db)')).toHaveLength(1);
  expect(sample('db.insertInto(anything)')).toHaveLength(1);
  expect(sample("db.selectFrom('account').selectAll()")).toEqual([]);
});

/** Names of the functions of a room's query files that write. */
function writingQueries(room: string): Set<string> {
  return new Set(
    filesBelow(room, /\/queries[^/]*\.ts$/)
      .flatMap((path) => exportedFunctions(parsed(path)))
      .filter((query) => writesIn(query).length > 0)
      .map((query) => query.name?.text ?? ''),
  );
}

/** Names called in a file, without what stands before the last dot. */
function called(file: ts.SourceFile): string[] {
  return nodesOf(file)
    .filter(ts.isCallExpression)
    .map((call) =>
      (ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression).getText(),
    );
}

const changing = new Set(['inTransaction', 'announce', 'record']);

it('questions between rooms never write', () => {
  const questions = filesBelow('src/lib/server', /\/questions[^/]*\.ts$/);
  const complaints = questions.flatMap((path) => {
    const file = parsed(path);
    const writers = writingQueries(path.slice(0, path.lastIndexOf('/')));
    const writes = [
      ...called(file).filter((name) => changing.has(name) || writers.has(name)),
      ...writesIn(file).map(({ table }) => `a write of ${table}`),
    ];
    return writes.map((name) => `${path} calls ${name}`);
  });
  expect(complaints).toEqual([]);
});
