import { sql, type SqlBool } from 'kysely';
import { contains, unitLabel, type Db } from '../db/index.ts';
import type { Day } from '#lib/domain/shared/time.ts';

/** Units directly below one on a day, in the order set for them. */
export function unitsBelow(db: Db, { unitId, day }: { unitId: string; day: Day }) {
  return db
    .selectFrom('unit')
    .where('parent_id', '=', unitId)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
    .select(['id', 'name'])
    .orderBy('sort_order')
    .orderBy('id');
}

export interface PeopleOfUnit {
  unitId: string;
  planYear: number;
  /** Only who has not sat the exam or not reached his hours. */
  behind: boolean;
  leadership: boolean;
  /** Part of a name or of its pinyin; empty for everybody. */
  name: string;
}

/** People who count in a unit or below it in a year, with their standing in exam and hours. */
export function peopleOfUnit(db: Db, asked: PeopleOfUnit) {
  return db
    .selectFrom('person')
    .leftJoin('standing as exam', (join) =>
      join
        .onRef('exam.person_id', '=', 'person.id')
        .on('exam.plan_year', '=', asked.planYear)
        .on('exam.requirement_id', '=', 'exam'),
    )
    .leftJoin('standing as hours', (join) =>
      join
        .onRef('hours.person_id', '=', 'person.id')
        .on('hours.plan_year', '=', asked.planYear)
        .on('hours.requirement_id', '=', 'hours'),
    )
    .where('person.id', 'in', (sub) =>
      sub
        .selectFrom('unit_closure')
        .innerJoin('standing', 'standing.unit_id', 'unit_closure.unit_id')
        .where('unit_closure.ancestor_id', '=', asked.unitId)
        .where('standing.plan_year', '=', asked.planYear)
        .where('standing.requirement_id', 'in', ['exam', 'hours'])
        .where(countsUnder('standing', asked.unitId))
        .$if(asked.leadership, (query) => query.where('standing.leadership', '=', 1))
        .select('standing.person_id'),
    )
    .$if(asked.behind, (query) =>
      query.where((or) =>
        or.or([
          or.and([or('exam.state', '=', 'due'), or('exam.present', '=', 0)]),
          or('hours.state', '=', 'due'),
        ]),
      ),
    )
    .$if(asked.name !== '', (query) =>
      query.where((or) =>
        or.or([
          contains('person.name', asked.name),
          contains('person.pinyin', asked.name),
          contains('person.pinyin_initials', asked.name),
        ]),
      ),
    );
}

/** One page of them with the unit in which each counts, by name. */
export function peoplePage(db: Db, asked: PeopleOfUnit, page: { limit: number; offset: number }) {
  return peopleOfUnit(db, asked)
    .leftJoin('unit', (join) => join.on(sql<SqlBool>`unit.id = coalesce(hours.unit_id, exam.unit_id)`))
    .select([
      'person.id',
      'person.name',
      unitLabel.as('unit_name'),
      'exam.state as exam_state',
      'exam.present',
      'exam.passed',
      'exam.excellent',
      'hours.state as hours_state',
    ])
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(page.limit)
    .offset(page.offset);
}

export function countPeople(db: Db, asked: PeopleOfUnit) {
  return peopleOfUnit(db, asked).select((of) => of.fn.countAll<number>().as('total'));
}

/** SQL: the unit is among those whose counters hold the standing. */
function countsUnder(standing: string, unitId: string) {
  return sql<SqlBool>`' ' || ${sql.ref(`${standing}.unit_path`)} || ' ' like ${`% ${unitId} %`}`;
}
