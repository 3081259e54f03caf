import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { SheetMessage } from '#lib/server/documents/spreadsheet.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';

/** Reads one spreadsheet (`readSheet`) and ends; rows go out in blocks that the parent takes in a moment each. */
const BLOCK = 500;

function send(message: SheetMessage): void {
  parentPort?.postMessage(message);
}

try {
  for (const { name, rows } of parseWorkbook((workerData as { bytes: Uint8Array }).bytes)) {
    send({ kind: 'sheet', name });
    for (let at = 0; at < rows.length; at += BLOCK) send({ kind: 'rows', rows: rows.slice(at, at + BLOCK) });
  }
  send({ kind: 'done' });
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  send({ kind: 'refused', code: error.code, message: error.message });
}
