import { expect, it } from 'vitest';
import * as checks from '#lib/server/study/queries.checks.ts';
import * as completions from '#lib/server/study/queries.completions.ts';
import * as openings from '#lib/server/study/queries.openings.ts';
import * as standing from '#lib/server/study/queries.standing.ts';
import { compiledOnBoth } from '../support/queries.ts';

const now = '2026-03-02T01:00:00.000Z';
const asked = { personId: 'p', lessonId: 'l', planYear: 2026 };

it('opens a lesson once and finds the opening again', async () => {
  const row = { id: 'o', person_id: 'p', lesson_id: 'l', lesson_version_id: 'v', ordinal: 1, opened_at: now };
  expect(await compiledOnBoth((db) => openings.insertOpening(db, row))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => openings.lastOpening(db, asked))).toMatchSnapshot();
});

it('reads the spans of an opening, each with the beginning of the next of whatever lesson', async () => {
  expect(await compiledOnBoth((db) => openings.spansOf(db, 'o'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => openings.currentSpan(db, 'p'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => openings.extendSpan(db, 's', now))).toMatchSnapshot();
});

it('keeps the latest place', async () => {
  const place = { opening_id: 'o', paragraph: 6, saved_at: now };
  expect(await compiledOnBoth((db) => openings.savePlaceRow(db, place))).toMatchSnapshot();
});

it('grades a try once and finds what was passed', async () => {
  const graded = { answers: '{}', right_count: 3, passed: 1, answered_at: now };
  expect(await compiledOnBoth((db) => checks.gradeAttempt(db, 'a', graded))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => checks.passedCheckOf(db, 'o', ''))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => checks.countTries(db, asked))).toMatchSnapshot();
});

it('reads completions of a plan year', async () => {
  expect(await compiledOnBoth((db) => completions.lastCompletion(db, asked))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => completions.lastCompletedAt(db, asked))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => completions.completionsOf(db, asked))).toMatchSnapshot();
});

it('reads how far people are', async () => {
  const course = { courseId: 'c', personIds: ['p'], planYear: 2026, since: now, until: now };
  expect(await compiledOnBoth((db) => standing.recentOpenings(db, 'p'))).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => standing.openingsIn(db, { personId: 'p', lessonIds: ['l'] })),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => standing.progressOfPeople(db, course))).toMatchSnapshot();
});
