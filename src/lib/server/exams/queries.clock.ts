import type { Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

const INSTALLATION = 'installation';

/** An attempt as far as its candidate's clock needs it; one row by its key. */
export function clockOf(db: Db, attemptId: string) {
  return db
    .selectFrom('attempt')
    .where('id', '=', attemptId)
    .select(['person_id', 'status', 'deadline', 'writer']);
}

export function lastBeat(db: Db) {
  return db.selectFrom('heartbeat').select('beat_at').where('id', '=', INSTALLATION);
}

/** The beat never goes back, whichever process is late. */
export function beat(db: Db, now: string) {
  return db
    .insertInto('heartbeat')
    .values({ id: INSTALLATION, beat_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ beat_at: now }).where('heartbeat.beat_at', '<', now),
    );
}

/** Notes a gap; inserts nothing when another process noted it first. */
export function insertOutage(db: Db, row: ExamsTables['outage']) {
  return db
    .insertInto('outage')
    .values(row)
    .onConflict((conflict) => conflict.column('from_at').doNothing());
}

/** Lays a hand on the attempts that were open in a gap, so that none ends before it was made up for. */
export function holdDuring(db: Db, gap: { from: string; to: string }) {
  return db
    .updateTable('attempt')
    .set((of) => ({ deadline: of.ref('attempt.deadline') }))
    .where('status', '=', 'open')
    .where('deadline', '>=', gap.from)
    .where('started_at', '<', gap.to);
}

/** Attempts that were open at some moment of a gap. */
export function openDuring(db: Db, gap: { from: string; to: string }) {
  return db
    .selectFrom('attempt')
    .where('status', '=', 'open')
    .where('deadline', '>=', gap.from)
    .where('started_at', '<', gap.to)
    .select(['id', 'started_at', 'deadline'])
    .orderBy('id');
}

export function allowancesOf(db: Db, attemptId: string) {
  return db
    .selectFrom('allowance')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('given_at')
    .orderBy('id');
}
