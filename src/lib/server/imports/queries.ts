import type { Insertable, Updateable } from 'kysely';
import type { ImportState } from '#lib/domain/imports/state.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

export type ImportKindName = 'people' | 'units' | 'outside';

export function insertBatch(db: Db, batch: Insertable<Tables['import_batch']>) {
  return db.insertInto('import_batch').values(batch);
}

export function batchById(db: Db, { kind, id }: { kind: ImportKindName; id: string }) {
  return db.selectFrom('import_batch').selectAll().where('id', '=', id).where('kind', '=', kind);
}

/** The latest imports of one person. */
export function batchesOf(db: Db, asked: { kind: ImportKindName; by: string; limit: number }) {
  return db
    .selectFrom('import_batch')
    .selectAll()
    .where('kind', '=', asked.kind)
    .where('staged_by', '=', asked.by)
    .orderBy('staged_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit);
}

/** Batches on which the server is not through; done ones may still owe announcements. */
function unfinished(db: Db) {
  return db
    .selectFrom('import_batch')
    .where((or) =>
      or.or([
        or('state', 'in', ['reading', 'applying', 'withdrawing']),
        or.and([or('state', '=', 'done'), or('settled_at', 'is', null)]),
      ]),
    );
}

/**
 * Batches on which the server has work now, the oldest first. One that failed waits for its time, one that did so
 * `mostTries` times for somebody who wants it tried again.
 */
export function pendingBatches(db: Db, asked: { kind: ImportKindName; now: Instant; mostTries: number }) {
  return unfinished(db)
    .selectAll()
    .where('kind', '=', asked.kind)
    .where('tries', '<', asked.mostTries)
    .where((or) => or.or([or('next_at', 'is', null), or('next_at', '<=', asked.now)]))
    .orderBy('staged_at')
    .orderBy('id');
}

/** Batches of every kind that the server has left off, the oldest first. */
export function stuckBatches(db: Db, mostTries: number) {
  return unfinished(db)
    .select(['id', 'kind', 'file_name', 'state', 'staged_at'])
    .where('tries', '>=', mostTries)
    .orderBy('staged_at')
    .orderBy('id');
}

/** Has a batch tried again at once that was left off; no row changes where it was not. */
export function tryAgain(db: Db, { id, mostTries }: { id: string; mostTries: number }) {
  return db
    .updateTable('import_batch')
    .set({ tries: 0, next_at: null, message: null })
    .where('id', '=', id)
    .where('tries', '>=', mostTries);
}

/** Batches that are being written, or done with announcements still owed. */
export function applyingBatches(db: Db, kind: ImportKindName) {
  return db
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'staged_by', 'state', 'tries'])
    .where('kind', '=', kind)
    .where((or) =>
      or.or([or('state', '=', 'applying'), or.and([or('state', '=', 'done'), or('settled_at', 'is', null)])]),
    );
}

/** Batches that have waited for their person since before a moment. */
export function leftSince(
  db: Db,
  asked: { kind: ImportKindName; states: readonly ImportState[]; before: Instant },
) {
  return db
    .selectFrom('import_batch')
    .select(['id', 'state'])
    .where('kind', '=', asked.kind)
    .where('state', 'in', asked.states)
    .where('staged_at', '<', asked.before);
}

export interface BatchMove {
  id: string;
  from: readonly ImportState[];
  to: ImportState;
  set?: Updateable<Tables['import_batch']>;
}

/** Moves a batch on, to be tried at once; no row changes when it was in none of the states expected. */
export function moveBatch(db: Db, asked: BatchMove) {
  return db
    .updateTable('import_batch')
    .set({ tries: 0, next_at: null, ...asked.set, state: asked.to })
    .where('id', '=', asked.id)
    .where('state', 'in', asked.from);
}

export function stateOf(db: Db, id: string) {
  return db.selectFrom('import_batch').select(['state', 'tries']).where('id', '=', id);
}

export interface FailedTry {
  id: string;
  state: ImportState;
  tries: number;
  nextAt: Instant;
  message: string;
}

/** Notes that the step of a batch failed and when it is tried again, unless it has left its state. */
export function noteFailure(db: Db, { id, state, tries, nextAt, message }: FailedTry) {
  return db
    .updateTable('import_batch')
    .set({ tries, next_at: nextAt, message })
    .where('id', '=', id)
    .where('state', '=', state);
}

/** Notes how far a step has come; no row changes when the batch left its state. */
export function noteProgress(
  db: Db,
  asked: { id: string; state: ImportState; handled: number; total: number },
) {
  return db
    .updateTable('import_batch')
    .set({ handled: asked.handled, total: asked.total })
    .where('id', '=', asked.id)
    .where('state', '=', asked.state);
}

/** Counts rows that a step is through with; no row changes when the batch left its state. */
export function addHandled(db: Db, asked: { id: string; state: ImportState; rows: number }) {
  return db
    .updateTable('import_batch')
    .set((set) => ({ handled: set('handled', '+', asked.rows) }))
    .where('id', '=', asked.id)
    .where('state', '=', asked.state);
}

export function settleBatch(db: Db, id: string, now: Instant) {
  const set = { settled_at: now, message: null, tries: 0, next_at: null };
  return db.updateTable('import_batch').set(set).where('id', '=', id);
}

/** Batches whose rows are read, staged or being written. */
export function openBatches(db: Db, kind: ImportKindName) {
  return db
    .selectFrom('import_batch')
    .select('id')
    .where('kind', '=', kind)
    .where((or) =>
      or.or([
        or('state', 'in', ['reading', 'staged', 'applying', 'withdrawing']),
        or.and([or('state', '=', 'done'), or('settled_at', 'is', null)]),
      ]),
    )
    .limit(1);
}
