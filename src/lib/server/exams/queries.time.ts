import { sql, type Insertable } from 'kysely';
import { unitLabel, unitsBelow, type Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';
import { candidateUnitsWithin } from './queries.scope.ts';

export interface OpenAsk {
  examId: string;
  /** Only these; null: all that are open. */
  attemptIds: readonly string[] | null;
}

/**
 * Lays a hand on open attempts: from here to the end of the transaction none of them is ended or lengthened by
 * another, on either engine.
 */
export function holdOpen(db: Db, asked: OpenAsk) {
  return db
    .updateTable('attempt')
    .set((of) => ({ deadline: of.ref('attempt.deadline') }))
    .where('exam_id', '=', asked.examId)
    .where('status', '=', 'open')
    .$if(asked.attemptIds !== null, (query) => query.where('id', 'in', asked.attemptIds ?? []));
}

/** Open attempts of candidates within these units, with what fixed their deadlines. */
export function openAttempts(db: Db, asked: OpenAsk & { within: readonly string[] | null }) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .innerJoin('exam_candidate as candidate', (join) =>
      join
        .onRef('candidate.exam_id', '=', 'attempt.exam_id')
        .onRef('candidate.person_id', '=', 'attempt.person_id'),
    )
    .where('attempt.exam_id', '=', asked.examId)
    .where('attempt.status', '=', 'open')
    .where(candidateUnitsWithin(asked.within))
    .$if(asked.attemptIds !== null, (query) => query.where('attempt.id', 'in', asked.attemptIds ?? []))
    .select(['attempt.id', 'attempt.person_id', 'attempt.sitting_id', 'attempt.started_at'])
    .select(['attempt.deadline', 'exam.duration_seconds', 'exam.status as exam_status'])
    .select('sitting.closes_at')
    .select((with_) =>
      with_
        .selectFrom('allowance')
        .whereRef('allowance.attempt_id', '=', 'attempt.id')
        .select((sum) => sum.fn.sum<number>('allowance.seconds').as('seconds'))
        .as('allowance_seconds'),
    )
    .orderBy('attempt.id');
}

/** Moves deadlines of open attempts, each to its own moment, in one statement. */
export function moveDeadlines(db: Db, moves: readonly { attemptId: string; deadline: string }[]) {
  const rows = moves.map((move) => sql`(${move.attemptId}, ${move.deadline})`);
  return db
    .with('move(attempt_id, deadline)', () => sql<MoveRow>`(values ${sql.join(rows)})`)
    .updateTable('attempt')
    .set({
      deadline: sql<string>`(select move.deadline from move where move.attempt_id = attempt.id)`,
    })
    .where('status', '=', 'open')
    .where('id', 'in', (moved) => moved.selectFrom('move').select('move.attempt_id'));
}

interface MoveRow {
  attempt_id: string;
  deadline: string;
}

/** Notes allowances; one that was given before for the same thing is not given again. */
export function insertAllowances(db: Db, rows: Insertable<ExamsTables['allowance']>[]) {
  return db
    .insertInto('allowance')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['attempt_id', 'kind', 'source_id']).doNothing());
}

export function insertGrant(db: Db, row: Insertable<ExamsTables['time_grant']>) {
  return db.insertInto('time_grant').values(row);
}

/** Running time given in an exam, the latest first. */
export function grantsOf(db: Db, examId: string, most: number) {
  return db
    .selectFrom('time_grant')
    .selectAll()
    .where('exam_id', '=', examId)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
}

export function insertStanding(db: Db, row: Insertable<ExamsTables['standing_allowance']>) {
  return db.insertInto('standing_allowance').values(row);
}

export function standingById(db: Db, id: string) {
  return db.selectFrom('standing_allowance').selectAll().where('id', '=', id);
}

/** Ends a standing allowance with a day; updates nothing when it ends by then anyway. */
export function endStanding(db: Db, id: string, on: string) {
  return db
    .updateTable('standing_allowance')
    .set({ valid_to: on })
    .where('id', '=', id)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]));
}

/** A person's extra time that holds on a day. */
export function standingOn(db: Db, personId: string, day: string) {
  return db
    .selectFrom('standing_allowance')
    .selectAll()
    .where('person_id', '=', personId)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .orderBy('id');
}

/** Standing allowances of people whose principal post today lies within these units, by name. */
export function standingBelow(db: Db, asked: { unitIds: readonly string[]; day: string; most: number }) {
  return db
    .selectFrom('standing_allowance as standing')
    .innerJoin('person', 'person.id', 'standing.person_id')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .where('post.is_principal', '=', 1)
    .where('post.valid_from', '<=', asked.day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', asked.day)]))
    .where('post.home_unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day))
    .selectAll('standing')
    .select(['person.name', unitLabel.as('unit_name')])
    .orderBy('person.name_key')
    .orderBy('standing.valid_from')
    .orderBy('standing.id')
    .limit(asked.most);
}
