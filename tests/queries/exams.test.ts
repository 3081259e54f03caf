import { describe, expect, it } from 'vitest';
import * as answers from '#lib/server/exams/queries.answers.ts';
import * as attempts from '#lib/server/exams/queries.attempts.ts';
import * as candidates from '#lib/server/exams/queries.candidates.ts';
import * as clock from '#lib/server/exams/queries.clock.ts';
import * as exams from '#lib/server/exams/queries.exams.ts';
import * as live from '#lib/server/exams/queries.live.ts';
import * as receipts from '#lib/server/exams/queries.receipts.ts';
import * as results from '#lib/server/exams/queries.results.ts';
import * as time from '#lib/server/exams/queries.time.ts';
import * as grading from '#lib/server/grading/queries.ts';
import * as papers from '#lib/server/papers/queries.ts';
import { compiledOnBoth } from '../support/queries.ts';

const save = { attemptId: 'a', itemId: 'i', revision: 1, value: 'x', writer: 1, savedAt: 'now' };
const gap = { from: 'from', to: 'to' };
const below = { unitIds: ['u'], day: '2026-03-02', search: 'x', offset: 0, limit: 20 };
const page = {
  examId: 'e',
  search: 'x',
  sort: 'best',
  descending: true,
  within: ['u'],
  offset: 0,
  limit: 20,
} as const;

describe('the SQL of exams', () => {
  it('saves answers only into open attempts, in time, by the page that holds the pen, and never an older one', async () => {
    expect(
      await compiledOnBoth((db) => answers.upsertAnswers(db, [save, { ...save, itemId: 'j' }])),
    ).toMatchSnapshot();
    expect(await compiledOnBoth((db) => answers.answering(db, 'a', ['i']))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => answers.storedAnswers(db, [save]))).toMatchSnapshot();
  });

  it('shows a sheet without its key', async () => {
    const sheet = await compiledOnBoth((db) => attempts.sheetOf(db, 'a'));
    expect(sheet).toMatchSnapshot();
    expect(sheet.sqlite).not.toMatch(/answer_key|explanation/);
    expect(await compiledOnBoth((db) => attempts.answersInOrder(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.attemptById(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.versionsForDealing(db, ['v']))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.storedSheet(db, 'a'))).toMatchSnapshot();
  });

  it('ends, takes over and finds overdue attempts under conditions', async () => {
    const end = { status: 'closed', endedAt: 'then', isByClock: true } as const;
    expect(await compiledOnBoth((db) => attempts.endAttempt(db, 'a', end))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.holdAnswers(db, 'a', end.endedAt))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.takeOver(db, 'a', 1))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.overdue(db, 'now', 200))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => attempts.setScore(db, 'a', 100))).toMatchSnapshot();
  });

  it('keeps the heartbeat and gives an allowance once', async () => {
    expect(await compiledOnBoth((db) => clock.beat(db, 'now'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => clock.openDuring(db, gap))).toMatchSnapshot();
    const allowance = {
      ...{ id: 'l', attempt_id: 'a', kind: 'outage' as const, source_id: 'o', seconds: 30 },
      ...{ given_at: 'now', reason: null },
    };
    expect(await compiledOnBoth((db) => time.insertAllowances(db, [allowance]))).toMatchSnapshot();
    const open = { examId: 'e', attemptIds: ['a'] };
    expect(await compiledOnBoth((db) => time.holdOpen(db, open))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => time.openAttempts(db, { ...open, attemptIds: null, within: ['u'] })),
    ).toMatchSnapshot();
    const move = { attemptId: 'a', deadline: 'then' };
    expect(await compiledOnBoth((db) => time.moveDeadlines(db, [move]))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => clock.clockOf(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => time.standingOn(db, 'p', '2026-03-02'))).toMatchSnapshot();
  });

  it('lists candidacies, exams and what is required before', async () => {
    expect(await compiledOnBoth((db) => candidates.candidacy(db, 'e', 'p'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => candidates.candidaciesOf(db, 'p', 2025))).toMatchSnapshot();
    const outside = { personId: 'p', unitIds: ['u'], fromPlanYear: 2025 };
    expect(await compiledOnBoth((db) => candidates.admittingOutside(db, outside))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => candidates.openCandidacies(db, 'p', 'now'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => candidates.deferralsOver(db, 'now', 200))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => exams.examById(db, 'e'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => exams.examsBelow(db, below))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => exams.releaseFacts(db, 'e'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => receipts.receiptByNumber(db, 'n'))).toMatchSnapshot();
    const key = { examId: 'e', personId: 'p' };
    expect(await compiledOnBoth((db) => results.attemptsAt(db, key))).toMatchSnapshot();
  });

  it('counts an exam live', async () => {
    expect(
      await compiledOnBoth((db) => live.liveCountsQuery(db, { examId: 'e', within: null })),
    ).toMatchSnapshot();
    expect(await compiledOnBoth((db) => live.candidateLines(db, page))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => live.candidateCount(db, page))).toMatchSnapshot();
    expect(
      await compiledOnBoth((db) => live.openLines(db, { examId: 'e', within: ['u'] })),
    ).toMatchSnapshot();
  });
});

describe('the SQL of grading and papers', () => {
  it('reads keys for marking and review only', async () => {
    expect(await compiledOnBoth((db) => grading.itemsWithKey(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => grading.marksByTopic(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => grading.reviewItems(db, 'a'))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => grading.lawsOf(db, 'a'))).toMatchSnapshot();
    const mark = { attempt_id: 'a', item_id: 'i', score_hundredths: 100 };
    expect(await compiledOnBoth((db) => grading.insertMarks(db, [mark]))).toMatchSnapshot();
  });

  it('lists blueprints within scope', async () => {
    expect(await compiledOnBoth((db) => papers.blueprintsBelow(db, below))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => papers.countBelow(db, below))).toMatchSnapshot();
    expect(await compiledOnBoth((db) => papers.rowsOf(db, 'b'))).toMatchSnapshot();
    const raised = { sort_order: 1 };
    expect(await compiledOnBoth((db) => papers.updateRow(db, 'b', 'r', raised))).toMatchSnapshot();
  });
});
