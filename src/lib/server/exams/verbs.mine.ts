import { planYearOf, type Instant } from '#lib/domain/shared/time.ts';
import { bestOf, candidacyState, type CandidacyState } from '#lib/domain/exams/candidacy.ts';
import * as access from '../access/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { attemptsOf } from './queries.attempts.ts';
import { candidaciesOf } from './queries.candidates.ts';
import { entryRefusal } from './questions.ts';
import { candidacyOf } from './rows.ts';

/** An exam as its candidate sees it. */
export interface MyExam {
  examId: string;
  title: string;
  planYear: number;
  opensAt: Instant;
  closesAt: Instant;
  durationMinutes: number;
  attemptsAllowed: number;
  attemptsUsed: number;
  /** Marks, in hundredths. */
  passMark: number;
  excellentMark: number;
  state: CandidacyState;
  /** Why it cannot be begun although it is open. */
  reason?: string;
  openAttempt: { attemptId: string; deadline: Instant } | null;
  ended: { attemptId: string; number: number; endedAt: Instant; scoreHundredths: number | null }[];
  bestHundredths: number | null;
}

/** Exams of this plan year and the last for which the signed-in person is a candidate, the next to close first. */
export async function mine(act: Act): Promise<MyExam[]> {
  access.require(act, 'exams.mine');
  const { personId } = personOf(act);
  const candidacies = (await candidaciesOf(act.db, personId, planYearOf(act.now) - 1).execute()).map(
    candidacyOf,
  );
  if (candidacies.length === 0) return [];
  const examIds = candidacies.map((one) => one.examId);
  const attempts = await attemptsOf(act.db, personId, examIds).execute();
  return Promise.all(
    candidacies.map(async (candidacy) => {
      const own = attempts.filter((attempt) => attempt.exam_id === candidacy.examId);
      const open = own.find((attempt) => attempt.status === 'open');
      const { opensAt, closesAt, attemptsAllowed } = candidacy;
      const facts = { opensAt, closesAt, attemptsAllowed, attemptsUsed: own.length, hasOpenAttempt: !!open };
      const state = candidacyState(facts, act.now);
      const reason = state === 'open' ? await entryRefusal(act.db, candidacy) : null;
      const graded = own.map((one) => ({ number: one.number, scoreHundredths: one.score_hundredths }));
      return {
        examId: candidacy.examId,
        title: candidacy.title,
        planYear: candidacy.planYear,
        opensAt,
        closesAt,
        durationMinutes: Math.floor(candidacy.durationSeconds / 60),
        attemptsAllowed,
        attemptsUsed: own.length,
        passMark: candidacy.passHundredths,
        excellentMark: candidacy.excellentHundredths,
        state,
        ...(reason === null ? {} : { reason }),
        openAttempt: open ? { attemptId: open.id, deadline: open.deadline } : null,
        ended: own
          .filter((one) => one.ended_at !== null)
          .map((one) => ({
            attemptId: one.id,
            number: one.number,
            endedAt: one.ended_at as Instant,
            scoreHundredths: one.score_hundredths,
          })),
        bestHundredths: bestOf(graded)?.scoreHundredths ?? null,
      };
    }),
  );
}
