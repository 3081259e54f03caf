import { sql } from 'kysely';
import type { CandidateState } from '#lib/domain/exams/sitting.ts';
import { contains, unitLabel, type Db } from '../db/index.ts';
import { candidateUnitsWithin } from './queries.scope.ts';

export interface LiveCounts {
  due: number;
  /** Of those due. */
  deferred: number;
  exempt: number;
  left: number;
  outside: number;
  sitting: number;
  present: number;
  passed: number;
  excellent: number;
}

export interface LiveAsk {
  examId: string;
  /** Only candidates of these units and below; null: all. */
  within: readonly string[] | null;
}

/** Per candidate: state, unit, and what he handed in. */
function standings(db: Db, { examId, within }: LiveAsk) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('exam', 'exam.id', 'candidate.exam_id')
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.exam_id', '=', 'candidate.exam_id')
        .onRef('attempt.person_id', '=', 'candidate.person_id'),
    )
    .where('candidate.exam_id', '=', examId)
    .where(candidateUnitsWithin(within))
    .groupBy(['candidate.person_id', 'candidate.unit_id', 'candidate.state'])
    .groupBy(['candidate.deferred', 'candidate.origin', 'candidate.reason', 'candidate.added_on'])
    .groupBy(['exam.pass_hundredths', 'exam.excellent_hundredths'])
    .select(['candidate.person_id', 'candidate.unit_id', 'candidate.state', 'candidate.deferred'])
    .select(['candidate.origin', 'candidate.reason', 'candidate.added_on'])
    .select(['exam.pass_hundredths', 'exam.excellent_hundredths'])
    .select((with_) => [
      with_.fn.max('attempt.score_hundredths').as('best'),
      with_.fn.max('attempt.ended_at').as('ended_at'),
      with_.fn.count<number>('attempt.id').as('attempts'),
      sql<number>`count(case when attempt.status = 'open' then 1 end)`.as('open_attempts'),
    ]);
}

export function liveCountsQuery(db: Db, asked: LiveAsk) {
  const count = (condition: string) => sql<number>`count(case when ${sql.raw(condition)} then 1 end)`;
  return db
    .selectFrom(standings(db, asked).as('one'))
    .select([
      count(`state = 'due'`).as('due'),
      count(`state = 'due' and deferred = 1`).as('deferred'),
      count(`state = 'exempt'`).as('exempt'),
      count(`state = 'left'`).as('left'),
      count(`state = 'outside'`).as('outside'),
      count(`open_attempts > 0`).as('sitting'),
      count(`state = 'due' and ended_at is not null`).as('present'),
      count(`state = 'due' and best >= pass_hundredths`).as('passed'),
      count(`state = 'due' and best >= pass_hundredths and best >= excellent_hundredths`).as('excellent'),
    ]);
}

/** 应考, 正在作答, 实考, 合格, 优秀 of an exam as they stand; runs off-thread. */
export async function liveCounts(db: Db, asked: LiveAsk): Promise<LiveCounts> {
  const row = await liveCountsQuery(db, asked).executeTakeFirstOrThrow();
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, Number(value)]),
  ) as unknown as LiveCounts;
}

export interface CandidatePage extends LiveAsk {
  search: string;
  sort: 'name' | 'unit' | 'state' | 'best';
  descending: boolean;
  offset: number;
  limit: number;
}

export interface CandidateLine {
  personId: string;
  name: string;
  unitName: string;
  state: CandidateState;
  isDeferred: boolean;
  origin: 'roster' | 'added' | 'sat';
  addedOn: string;
  reason: string | null;
  attempts: number;
  openAttempts: number;
  endedAt: string | null;
  bestHundredths: number | null;
}

const SORTS = { name: 'person.name_key', unit: 'unit.name', state: 'one.state', best: 'one.best' } as const;

export function candidateLines(db: Db, page: CandidatePage) {
  return db
    .selectFrom(standings(db, page).as('one'))
    .innerJoin('person', 'person.id', 'one.person_id')
    .innerJoin('unit', 'unit.id', 'one.unit_id')
    .$if(page.search !== '', (query) =>
      query.where((or) => or.or([contains('person.name', page.search), contains('unit.name', page.search)])),
    )
    .select(['one.person_id', 'person.name', unitLabel.as('unit_name'), 'one.state'])
    .select(['one.deferred', 'one.origin', 'one.reason', 'one.added_on'])
    .select(['one.attempts', 'one.open_attempts', 'one.ended_at', 'one.best'])
    .orderBy(SORTS[page.sort], (order) =>
      page.descending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('one.person_id')
    .limit(page.limit)
    .offset(page.offset);
}

export function candidateCount(db: Db, page: Pick<CandidatePage, 'examId' | 'within' | 'search'>) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('person', 'person.id', 'candidate.person_id')
    .innerJoin('unit', 'unit.id', 'candidate.unit_id')
    .where('candidate.exam_id', '=', page.examId)
    .where(candidateUnitsWithin(page.within))
    .$if(page.search !== '', (query) =>
      query.where((or) => or.or([contains('person.name', page.search), contains('unit.name', page.search)])),
    )
    .select((with_) => with_.fn.countAll<number>().as('count'));
}

/** One page of candidates with their best score, and how many there are in all; runs off-thread. */
export async function candidatePage(
  db: Db,
  page: CandidatePage,
): Promise<{ rows: CandidateLine[]; total: number }> {
  const rows = await candidateLines(db, page).execute();
  const { count } = await candidateCount(db, page).executeTakeFirstOrThrow();
  return {
    total: Number(count),
    rows: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      unitName: row.unit_name,
      state: row.state,
      isDeferred: row.deferred === 1,
      origin: row.origin,
      addedOn: row.added_on,
      reason: row.reason,
      attempts: Number(row.attempts),
      openAttempts: Number(row.open_attempts),
      endedAt: row.ended_at,
      bestHundredths: row.best,
    })),
  };
}

/** Somebody who sits now. */
export interface OpenLine {
  attemptId: string;
  personId: string;
  name: string;
  unitName: string;
  startedAt: string;
  deadline: string;
  items: number;
  answered: number;
  allowanceSeconds: number;
}

const MOST_OPEN = 500;

export function openLines(db: Db, { examId, within }: LiveAsk) {
  return db
    .selectFrom('attempt')
    .innerJoin('exam_candidate as candidate', (join) =>
      join
        .onRef('candidate.exam_id', '=', 'attempt.exam_id')
        .onRef('candidate.person_id', '=', 'attempt.person_id'),
    )
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .innerJoin('unit', 'unit.id', 'candidate.unit_id')
    .where('attempt.exam_id', '=', examId)
    .where('attempt.status', '=', 'open')
    .where(candidateUnitsWithin(within))
    .select(['attempt.id', 'attempt.person_id', 'person.name', unitLabel.as('unit_name')])
    .select(['attempt.started_at', 'attempt.deadline'])
    .select((with_) => [
      with_
        .selectFrom('attempt_item')
        .whereRef('attempt_item.attempt_id', '=', 'attempt.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('items'),
      with_
        .selectFrom('answer')
        .whereRef('answer.attempt_id', '=', 'attempt.id')
        .where('answer.value', '!=', '')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('answered'),
      with_
        .selectFrom('allowance')
        .whereRef('allowance.attempt_id', '=', 'attempt.id')
        .select((sum) => sum.fn.sum<number>('allowance.seconds').as('seconds'))
        .as('allowance_seconds'),
    ])
    .orderBy('attempt.deadline')
    .orderBy('attempt.id')
    .limit(MOST_OPEN);
}

/** Who sits now, the first to end first; runs off-thread. */
export async function sittingNow(db: Db, asked: LiveAsk): Promise<OpenLine[]> {
  const rows = await openLines(db, asked).execute();
  return rows.map((row) => ({
    attemptId: row.id,
    personId: row.person_id,
    name: row.name,
    unitName: row.unit_name,
    startedAt: row.started_at,
    deadline: row.deadline,
    items: Number(row.items ?? 0),
    answered: Number(row.answered ?? 0),
    allowanceSeconds: Number(row.allowance_seconds ?? 0),
  }));
}
