import { expect, it } from 'vitest';
import * as met from '#lib/server/grading/queries.met.ts';
import * as regrade from '#lib/server/grading/queries.regrade.ts';
import * as verify from '#lib/server/grading/queries.verify.ts';
import { compiledOnBoth } from '../support/queries.ts';

const key = { examId: 'e', versionId: 'v' };
const paged = { ...key, after: 'a', limit: 200 };

it('finds who met a question and who has not been rescored', async () => {
  expect(await compiledOnBoth((db) => met.metPage(db, paged), [])).toMatchSnapshot();
  expect(await compiledOnBoth((db) => met.scored(db, key), [])).toMatchSnapshot();
  expect(await compiledOnBoth((db) => met.unnoted(db, { ...paged, regradeId: 'r' }), [])).toMatchSnapshot();
});

it('lists an exam’s questions and what a regrade changed', async () => {
  const page = { offset: 0, limit: 20 };
  const questions = { examId: 'e', search: '100%', ...page };
  expect(await compiledOnBoth((db) => met.questionPage(db, questions), [{ total: 1 }])).toMatchSnapshot();
  expect(
    await compiledOnBoth((db) => met.changedPage(db, { regradeId: 'r', ...page }), [{ total: 1 }]),
  ).toMatchSnapshot();
  expect(await compiledOnBoth((db) => met.takersOf(db, { attemptIds: ['a'] }), [])).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.regradesOfExam(db, 'e'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.regradesOfAttempt(db, 'a'))).toMatchSnapshot();
});

it('notes an attempt once, keeps one amendment a question, and ends once', async () => {
  const line = { regrade_id: 'r', attempt_id: 'a', before_hundredths: 0, after_hundredths: 200 };
  expect(await compiledOnBoth((db) => regrade.insertLines(db, [line]))).toMatchSnapshot();
  const amendment = {
    ...{ exam_id: 'e', question_version_id: 'v', answer_key: 'C', points_hundredths: null, is_void: 0 },
    ...{ explaining_version_id: null, regrade_id: 'r' },
  };
  expect(await compiledOnBoth((db) => regrade.upsertAmendment(db, amendment))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.finishRegrade(db, 'r', 'now'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.unsettled(db, 'then'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.versionInBank(db, 'v'))).toMatchSnapshot();
  expect(await compiledOnBoth((db) => regrade.oneSheetWith(db, key))).toMatchSnapshot();
});

it('reads what is kept of attempts beside what their answers say', async () => {
  expect(
    await compiledOnBoth((db) => verify.keptScores(db, { after: '', limit: 100 }), [{ id: 'a' }]),
  ).toMatchSnapshot();
});
