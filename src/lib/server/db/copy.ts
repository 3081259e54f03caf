import { openSqliteFile } from './dialects.ts';

/** Copies a live SQLite database to `target` page by page while others read and write; then checks the copy. */
export async function copyOnline(file: string, target: string): Promise<void> {
  const raw = openSqliteFile(file, { readOnly: true });
  try {
    await raw.backup(target);
  } finally {
    raw.close();
  }
  inOneFile(target);
  const faults = integrityFaults(target);
  if (faults.length > 0) throw new Error(`the copy is damaged: ${faults.join('; ')}`);
}

/** A copy is looked at and carried away: no log stands beside it. */
function inOneFile(target: string): void {
  const copy = openSqliteFile(target);
  try {
    copy.pragma('journal_mode = delete');
  } finally {
    copy.close();
  }
}

/** What SQLite finds wrong with a file; empty when it is sound. */
export function integrityFaults(file: string): string[] {
  try {
    const raw = openSqliteFile(file, { readOnly: true });
    try {
      const rows = raw.pragma('integrity_check') as { integrity_check: string }[];
      return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    } finally {
      raw.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
