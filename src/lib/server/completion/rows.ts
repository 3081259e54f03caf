import type { CounterChange, Counts } from '#lib/domain/completion/counters.ts';
import type { Standing } from '#lib/domain/completion/standing.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { CounterRow, StandingRow } from './queries.standing.ts';

const bit = (yes: boolean): number => (yes ? 1 : 0);

/** Row of a standing as it is kept. */
export function rowOf(standing: Standing, changedAt: Instant): StandingRow {
  return {
    person_id: standing.personId,
    plan_year: standing.planYear,
    requirement_id: standing.requirementId,
    unit_id: standing.unitPath[0] ?? '',
    unit_path: standing.unitPath.join(' '),
    leadership: bit(standing.leadership),
    state: standing.state,
    present: bit(standing.best.present),
    passed: bit(standing.best.passed),
    excellent: bit(standing.best.excellent),
    present_main: bit(standing.main.present),
    passed_main: bit(standing.main.passed),
    excellent_main: bit(standing.main.excellent),
    changed_at: changedAt,
  };
}

/** Standing of a kept row. */
export function standingOf(row: StandingRow): Standing {
  return {
    personId: row.person_id,
    planYear: row.plan_year,
    requirementId: row.requirement_id,
    unitPath: row.unit_path.split(' '),
    leadership: row.leadership === 1,
    state: row.state,
    best: { present: row.present === 1, passed: row.passed === 1, excellent: row.excellent === 1 },
    main: {
      present: row.present_main === 1,
      passed: row.passed_main === 1,
      excellent: row.excellent_main === 1,
    },
  };
}

/** Row by which a counter is raised or lowered. */
export function counterRowOf(change: CounterChange): CounterRow {
  const { counts } = change;
  return {
    unit_id: change.unitId,
    plan_year: change.planYear,
    requirement_id: change.requirementId,
    leadership: change.leadership,
    slot: change.slot,
    due: counts.due,
    exempt: counts.exempt,
    reached: counts.reached,
    present: counts.present,
    passed: counts.passed,
    excellent: counts.excellent,
    present_main: counts.presentMain,
    passed_main: counts.passedMain,
    excellent_main: counts.excellentMain,
  };
}

/** Counts of a counter row, or of several added up. */
export function countsOfRow(row: Omit<CounterRow, 'plan_year' | 'leadership' | 'slot'>): Counts {
  return {
    due: row.due,
    exempt: row.exempt,
    reached: row.reached,
    present: row.present,
    passed: row.passed,
    excellent: row.excellent,
    presentMain: row.present_main,
    passedMain: row.passed_main,
    excellentMain: row.excellent_main,
  };
}
