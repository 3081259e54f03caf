import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/** Persons in one plan year; at most some hundreds at a time. */
export interface PeopleIn {
  personIds: string[];
  planYear: number;
}

/** Candidacies of published exams of a year, with the candidate's unit and all above it on the roster date. */
export function candidacies(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'exam_candidate.unit_id')
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where('exam_candidate.person_id', 'in', personIds)
    .where(sql<SqlBool>`unit_closure.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= exam.roster_on)`)
    .select([
      'exam_candidate.person_id',
      'exam_candidate.exam_id',
      'exam_candidate.state',
      'exam.roster_on',
      'exam.pass_hundredths',
      'exam.excellent_hundredths',
      'unit_closure.ancestor_id',
      'unit_closure.depth',
    ])
    .orderBy('exam_candidate.person_id')
    .orderBy('exam_candidate.exam_id')
    .orderBy('unit_closure.depth');
}

/** Attempts at published exams of a year, by the kind of their sitting. */
export function attempts(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where('attempt.person_id', 'in', personIds)
    .select([
      'attempt.person_id',
      'attempt.exam_id',
      'attempt.status',
      'attempt.score_hundredths',
      'sitting.kind',
    ]);
}

/** Which of the persons belonged to the leadership group on the roster date of which exam of the year. */
export function leadersOnRoster(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('exam')
    .innerJoin('exam_candidate', 'exam_candidate.exam_id', 'exam.id')
    .innerJoin('post', 'post.person_id', 'exam_candidate.person_id')
    .innerJoin('post_class', 'post_class.post_id', 'post.id')
    .leftJoin('import_batch', 'import_batch.id', 'post.batch_id')
    .where('exam.plan_year', '=', planYear)
    .where('exam.status', '=', 'published')
    .where('exam_candidate.person_id', 'in', personIds)
    .where('post_class.class_code', '=', 'leadership')
    .where((or) => or.or([or('post.batch_id', 'is', null), or('import_batch.state', '=', 'done')]))
    .where(sql<SqlBool>`post.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(post.valid_to is null or post.valid_to >= exam.roster_on)`)
    .where(sql<SqlBool>`post_class.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(post_class.valid_to is null or post_class.valid_to >= exam.roster_on)`)
    .select(['exam_candidate.person_id', 'exam_candidate.exam_id'])
    .distinct();
}

/** Plan year of an exam. */
export function examYear(db: Db, examId: string) {
  return db.selectFrom('exam').where('id', '=', examId).select('plan_year');
}
