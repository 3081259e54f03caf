import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { LEFT_BEFORE } from '#lib/domain/exams/audience.ts';
import { publicationRefusal } from '#lib/domain/exams/terms.ts';
import { drawPaper } from '#lib/domain/papers/draw.ts';
import { rowNumbers, shortageSentence } from '#lib/domain/papers/words.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as papers from '../papers/index.ts';
import type { Act } from '../platform/act.ts';
import { calledBy } from './questions.calling.ts';
import { insertCandidates } from './queries.candidates.ts';
import * as queries from './queries.exams.ts';
import { examOrThrow } from './questions.ts';
import { writePaper } from './rows.ts';

/** Rows of one insert; far below the engines' limits on parameters. */
const CHUNK = 500;

/**
 * Opens a draft to its candidates: proves the blueprint against today's bank, freezes rows and pool, and lists as due
 * everybody whom the audience calls on the roster date, each at his counting unit, and as left who is gone before the
 * window opens. Returns how many are due.
 * `conflict` when it is published already, before its roster date (nobody knows yet who is on that roster), after its
 * window, or when the bank is short; `details.shortages` names each row.
 */
export async function publish(act: Act, examId: string): Promise<number> {
  const exam = await examOrThrow(act.db, examId);
  access.require(act, 'exams.publish', exam);
  const refusal = publicationRefusal(exam, act.now);
  if (refusal) throw new DomainError('conflict', refusal);
  const blueprint = await papers.blueprintOrThrow(act.db, exam.blueprintId);
  const pool = await papers.poolOn(act.db, shanghaiDay(act.now));
  const drawn = drawPaper(blueprint.rows, pool, examId);
  if (!drawn.ok) {
    const numbers = rowNumbers(blueprint.rows);
    const reasons = drawn.shortages.map((one) => shortageSentence(one, numbers)).join('');
    const message = `题库不能满足组卷方案，不能发布。${reasons}`;
    throw new DomainError('conflict', message, { details: { shortages: drawn.shortages } });
  }
  const called = await calledBy(act.db, exam);
  const due = called.filter((one) => one.state === 'due').length;
  await inTransaction(act, async (act) => {
    const published = await queries.publishExam(act.db, examId, act.now).executeTakeFirst();
    if (published.numUpdatedRows === 0n) throw new DomainError('conflict', '这场考试已经发布。');
    const paper = {
      exam_id: examId,
      half_for_subset: (exam.halfForSubset ?? blueprint.halfForSubset) ? 1 : 0,
      content: writePaper({ rows: blueprint.rows, pool }),
    };
    await queries.insertPaper(act.db, paper).execute();
    await listCandidates(act, examId, called);
    const subject = { kind: 'exam', id: examId };
    const details = { candidates: due, left: called.length - due, rosterOn: exam.rosterOn };
    await audit.record(act, { verb: 'exam.published', unitId: exam.unitId, subject, details });
  });
  return due;
}

async function listCandidates(
  act: Act,
  examId: string,
  called: Awaited<ReturnType<typeof calledBy>>,
): Promise<void> {
  const rows = called.map(({ personId, unitId, state }) => ({
    exam_id: examId,
    person_id: personId,
    unit_id: unitId,
    state,
    added_on: shanghaiDay(act.now),
    reason: state === 'left' ? LEFT_BEFORE : null,
  }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await insertCandidates(act.db, rows.slice(from, from + CHUNK)).execute();
  }
  for (const { personId } of called) await announce(act, { kind: 'candidateChanged', examId, personId });
}
