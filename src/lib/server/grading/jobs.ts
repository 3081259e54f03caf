import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { findsAny, inTransaction, readHeavy, writeFixed, type Db } from '../db/index.ts';
import * as exams from '../exams/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import type { unnoted } from './queries.met.ts';
import * as queries from './queries.regrade.ts';
import { markAttempt } from './verbs.mark.ts';

/** Attempts asked for at a time. */
const PORTION = 200;
/** Attempts of one transaction; each is marked anew, item by item. */
const AT_ONCE = { fewest: 1, most: 20 };
/**
 * An attempt that was marked beside the commit may have been marked by the old key and be seen only after the last
 * portion; for this long a done regrade is looked through once more.
 */
const SETTLING_SECONDS = 60;

interface Regrading {
  id: string;
  exam_id: string;
  question_version_id: string;
}

/** Whether a regrade is under way, or through so lately that it is looked at once more. */
export function isRegradeOpen(db: Db, now: Instant): Promise<boolean> {
  return findsAny(queries.unsettled(db, addSeconds(now, -SETTLING_SECONDS)));
}

/**
 * Rescores what committed regrades have not reached yet: for the start of a server and every few seconds. Each
 * attempt is noted with its new marks in one transaction, so a regrade that a crash cut off goes on where it stood
 * and no attempt is rescored twice. Returns the number of attempts looked at.
 */
export async function resumeRegrades(act: Act): Promise<number> {
  access.require(act, 'grading.resume');
  const since = addSeconds(act.now, -SETTLING_SECONDS);
  let looked = 0;
  for (const regrade of await queries.unsettled(act.db, since).execute()) {
    looked += await rescoreAll(act, regrade);
    await finish(act, regrade);
  }
  return looked;
}

async function rescoreAll(act: Act, regrade: Regrading): Promise<number> {
  const asked = {
    regradeId: regrade.id,
    examId: regrade.exam_id,
    versionId: regrade.question_version_id,
    limit: PORTION,
  };
  let looked = 0;
  for (let after = ''; ;) {
    const found: Awaited<ReturnType<typeof unnoted>> = await readHeavy(
      act.db,
      'grading/queries.met.ts',
      'unnoted',
      { ...asked, after },
    );
    const ids = found.map((row) => row.id);
    await overChunks(act, ids, (own, some) => rescorePart(own, regrade, some), AT_ONCE);
    looked += ids.length;
    if (ids.length < PORTION) return looked;
    after = ids[ids.length - 1] as string;
  }
}

/** Rescores some attempts in one transaction, and tells at once of all whose score has moved. */
async function rescorePart(act: Act, regrade: Regrading, attemptIds: readonly string[]): Promise<void> {
  const moved: { attempt: exams.Attempt; scoreHundredths: number }[] = [];
  for (const attemptId of attemptIds) {
    const attempt = await exams.attemptOrThrow(act.db, attemptId);
    const scoreHundredths = await rescore(act, regrade, attempt);
    if (scoreHundredths !== null) moved.push({ attempt, scoreHundredths });
  }
  const [first] = moved;
  if (!first) return;
  const { examId, planYear } = first.attempt;
  const attempts = moved.map(({ attempt: { attemptId, personId }, scoreHundredths }) => ({
    attemptId,
    personId,
    scoreHundredths,
  }));
  await announce(act, { kind: 'attemptsRegraded', examId, planYear, attempts });
}

/** The attempt's new score, or null where it stays as it was or has been noted before. */
async function rescore(act: Act, regrade: Regrading, attempt: exams.Attempt): Promise<number | null> {
  const { attemptId } = attempt;
  const before = attempt.scoreHundredths ?? 0;
  const after = await markAttempt(act, attempt);
  const line = { regrade_id: regrade.id, attempt_id: attemptId };
  const scores = { before_hundredths: before, after_hundredths: after };
  const noted = await writeFixed(act.db, queries.insertLines, [{ ...line, ...scores }]);
  if (noted === 0 || before === after) return null;
  await exams.recordScore(act, attempt, after);
  await audit.record(act, {
    verb: 'attempt.regraded',
    subject: { kind: 'attempt', id: attemptId },
    details: { regrade: regrade.id, before, after },
  });
  return after;
}

async function finish(act: Act, regrade: Regrading): Promise<void> {
  await inTransaction(act, async (act) => {
    const finished = await queries.finishRegrade(act.db, regrade.id, act.now).executeTakeFirst();
    if (finished.numUpdatedRows === 0n) return;
    const subject = { kind: 'regrade', id: regrade.id };
    await audit.record(act, { verb: 'regrade.done', subject, details: { exam: regrade.exam_id } });
  });
}
