import * as access from '../access/index.ts';
import { writeFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { setScore } from './queries.attempts.ts';
import type { Attempt } from './questions.ts';

/** Keeps the score that grading computed, in hundredths, with the ended attempt; within grading's transaction. */
export async function recordScore(act: Act, attempt: Attempt, scoreHundredths: number): Promise<void> {
  access.require(act, 'attempt.score', attempt);
  await writeFixed(act.db, setScore, attempt.attemptId, scoreHundredths);
}
