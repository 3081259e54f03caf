import { parentPort } from 'node:worker_threads';
import { writeWorkbook, type WorkbookSheet } from '#lib/server/documents/xlsx.ts';
import type { WorkbookMessage } from '#lib/server/documents/workbookThread.ts';

/** Writes one xlsx file (`makeWorkbook`) of rows that come in blocks, hands over its bytes and ends. */
if (!parentPort) throw new Error('workbook.ts is a worker');
const port = parentPort;
const sheets: WorkbookSheet[] = [];

async function finish(): Promise<void> {
  const written = await writeWorkbook({ sheets });
  // A buffer of Node's may be a piece of a larger one; what is handed over has memory of its own.
  const bytes = new Uint8Array(written);
  port.postMessage(bytes, [bytes.buffer]);
  port.close();
}

port.on('message', (message: WorkbookMessage) => {
  if (message.kind === 'sheet') sheets.push({ ...message.sheet, rows: [] });
  if (message.kind === 'rows') sheets[sheets.length - 1]?.rows.push(...message.rows);
  if (message.kind === 'done') void finish();
});
