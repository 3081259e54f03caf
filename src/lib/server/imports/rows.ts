import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { headingMark } from '#lib/domain/imports/heading.ts';
import type { Counts, ReadingReport, ReadyRow } from '#lib/domain/imports/reading.ts';
import { isBusy, isCancellable, isStuck, type ImportState } from '#lib/domain/imports/state.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';
import { decrypt } from '../platform/cipher.ts';

export type BatchRow = Selectable<Tables['import_batch']>;
export type StoredRow = Selectable<Tables['import_row']>;

/** An import as its person sees it. */
export interface ImportView {
  id: string;
  state: ImportState;
  /** True while the server works on it. */
  isBusy: boolean;
  isCancellable: boolean;
  /** True where it failed too often and rests until its person wants it tried again. */
  isStuck: boolean;
  fileName: string;
  sha256: string;
  from: Day;
  counts: Counts;
  /** Rows of the file, and how many of them the present step is through with. */
  total: number;
  handled: number;
  report: ReadingReport | null;
  message: string | null;
  stagedAt: Instant;
  doneAt: Instant | null;
  settledAt: Instant | null;
}

export function viewOf(row: BatchRow): ImportView {
  const state = row.state as ImportState;
  const { added, changed, ended, unchanged } = row;
  const isLeftOff = isStuck(state, row.tries);
  return {
    id: row.id,
    state,
    isBusy: !isLeftOff && (isBusy(state) || (state === 'done' && row.settled_at === null)),
    isCancellable: isCancellable(state),
    isStuck: isLeftOff,
    fileName: row.file_name,
    sha256: row.file_sha256,
    from: row.effective_on,
    counts: { added, changed, ended, unchanged },
    total: row.total,
    handled: row.handled,
    report: row.report === null ? null : (JSON.parse(row.report) as ReadingReport),
    message: row.message,
    stagedAt: row.staged_at,
    doneAt: row.done_at,
    settledAt: row.settled_at,
  };
}

/** A batch as the room that applies it needs it. */
export interface Batch {
  id: string;
  from: Day;
  /** Units within which it may write; null: everywhere. */
  scope: string[] | null;
}

export function batchOf(row: BatchRow): Batch {
  const scope = row.scope === null ? null : (JSON.parse(row.scope) as { v: 1; unitIds: string[] }).unitIds;
  return { id: row.id, from: row.effective_on, scope };
}

export function scopeText(unitIds: readonly string[] | null): string | null {
  return unitIds === null ? null : JSON.stringify({ v: 1, unitIds: [...unitIds].sort() });
}

export function headingHash(texts: readonly string[]): string {
  return createHash('sha256').update(headingMark(texts)).digest('hex');
}

/** A staged row on its way into the tables; its payload is deciphered when asked for. */
export interface AppliedRow {
  row: number;
  subjectId: string;
  action: ReadyRow['action'];
  hasCard: boolean;
  payload(): unknown;
}

export function appliedRow(db: Db, stored: StoredRow): AppliedRow {
  return {
    row: stored.row_number,
    subjectId: stored.person_id,
    action: stored.action as ReadyRow['action'],
    hasCard: stored.card !== null,
    payload: () => {
      if (stored.payload_cipher === null) throw new Error('the payload of this import row was emptied');
      return JSON.parse(decrypt(db, stored.payload_cipher)) as unknown;
    },
  };
}

export function stagedRow(batchId: string, ready: ReadyRow) {
  return {
    batch_id: batchId,
    row_number: ready.row,
    person_id: ready.subjectId,
    action: ready.action,
    step: ready.payload === null ? 'settled' : 'staged',
    payload_cipher: ready.payload,
    card: ready.card,
  };
}
