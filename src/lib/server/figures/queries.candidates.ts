import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import { endOf, isMidYear } from './queries.day.ts';
import { listed } from './queries.listed.ts';
import { isBelow, isWithin } from './queries.spans.ts';
import { unitNameOn, unitTradeOn } from './queries.unit.ts';

/**
 * 应考: people due in an exam of the year, each once at the place of his latest roster, where the candidate's unit
 * lay below the scope's unit on the roster date; with 实考, 合格, 优秀 and 空白卷 as 0 or 1, the best score and, in
 * `said`, what is not as with everybody: 增补, 缓考, 参考后列入. Marks are those of all exams of the year in which he
 * is due. On a day before the year's last, who was added later and what was handed in later do not count, and who was
 * exempted later is still due.
 */
export function candidates(db: Db, scope: FigureScope) {
  return named(dueSeats(db, scope)).select((of) => [
    'person.id',
    'person.name as title',
    'person.name_key as sorted_by',
    unitNameOn(sql.ref('exam.roster_on')).as('unit_name'),
    yes(of, sat(of, scope)).as('present'),
    yes(of, sat(of, scope).whereRef('attempt.score_hundredths', '>=', 'sat.pass_hundredths')).as('passed'),
    yes(
      of,
      sat(of, scope)
        .whereRef('attempt.score_hundredths', '>=', 'sat.pass_hundredths')
        .whereRef('attempt.score_hundredths', '>=', 'sat.excellent_hundredths'),
    ).as('excellent'),
    of
      .case()
      .when(of.and([of.exists(sat(of, scope)), of.not(of.exists(sat(of, scope).where(answered(of))))]))
      .then(of.lit(1))
      .else(of.lit(0))
      .end()
      .as('blank'),
    of
      .case()
      .when('exam_candidate.deferred', '=', 1)
      .then('缓考')
      .when('exam_candidate.origin', '=', 'sat')
      .then('参考后列入')
      .when('exam_candidate.origin', '=', 'added')
      .then('增补')
      .end()
      .as('said'),
    sat(of, scope)
      .clearSelect()
      .select((best) => best.fn.max('attempt.score_hundredths').as('best'))
      .as('hundredths'),
  ]);
}

/**
 * 免考: people exempted in an exam of the year, within the scope as `candidates`, who are due in none of it; once each,
 * at the place of the latest roster.
 */
export function exempted(db: Db, scope: FigureScope) {
  return named(places(db, scope))
    .where('exam_candidate.state', '=', 'exempt')
    .where((of) => of.not(isDue('exam_candidate', scope)))
    .where((of) => of.not(of.exists(dueSeat(of, scope))))
    .where((of) => of.not(of.exists(laterExempt(of, scope))))
    .select(['person.id', 'person.name as title', 'person.name_key as sorted_by'])
    .select(unitNameOn(sql.ref('exam.roster_on')).as('unit_name'));
}

/** Number of 应考. */
export async function countDue(db: Db, scope: FigureScope): Promise<number> {
  const { due } = await db
    .selectFrom(candidates(db, scope).as('candidate'))
    .select((of) => of.fn.countAll<number>().as('due'))
    .executeTakeFirstOrThrow();
  return Number(due);
}

/**
 * 应考 by the group and by what each reached, for sums alone: `reached` is null for who has not sat, else twice the best
 * of 1 实考, 2 合格, 3 优秀, and one more where he answered anything; `leads` is 1 for the leadership group.
 */
export function reachedBy(db: Db, scope: FigureScope) {
  return dueSeats(db, scope).select((of) => [
    sat(of, scope)
      .clearSelect()
      .select(
        sql<number | null>`2 * max(case when attempt.score_hundredths < sat.pass_hundredths
          or attempt.score_hundredths is null then 1
          when attempt.score_hundredths < sat.excellent_hundredths then 2 else 3 end)
          + max(case when ${answered(of)} then 1 else 0 end)`.as('reached'),
      )
      .as('reached'),
    of
      .case()
      .when(of.exists(classOnRoster(of, 'leadership')))
      .then(of.lit(1))
      .else(of.lit(0))
      .end()
      .as('leads'),
  ]);
}

/** Places of who is due, each person once. */
function dueSeats(db: Db, scope: FigureScope) {
  return places(db, scope)
    .where(isDue('exam_candidate', scope))
    .where((of) => of.not(of.exists(laterRoster(of, scope))));
}

/** Places with the person and the unit of the list. */
function named(seats: ReturnType<typeof places>) {
  return seats
    .innerJoin('person', 'person.id', 'exam_candidate.person_id')
    .innerJoin('unit', 'unit.id', 'exam_candidate.unit_id');
}

/** Places on the lists of the year's exams, where the unit lay below the scope's unit on the roster date. */
function places(db: Db, scope: FigureScope) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .innerJoin('unit_closure', 'unit_closure.unit_id', 'exam_candidate.unit_id')
    .where(isBelow(scope))
    .$if(scope.span !== undefined, (query) => query.where(isWithin('exam_candidate.person_id', scope)))
    .where(sql<SqlBool>`unit_closure.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(unit_closure.valid_to is null or unit_closure.valid_to >= exam.roster_on)`)
    .where('exam.plan_year', '=', scope.planYear)
    .where('exam.status', '=', 'published')
    .$if(isMidYear(scope), (query) => query.where('exam_candidate.added_on', '<=', scope.asOf))
    .$if(scope.group === 'leadership', (query) =>
      query.where((of) => of.exists(classOnRoster(of, 'leadership'))),
    )
    .$if(Boolean(scope.trade), (query) => query.where(sql<SqlBool>`${tradeOnRoster()} = ${scope.trade}`))
    .$if(Boolean(scope.selectionId), (query) =>
      query.where('exam_candidate.person_id', 'in', listed(db, scope)),
    )
    .$if(scope.classCode !== null, (query) =>
      query.where((of) => of.exists(classOnRoster(of, scope.classCode ?? ''))),
    );
}

/** SQL: the seat is due, or on a day before the year's last was, since its exemption was approved later. */
function isDue(seat: 'exam_candidate' | 'seat' | 'other', scope: FigureScope) {
  const [state, examId, personId] = [
    sql.ref(`${seat}.state`),
    sql.ref(`${seat}.exam_id`),
    sql.ref(`${seat}.person_id`),
  ];
  if (!isMidYear(scope)) return sql<SqlBool>`${state} = 'due'`;
  return sql<SqlBool>`(${state} = 'due' or (${state} = 'exempt' and exists (select 1 from exemption
    where exemption.exam_id = ${examId} and exemption.person_id = ${personId} and exemption.kind = 'exempt'
      and exemption.status = 'approved' and exemption.decided_at >= ${endOf(scope)})))`;
}

export type Of = ExpressionBuilder<Tables, 'exam_candidate' | 'exam'>;

/** 1 where the query has a row, else 0. */
function yes(of: Of, query: ReturnType<typeof sat>) {
  return of.case().when(of.exists(query)).then(of.lit(1)).else(of.lit(0)).end();
}

/** Attempts handed in by the person in exams of the year in which he is due. */
function sat(of: Of, scope: FigureScope) {
  return of
    .selectFrom('attempt')
    .innerJoin('exam as sat', 'sat.id', 'attempt.exam_id')
    .innerJoin('exam_candidate as seat', (join) =>
      join.onRef('seat.exam_id', '=', 'sat.id').onRef('seat.person_id', '=', 'attempt.person_id'),
    )
    .innerJoin('sitting', 'sitting.id', 'attempt.sitting_id')
    .whereRef('attempt.person_id', '=', 'exam_candidate.person_id')
    .where('sat.plan_year', '=', scope.planYear)
    .where('sat.status', '=', 'published')
    .where(isDue('seat', scope))
    .where('attempt.status', '!=', 'open')
    .$if(scope.window === 'main', (query) => query.where('sitting.kind', '=', 'main'))
    .$if(isMidYear(scope), (query) => query.where('attempt.ended_at', '<', endOf(scope)))
    .select('attempt.id');
}

/** A roster of a later day (or the same day and a later id). */
const isLater = sql<SqlBool>`(later.roster_on > exam.roster_on or (later.roster_on = exam.roster_on and later.id > exam.id))`;

/** Places of the same person in exams of the year. */
function others(of: Of, scope: FigureScope) {
  return of
    .selectFrom('exam_candidate as other')
    .innerJoin('exam as later', 'later.id', 'other.exam_id')
    .whereRef('other.person_id', '=', 'exam_candidate.person_id')
    .where('later.plan_year', '=', scope.planYear)
    .where('later.status', '=', 'published')
    .$if(isMidYear(scope), (query) => query.where('other.added_on', '<=', scope.asOf))
    .select('other.exam_id');
}

/** An exam of the year in which he is due. */
function dueSeat(of: Of, scope: FigureScope) {
  return others(of, scope).where(isDue('other', scope));
}

/** Another roster of the year, of a later day (or the same day and a later id), on which he is due. */
function laterRoster(of: Of, scope: FigureScope) {
  return dueSeat(of, scope).where(isLater);
}

/** A later roster of the year on which he is exempt. */
function laterExempt(of: Of, scope: FigureScope) {
  return others(of, scope).where('other.state', '=', 'exempt').where(isLater);
}

/** Somebody chose something on the attempt's sheet. */
function answered(of: Of) {
  return of.exists(
    of
      .selectFrom('answer')
      .where(sql<SqlBool>`answer.attempt_id = attempt.id`)
      .where('answer.value', '<>', '')
      .select('answer.item_id'),
  );
}

/** SQL: 行业 on the roster date: of his principal post, else of the unit in which he was listed. */
function tradeOnRoster() {
  return sql<string | null>`coalesce((select own.trade_code from post as own
    where own.person_id = exam_candidate.person_id and own.is_principal = 1
      and own.valid_from <= exam.roster_on and (own.valid_to is null or own.valid_to >= exam.roster_on)
      and (own.batch_id is null or exists (select 1 from import_batch
        where import_batch.id = own.batch_id and import_batch.state = 'done'))),
    ${unitTradeOn('exam_candidate.unit_id', sql.ref('exam.roster_on'))})`;
}

/** A post valid on the roster date by which he held a class; his posts are asked first, not all who hold the class. */
export function classOnRoster(of: Of, classCode: string) {
  return of
    .selectFrom('post')
    .crossJoin('post_class')
    .leftJoin('import_batch', 'import_batch.id', 'post.batch_id')
    .whereRef('post.person_id', '=', 'exam_candidate.person_id')
    .whereRef('post_class.post_id', '=', 'post.id')
    .where('post_class.class_code', '=', classCode)
    .where(sql<SqlBool>`(post.batch_id is null or import_batch.state = 'done')`)
    .where(sql<SqlBool>`post.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(post.valid_to is null or post.valid_to >= exam.roster_on)`)
    .where(sql<SqlBool>`post_class.valid_from <= exam.roster_on`)
    .where(sql<SqlBool>`(post_class.valid_to is null or post_class.valid_to >= exam.roster_on)`)
    .select('post.id');
}
