import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

export interface LiveCounts {
  due: number;
  outside: number;
  sitting: number;
  present: number;
  passed: number;
  excellent: number;
}

/** Per candidate: state, unit, and what he handed in. */
function standings(db: Db, examId: string) {
  return db
    .selectFrom('exam_candidate as candidate')
    .innerJoin('exam', 'exam.id', 'candidate.exam_id')
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.exam_id', '=', 'candidate.exam_id')
        .onRef('attempt.person_id', '=', 'candidate.person_id'),
    )
    .where('candidate.exam_id', '=', examId)
    .groupBy(['candidate.person_id', 'candidate.unit_id', 'candidate.state'])
    .groupBy(['exam.pass_hundredths', 'exam.excellent_hundredths'])
    .select(['candidate.person_id', 'candidate.unit_id', 'candidate.state'])
    .select(['exam.pass_hundredths', 'exam.excellent_hundredths'])
    .select((with_) => [
      with_.fn.max('attempt.score_hundredths').as('best'),
      with_.fn.max('attempt.ended_at').as('ended_at'),
      with_.fn.count<number>('attempt.id').as('attempts'),
      sql<number>`count(case when attempt.status = 'open' then 1 end)`.as('open_attempts'),
    ]);
}

export function liveCountsQuery(db: Db, examId: string) {
  const count = (condition: string) => sql<number>`count(case when ${sql.raw(condition)} then 1 end)`;
  return db
    .selectFrom(standings(db, examId).as('one'))
    .select([
      count(`state = 'due'`).as('due'),
      count(`state = 'outside'`).as('outside'),
      count(`open_attempts > 0`).as('sitting'),
      count(`state = 'due' and ended_at is not null`).as('present'),
      count(`state = 'due' and best >= pass_hundredths`).as('passed'),
      count(`state = 'due' and best >= pass_hundredths and best >= excellent_hundredths`).as('excellent'),
    ]);
}

/** 应考, 正在作答, 实考, 合格, 优秀 of an exam as they stand; runs off-thread. */
export async function liveCounts(db: Db, args: { examId: string }): Promise<LiveCounts> {
  const row = await liveCountsQuery(db, args.examId).executeTakeFirstOrThrow();
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, Number(value)]),
  ) as unknown as LiveCounts;
}

export interface CandidatePage {
  examId: string;
  search: string;
  sort: 'name' | 'unit' | 'best';
  descending: boolean;
  offset: number;
  limit: number;
}

export interface CandidateLine {
  personId: string;
  name: string;
  unitName: string;
  state: string;
  attempts: number;
  openAttempts: number;
  endedAt: string | null;
  bestHundredths: number | null;
}

const SORTS = { name: 'person.pinyin', unit: 'unit.name', best: 'one.best' } as const;

export function candidateLines(db: Db, page: CandidatePage) {
  return db
    .selectFrom(standings(db, page.examId).as('one'))
    .innerJoin('person', 'person.id', 'one.person_id')
    .innerJoin('unit', 'unit.id', 'one.unit_id')
    .$if(page.search !== '', (query) =>
      query.where((or) => or.or([matches('person.name', page.search), matches('unit.name', page.search)])),
    )
    .select(['one.person_id', 'person.name', 'unit.name as unit_name', 'one.state'])
    .select(['one.attempts', 'one.open_attempts', 'one.ended_at', 'one.best'])
    .orderBy(SORTS[page.sort], (order) =>
      page.descending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('one.person_id')
    .limit(page.limit)
    .offset(page.offset);
}

export function candidateCount(db: Db, page: Pick<CandidatePage, 'examId' | 'search'>) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('person', 'person.id', 'exam_candidate.person_id')
    .innerJoin('unit', 'unit.id', 'exam_candidate.unit_id')
    .where('exam_candidate.exam_id', '=', page.examId)
    .$if(page.search !== '', (query) =>
      query.where((or) => or.or([matches('person.name', page.search), matches('unit.name', page.search)])),
    )
    .select((with_) => with_.fn.countAll<number>().as('count'));
}

function matches(column: string, search: string) {
  return sql<boolean>`lower(${sql.ref(column)}) like lower(${`%${search}%`})`;
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
      attempts: Number(row.attempts),
      openAttempts: Number(row.open_attempts),
      endedAt: row.ended_at,
      bestHundredths: row.best,
    })),
  };
}
