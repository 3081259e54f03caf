import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '#lib/domain/shared/errors.ts';
import { leavingTransaction, runtimeOf, type Db } from '../db/index.ts';
import { packageRoot } from '../platform/root.ts';
import type { Cell, SheetOfCells } from './cell.ts';
import { sheetLimits } from './workbook.ts';

export type { Cell, SheetOfCells } from './cell.ts';

/** What the worker says: rows in blocks, so that taking them over never holds up the server's thread. */
export type SheetMessage =
  | { kind: 'sheet'; name: string }
  | { kind: 'rows'; rows: Cell[][] }
  | { kind: 'done' }
  | { kind: 'refused'; code: ErrorCode; message: string };

const MOST_MILLISECONDS = 120_000;
const MOST_MEGABYTES = 900;

const tooComplex = () => new DomainError('tooLarge', '文件过于复杂，未能读完，请拆分或另存为 xlsx 后重试。');

function listen(worker: Worker): Promise<SheetOfCells[]> {
  return new Promise((resolve, reject) => {
    const sheets: SheetOfCells[] = [];
    const timer = setTimeout(() => reject(tooComplex()), MOST_MILLISECONDS);
    worker.on('message', (message: SheetMessage) => {
      if (message.kind === 'sheet') sheets.push({ name: message.name, rows: [] });
      if (message.kind === 'rows') sheets[sheets.length - 1]?.rows.push(...message.rows);
      if (message.kind === 'refused') reject(new DomainError(message.code, message.message));
      if (message.kind === 'done') resolve(sheets);
    });
    worker.on('error', () => reject(tooComplex()));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooComplex());
    });
  });
}

/**
 * Sheets and cells of an xlsx, xls or csv file (UTF-8 or GB 18030), read in a worker of its own with limits on
 * bytes, unpacked bytes, rows, time and memory. The kind is told by the content; the file's name only helps the log.
 * Throws `unsupported`, `tooLarge` or `invalid` with a Chinese sentence.
 */
export async function readSheet(
  db: Db,
  bytes: Uint8Array,
  fileName: string,
): Promise<{ sheets: SheetOfCells[] }> {
  if (bytes.length > sheetLimits.bytes) {
    throw new DomainError('tooLarge', `文件超过 ${sheetLimits.bytes / 1024 / 1024} MB，请拆分后分批上传。`);
  }
  const { log } = runtimeOf(db);
  const worker = leavingTransaction(
    () =>
      new Worker(join(packageRoot(), 'src/workers/spreadsheet.ts'), {
        workerData: { bytes },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      }),
  );
  try {
    return { sheets: await listen(worker) };
  } catch (error) {
    log.info({ fileName, reason: error instanceof Error ? error.message : '' }, 'a spreadsheet was not read');
    throw error;
  } finally {
    await worker.terminate();
  }
}
