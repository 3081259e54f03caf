import { expect, it } from 'vitest';
import * as counters from '#lib/server/completion/queries.counters.ts';
import * as days from '#lib/server/completion/queries.day.ts';
import * as exams from '#lib/server/completion/queries.exams.ts';
import * as hours from '#lib/server/completion/queries.hours.ts';
import * as ledger from '#lib/server/completion/queries.ledger.ts';
import * as owed from '#lib/server/completion/queries.owed.ts';
import * as people from '#lib/server/completion/queries.people.ts';
import * as standing from '#lib/server/completion/queries.standing.ts';
import * as units from '#lib/server/completion/queries.units.ts';
import { personsTurned } from '#lib/server/db/index.ts';
import * as windows from '#lib/server/completion/queries.window.ts';
import { compiledOnBoth } from '../support/queries.ts';

const on = { personIds: ['p'], day: '2026-03-02' };
const inYear = { personIds: ['p'], planYear: 2026 };

it('reads where and for what persons count on a day', async () => {
  expect(await compiledOnBoth((db) => people.placesOn(db, on))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => people.classesOn(db, on))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => people.personsOfClass(db, { classCode: 'division', day: on.day })),
  ).toMatchSnapshot();
});

it('reads what a year is judged by', async () => {
  expect(
    await compiledOnBoth((db) => hours.hoursRequirements(db, { planYear: 2026, day: on.day })),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hours.ledgerSums(db, inYear))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) =>
      people.classDaysIn(db, { personIds: ['p'], first: '2026-01-01', last: '2026-12-31' }),
    ),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hours.releases(db, inYear))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => hours.judgedYears(db, 2026))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => exams.candidacies(db, inYear))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => exams.attempts(db, inYear))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => exams.leadersOnRoster(db, inYear))).toMatchSnapshot();
});

it('takes turns, keeps standings and adds to counters', async () => {
  const key = { unit_id: 'u', plan_year: 2026, requirement_id: 'exam', leadership: 0 };
  const counts = { due: 1, exempt: 0, reached: 0, present: 0, passed: 0, excellent: 0 };
  const main = { present_main: 0, passed_main: 0, excellent_main: 0 };
  const { due: _due, exempt: _exempt, reached: _reached, ...marks } = counts;
  const row = {
    ...key,
    ...marks,
    ...main,
    person_id: 'p',
    unit_path: 'u',
    state: 'due' as const,
    changed_at: '',
  };
  expect(await compiledOnBoth((db) => standing.takeTurns(db, ['a', 'b']))).toMatchSnapshot();
  const of = { personIds: ['a'], planYear: 2026 };
  expect(await compiledOnBoth((db) => standing.keptExamStandings(db, of))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => standing.writeStandings(db, [row]))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => standing.addToCounters(db, [{ ...key, ...counts, ...main, slot: 3 }])),
  ).toMatchSnapshot();
});

it('reads the counters of units, the people behind them and a window', async () => {
  const scope = { unitIds: ['u', 'v'], planYear: 2026, leadership: 0 as const };
  const asked = { unitId: 'u', planYear: 2026, behind: true, leadership: true, name: '李' };
  expect(await compiledOnBoth((db) => counters.countersOf(db, scope))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => units.peoplePage(db, asked, { limit: 30, offset: 0 })),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => windows.mainSittings(db, asked))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => windows.handIns(db, { unitId: 'u', examId: 'e' }))).toMatchSnapshot();
});

it('finds what turned with the day and what a ledger got wrong', async () => {
  const passed = { after: '2026-03-01', until: '2026-03-02' };
  expect(await compiledOnBoth((db) => personsTurned(db, passed))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => days.requirementsTurned(db, passed))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => ledger.faultyReversals(db))).toMatchSnapshot();
});

it('keeps and finds recounts that are owed', async () => {
  const unit = { unitId: 'u' };
  expect(await compiledOnBoth((db) => owed.someConcerned(db, unit, 201))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => owed.owedIn(db, 2026))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => owed.countOwed(db))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => owed.setDoneTo(db, { id: 'o', doneTo: 'p' }))).toMatchSnapshot();
});
