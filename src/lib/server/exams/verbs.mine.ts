import { planYearOf, type Instant } from '#lib/domain/shared/time.ts';
import { bestOf, type CandidacyState } from '#lib/domain/exams/candidacy.ts';
import { inOrderOfNeed } from '#lib/domain/exams/order.ts';
import { entrySentence, type MissingEntry } from '#lib/domain/exams/entry.ts';
import {
  isAdmitted,
  placeOf,
  type CandidateState,
  type SittingKind,
  type SittingTerms,
} from '#lib/domain/exams/sitting.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { attemptsOf } from './queries.attempts.ts';
import { candidaciesOf } from './queries.candidates.ts';
import { outsideCandidacies } from './questions.ts';
import { missingEntry } from './questions.entry.ts';
import { candidacyOf, sittingAttemptOf, type Candidacy } from './rows.candidacy.ts';

/** An exam as its candidate sees it. */
export interface MyExam {
  examId: string;
  title: string;
  planYear: number;
  /** The sitting that concerns him now; window, attempts and state are its. */
  sitting: SittingKind;
  opensAt: Instant;
  closesAt: Instant;
  durationMinutes: number;
  attemptsAllowed: number;
  attemptsUsed: number;
  /** Marks, in hundredths. */
  passMark: number;
  excellentMark: number;
  state: CandidacyState;
  /** How he stands on the list. */
  candidateState: CandidateState;
  isDeferred: boolean;
  /** The make-up where there is one that admits him. */
  makeup: { opensAt: Instant; closesAt: Instant } | null;
  /** Why it cannot be begun although it is open, and the lessons that are missing. */
  reason?: string;
  missingLessons: MissingEntry['lessons'];
  openAttempt: { attemptId: string; deadline: Instant } | null;
  ended: { attemptId: string; number: number; endedAt: Instant; scoreHundredths: number | null }[];
  bestHundredths: number | null;
}

type AttemptRow = Awaited<ReturnType<ReturnType<typeof attemptsOf>['execute']>>[number];

/**
 * Exams of this plan year and the last for which the signed-in person is a candidate, and those that would admit him
 * from outside; what can be sat now first.
 */
export async function mine(act: Act): Promise<MyExam[]> {
  access.require(act, 'exams.mine');
  const { personId } = personOf(act);
  const from = planYearOf(act.now) - 1;
  const listed = (await askFixed(act.db, candidaciesOf, personId, from)).map(candidacyOf);
  const candidacies = [...listed, ...(await outsideCandidacies(act, personId))];
  if (candidacies.length === 0) return [];
  const examIds = candidacies.map((one) => one.examId);
  const attempts = await askFixed(act.db, attemptsOf, personId, examIds);
  const exams = await Promise.all(
    candidacies.map((candidacy) => {
      const own = attempts.filter((attempt) => attempt.exam_id === candidacy.examId);
      return myExam(act, candidacy, own);
    }),
  );
  return inOrderOfNeed(exams);
}

async function myExam(act: Act, candidacy: Candidacy, own: readonly AttemptRow[]): Promise<MyExam> {
  const sitter = { ...candidacy, attempts: own.map(sittingAttemptOf) };
  const { sitting, state, attemptsUsed } = placeOf(candidacy.sittings, sitter, act.now);
  const missing = state === 'open' ? await missingEntry(act, candidacy) : { lessons: [], ledger: null };
  const reason = entrySentence(missing);
  const open = own.find((attempt) => attempt.status === 'open');
  const [main, makeup] = candidacy.sittings as [SittingTerms, SittingTerms | undefined];
  const graded = own.map((one) => ({ number: one.number, scoreHundredths: one.score_hundredths }));
  return {
    examId: candidacy.examId,
    title: candidacy.title,
    planYear: candidacy.planYear,
    sitting: sitting.kind,
    opensAt: sitting.opensAt,
    closesAt: sitting.closesAt,
    durationMinutes: Math.floor(candidacy.durationSeconds / 60),
    attemptsAllowed: sitting.attemptsAllowed,
    attemptsUsed,
    passMark: candidacy.passHundredths,
    excellentMark: candidacy.excellentHundredths,
    state,
    candidateState: candidacy.candidateState,
    isDeferred: candidacy.isDeferred,
    makeup: makeup && isAdmitted(makeup, main, sitter) ? makeup : null,
    ...(reason === null ? {} : { reason }),
    missingLessons: missing.lessons,
    openAttempt: open ? { attemptId: open.id, deadline: open.deadline } : null,
    ended: own.flatMap(endedOf),
    bestHundredths: bestOf(graded)?.scoreHundredths ?? null,
  };
}

function endedOf(row: AttemptRow): MyExam['ended'] {
  if (row.ended_at === null) return [];
  const { id: attemptId, number, ended_at: endedAt, score_hundredths: scoreHundredths } = row;
  return [{ attemptId, number, endedAt, scoreHundredths }];
}
