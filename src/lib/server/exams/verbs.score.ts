import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { setScore } from './queries.attempts.ts';
import { attemptOrThrow } from './questions.ts';

/** Keeps the score that grading computed with the ended attempt; called within grading's transaction. */
export async function recordScore(
  act: Act,
  input: { attemptId: string; scoreHundredths: number },
): Promise<void> {
  const attempt = await attemptOrThrow(act.db, input.attemptId);
  access.require(act, 'attempt.score', attempt);
  await setScore(act.db, input.attemptId, input.scoreHundredths).execute();
}
