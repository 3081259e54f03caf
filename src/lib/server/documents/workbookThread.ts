import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { leavingTransaction } from '../db/index.ts';
import { packageRoot } from '../platform/root.ts';
import type { WorkbookColumn, WorkbookSheet } from './xlsx.ts';

/** A sheet whose rows may come in portions, so that nobody holds all of them at once. */
export interface GrowingSheet {
  name: string;
  /** A line above the heading that everybody sees. */
  above?: string;
  columns: WorkbookColumn[];
  rows: readonly string[][] | AsyncIterable<string[][]>;
}

/** What the worker is told. */
export type WorkbookMessage =
  | { kind: 'sheet'; sheet: Omit<WorkbookSheet, 'rows'> }
  | { kind: 'rows'; rows: string[][] }
  | { kind: 'done' };

/** Rows handed over between two turns of the event loop. */
const BLOCK = 500;

export interface Workbook {
  /** The line above every sheet: who takes it out, when and what for. Null for a blank form, which holds nobody's data. */
  mark: string | null;
  sheets: readonly GrowingSheet[];
}

/** An xlsx file written in a worker of its own: the thread that answers exam takers only hands over blocks of rows. */
export async function makeWorkbook({ mark, sheets }: Workbook): Promise<Uint8Array> {
  const worker = leavingTransaction(() => new Worker(join(packageRoot(), 'src/workers/workbook.ts')));
  const written = bytesFrom(worker);
  // Whoever fails first is told; the other must not go unheard.
  written.catch(() => undefined);
  try {
    await hand(worker, mark === null ? sheets : sheets.map((sheet) => ({ ...sheet, above: mark })));
    return await written;
  } finally {
    await worker.terminate();
  }
}

function bytesFrom(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread of a workbook ended')));
  });
}

async function hand(worker: Worker, sheets: readonly GrowingSheet[]): Promise<void> {
  const send = (message: WorkbookMessage) => worker.postMessage(message);
  for (const { rows, ...sheet } of sheets) {
    send({ kind: 'sheet', sheet });
    for await (const portion of portionsOf(rows)) {
      for (let at = 0; at < portion.length; at += BLOCK) {
        send({ kind: 'rows', rows: portion.slice(at, at + BLOCK) });
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  send({ kind: 'done' });
}

async function* portionsOf(rows: GrowingSheet['rows']): AsyncIterable<readonly string[][]> {
  if (Symbol.asyncIterator in rows) yield* rows;
  else yield rows;
}
