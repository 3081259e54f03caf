import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

export interface BehindAsk {
  unitIds: readonly string[];
  planYear: number;
  day: Day;
  /** Part of a name; empty for all. */
  q: string;
}

/** Counting places below some units in the tree of a day, as a subquery of unit ids. */
function unitsBelow(db: Db, { unitIds, day }: BehindAsk) {
  return db
    .selectFrom('unit_closure')
    .select('unit_closure.unit_id')
    .where('unit_closure.ancestor_id', 'in', unitIds)
    .where('unit_closure.valid_from', '<=', day)
    .where((or) => or.or([or('unit_closure.valid_to', 'is', null), or('unit_closure.valid_to', '>=', day)]));
}

/** Persons who stand below what is asked of the year in hours or exam, by their kept standings. */
function behind(db: Db, asked: BehindAsk) {
  const all = db
    .selectFrom('person')
    .innerJoin('standing', 'standing.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'standing.unit_id')
    .where('standing.plan_year', '=', asked.planYear)
    .where('standing.state', '=', 'due')
    .where('standing.unit_id', 'in', unitsBelow(db, asked))
    .where((or) =>
      or.or([
        or('standing.requirement_id', '=', 'hours'),
        or.and([or('standing.requirement_id', '=', 'exam'), or('standing.passed', '=', 0)]),
      ]),
    );
  return asked.q === '' ? all : all.where('person.name', 'like', `%${asked.q.replace(/[%_]/g, '')}%`);
}

/** A page of people who are behind, once each, by unit and name; `exam_due` 1 when the exam is not passed. */
export function behindPage(db: Db, asked: BehindAsk & { limit: number; offset: number }) {
  return behind(db, asked)
    .select(['person.id', 'person.name', 'unit.name as unit_name', 'standing.unit_id'])
    .select((row) =>
      row.fn
        .max<number>(row.case().when('standing.requirement_id', '=', 'exam').then(1).else(0).end())
        .as('exam_due'),
    )
    .groupBy([
      'person.id',
      'person.name',
      'person.pinyin',
      'unit.name',
      'unit.sort_order',
      'standing.unit_id',
    ])
    .orderBy('unit.sort_order')
    .orderBy('unit.name')
    .orderBy('person.pinyin')
    .orderBy('person.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function behindCount(db: Db, asked: BehindAsk) {
  return behind(db, asked).select((row) => row.fn.count<number>('person.id').distinct().as('total'));
}
