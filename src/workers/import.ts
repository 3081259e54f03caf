import { existsSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { MOST_ISSUES_TOLD } from '#lib/domain/imports/issue.ts';
import type { ReadingReport, ReadyRow, SheetReading, SheetToRead } from '#lib/domain/imports/reading.ts';
import type { Template } from '#lib/domain/imports/template.ts';
import { resultTemplate } from '#lib/domain/outside/columns.ts';
import { rosterTemplate } from '#lib/domain/rosters/columns.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { treeTemplate } from '#lib/domain/units/import/columns.ts';
import type { Db } from '#lib/server/db/index.ts';
import { openForReading } from '#lib/server/db/open.ts';
import { writeLongTables } from '#lib/server/documents/longTable.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import { markedTable } from '#lib/server/imports/rows.marked.ts';
import { headedSheet, type HeadedSheet } from '#lib/server/imports/rows.heading.ts';
import type { ReadingTask, ReadingWord } from '#lib/server/imports/rows.task.ts';
import { readResults, type ResultContext } from '#lib/server/outside/rows.reading.ts';
import { readRoster, type RosterContext } from '#lib/server/rosters/rows.reading.ts';
import * as people from '#lib/server/people/rows.ts';
import { openSealed, sealBytes } from '#lib/server/platform/cipher.ts';
import { readTree, type TreeContext } from '#lib/server/units/rows.reading.ts';

/** Reads one file that is to be imported, says what it would do, and hands over its rows. Writes nothing. */
interface Reader {
  template: Template;
  read(db: Db, sheet: SheetToRead, context: unknown): Promise<SheetReading>;
}

const readers: Record<ReadingTask['kind'], Reader> = {
  people: {
    template: rosterTemplate,
    read: (db, sheet, context) =>
      readRoster(db, sheet, { context: context as RosterContext, storing: people }),
  },
  units: {
    template: treeTemplate,
    read: (db, sheet, context) => readTree(db, sheet, context as TreeContext),
  },
  outside: {
    template: resultTemplate,
    read: (db, sheet, context) =>
      readResults(db, sheet, { context: context as ResultContext, hashing: people }),
  },
};

/** Rows handed over at a time; one short write of the server each. */
const BLOCK = 200;
/** Blocks that the server may still have to write while the next is made ready. */
const AHEAD = 2;

if (!parentPort) throw new Error('import.ts is a worker');
const port = parentPort;

// What one file brings must not reach into the next that this thread reads.
Object.preventExtensions(Object.prototype);
Object.preventExtensions(Array.prototype);

function say(word: ReadingWord): void {
  port.postMessage(word);
}

function sourceOf(db: Db, { file }: ReadingTask): Buffer {
  if (existsSync(file)) return openSealed(db, readFileSync(file));
  throw new DomainError('notFound', '上传的文件已不在，请重新上传。');
}

function reportOf({ columns, sheet, ignored, missing }: HeadedSheet, reading?: SheetReading): ReadingReport {
  const issues = reading?.issues ?? [];
  return {
    v: 1,
    total: reading?.total ?? 0,
    issues: issues.slice(0, MOST_ISSUES_TOLD),
    issueCount: issues.length,
    ignored,
    preview: reading?.preview ?? [],
    columns,
    places: Object.fromEntries(sheet.places),
    missing,
  };
}

/** Hands the rows over block by block; returns how many of them would write something. */
async function handOver(rows: Iterable<ReadyRow>): Promise<number> {
  let unwritten = 0;
  let goOn = (): void => {};
  const written = (): void => {
    unwritten -= 1;
    goOn();
  };
  port.on('message', written);
  const send = async (block: ReadyRow[]): Promise<void> => {
    while (unwritten === AHEAD) await new Promise<void>((resolve) => (goOn = resolve));
    say({ kind: 'rows', rows: block });
    unwritten += 1;
  };
  let block: ReadyRow[] = [];
  let toWrite = 0;
  for (const row of rows) {
    if (row.payload !== null) toWrite += 1;
    if (block.push(row) < BLOCK) continue;
    await send(block);
    block = [];
  }
  if (block.length > 0) await send(block);
  port.off('message', written);
  return toWrite;
}

async function run(db: Db, task: ReadingTask): Promise<void> {
  const { template, read } = readers[task.kind];
  const headed = await headedSheet(db, parseWorkbook(sourceOf(db, task)), { task, template });
  const total = headed.sheet.rows.length;
  if (headed.missing.length > 0) return say({ kind: 'columns', report: reportOf(headed) });
  const sheet = { ...headed.sheet, progress: (done: number) => say({ kind: 'progress', done, total }) };
  const reading = await read(db, sheet, task.context);
  if (reading.total === 0) throw new DomainError('invalid', '表头下没有内容，请逐行填写后重新上传。');
  const report = reportOf(headed, reading);
  const { counts } = reading;
  if (reading.issues.length > 0) {
    const table = markedTable(headed.sheet, template, reading.issues);
    const marked = await sealBytes(db, await writeLongTables([table]));
    return say({ kind: 'faulty', report, counts, marked });
  }
  const toWrite = await handOver(reading.ready);
  say({ kind: 'ready', report: { ...report, toWrite }, counts });
}

async function answer(task: ReadingTask): Promise<void> {
  const db = openForReading(task.place);
  try {
    await run(db, task);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    say({ kind: 'refused', code: error.code, message: error.message });
  } finally {
    await db.destroy();
  }
  say({ kind: 'free' });
}

/** The next file comes once the one before is read; while one is, the port carries its own messages. */
port.on('message', (message: ReadingTask | 'go on') => {
  if (message !== 'go on') void answer(message);
});
