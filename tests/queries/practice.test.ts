import { expect, it } from 'vitest';
import * as grading from '#lib/server/grading/queries.ts';
import * as cards from '#lib/server/practice/queries.cards.ts';
import * as merge from '#lib/server/practice/queries.merge.ts';
import * as pool from '#lib/server/practice/queries.pool.ts';
import * as retention from '#lib/server/practice/queries.retention.ts';
import * as runs from '#lib/server/practice/queries.runs.ts';
import * as tallies from '#lib/server/practice/queries.tallies.ts';
import { compiledOnBoth } from '../support/queries.ts';

const now = '2026-03-02T01:00:00.000Z';

it('finds what is due by day or by a change of the question', async () => {
  const asked = { personId: 'p', day: '2026-03-02', limit: 100 };
  expect(await compiledOnBoth((db) => cards.dueQuestions(db, asked))).toMatchSnapshot();
});

it('finds what of the pool a person may be asked: never asked, due, or later, under a topic and a law', async () => {
  const whole = { personId: 'p', day: '2026-03-02', audiences: ['', 'enforcement'] };
  const asked = { ...whole, topicId: 't', titles: ['行政处罚法'] };
  const part = { ...whole, topicId: null, titles: null, limit: 30, offset: 30 };
  expect(await compiledOnBoth((db) => pool.audiencesOfPool(db, whole.day))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => pool.freshQuestions(db, asked))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => pool.knownQuestions(db, { ...part, isDue: true }))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => pool.knownQuestions(db, { ...part, isDue: false }))).toMatchSnapshot();
});

it('counts what there is to practise by topic and by law', async () => {
  const asked = { personId: 'p', day: '2026-03-02', without: [] };
  expect(await compiledOnBoth((db) => tallies.talliesByTopic(db, asked))).toMatchSnapshot();
  const changed = { ...asked, without: ['v'] };
  expect(await compiledOnBoth((db) => tallies.talliesByLaw(db, changed))).toMatchSnapshot();
});

it('keeps one card and one line of the book for a person and question', async () => {
  const key = { id: 'c', person_id: 'p', question_id: 'q' };
  const days = { reviewed_on: '2026-03-02', due_on: '2026-03-05', reviews: 1, lapses: 0 };
  const card = { ...key, version_id: 'v', stability: 23_065, difficulty: 21_181, ...days };
  expect(await compiledOnBoth((db) => cards.saveCard(db, card))).toMatchSnapshot();
  const times = { wrong_at: now, times: 1, right_days: 0, last_right_on: null, answered_at: now };
  const mistake = { ...key, source: 'practice', ...times };
  expect(await compiledOnBoth((db) => cards.saveMistake(db, mistake))).toMatchSnapshot();
});

it('answers an item once, and changes only a run that is open', async () => {
  const answer = { chosen: 'B', is_right: 1, answered_at: now };
  const place = { runId: 'r', position: 1 };
  expect(await compiledOnBoth((db) => runs.answerItem(db, place, answer))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => runs.changeOpenRun(db, 'r', { ended_at: now }))).toMatchSnapshot();
});

it('reads what earned less than it is worth in exams, as they were amended', async () => {
  const asked = { personId: 'p', fromPlanYear: 2025, questionIds: ['q'] };
  expect(await compiledOnBoth((db) => grading.itemsBelowFull(db, asked))).toMatchSnapshot();
});

it('moves and forgets what was practised', async () => {
  const merged = { keptId: 'k', goneId: 'g' };
  expect(await compiledOnBoth((db) => merge.cardsToMove(db, merged))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => retention.oldRuns(db, { before: now, limit: 10 }))).toMatchSnapshot();
});
