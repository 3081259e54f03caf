import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';
import type { PeopleIn } from './queries.exams.ts';

export type StandingRow = Insertable<Tables['standing']>;
export type CounterRow = Insertable<Tables['unit_counter']>;

/** Takes the turn of these persons, who come in order of id: another writer who judges one of them waits until this one is through. */
export function takeTurns(db: Db, personIds: string[]) {
  return db
    .insertInto('standing_turn')
    .values(personIds.map((person_id) => ({ person_id, turn: 1 })))
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((set) => ({ turn: set('standing_turn.turn', '+', 1) })),
    );
}

/** Standings kept of these persons in plan years. */
export function keptStandings(
  db: Db,
  { personIds, planYears }: { personIds: string[]; planYears: number[] },
) {
  return db
    .selectFrom('standing')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('plan_year', 'in', planYears)
    .orderBy('person_id')
    .orderBy('plan_year')
    .orderBy('requirement_id');
}

/** Exam standings kept of these persons in a plan year. */
export function keptExamStandings(db: Db, { personIds, planYear }: PeopleIn) {
  return db
    .selectFrom('standing')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('plan_year', '=', planYear)
    .where('requirement_id', '=', 'exam')
    .orderBy('person_id');
}

export function writeStandings(db: Db, rows: StandingRow[]) {
  return db
    .insertInto('standing')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'plan_year', 'requirement_id']).doUpdateSet((set) => ({
        unit_id: set.ref('excluded.unit_id'),
        unit_path: set.ref('excluded.unit_path'),
        leadership: set.ref('excluded.leadership'),
        state: set.ref('excluded.state'),
        present: set.ref('excluded.present'),
        passed: set.ref('excluded.passed'),
        excellent: set.ref('excluded.excellent'),
        present_main: set.ref('excluded.present_main'),
        passed_main: set.ref('excluded.passed_main'),
        excellent_main: set.ref('excluded.excellent_main'),
        changed_at: set.ref('excluded.changed_at'),
      })),
    );
}

export function removeStanding(db: Db, key: { personId: string; planYear: number; requirementId: string }) {
  return db
    .deleteFrom('standing')
    .where('person_id', '=', key.personId)
    .where('plan_year', '=', key.planYear)
    .where('requirement_id', '=', key.requirementId);
}

/** Adds to counters in the order given; a counter that is not there begins at what is added. */
export function addToCounters(db: Db, rows: CounterRow[]) {
  return db
    .insertInto('unit_counter')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'plan_year', 'requirement_id', 'leadership', 'slot'])
        .doUpdateSet((set) => ({
          due: set('unit_counter.due', '+', set.ref('excluded.due')),
          exempt: set('unit_counter.exempt', '+', set.ref('excluded.exempt')),
          reached: set('unit_counter.reached', '+', set.ref('excluded.reached')),
          present: set('unit_counter.present', '+', set.ref('excluded.present')),
          passed: set('unit_counter.passed', '+', set.ref('excluded.passed')),
          excellent: set('unit_counter.excellent', '+', set.ref('excluded.excellent')),
          present_main: set('unit_counter.present_main', '+', set.ref('excluded.present_main')),
          passed_main: set('unit_counter.passed_main', '+', set.ref('excluded.passed_main')),
          excellent_main: set('unit_counter.excellent_main', '+', set.ref('excluded.excellent_main')),
        })),
    );
}

/** Every counter that is not empty, for comparing with a recount. */
export function allCounters(db: Db) {
  return db
    .selectFrom('unit_counter')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('plan_year')
    .orderBy('requirement_id')
    .orderBy('leadership')
    .orderBy('slot');
}
