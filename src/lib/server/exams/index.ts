export { afterOutage, closeOverdue, endDeferrals, isDeferralOver, isSitting, keepTime } from './jobs.ts';
export { saveAnswers, type AnswersInput, type SavedAnswer, type SaveReply } from './verbs.answers.ts';
export { room, start, takeOver, type Room } from './verbs.attempts.ts';
export { clock, type AttemptClock } from './verbs.clock.ts';
export { addCandidate, bringBack, markLeft, type CandidateDeed } from './verbs.candidates.ts';
export { candidate, candidates, sitting, type CandidateView } from './verbs.desk.ts';
export { changeCandidacy, holdCandidate, type Candidacy } from './verbs.candidacy.ts';
export { candidateOrThrow, deskOf, type Candidate } from './questions.desk.ts';
export { create, revise, type ExamSettings, type NewExam } from './verbs.draft.ts';
export { list, open, type ExamLine, type ExamView } from './verbs.exams.ts';
export { exportCandidates } from './verbs.export.ts';
export { onPostChanged } from './verbs.facts.ts';
export { arrangeMakeup, cancel, extendWindow, type Makeup } from './verbs.sittings.ts';
export {
  endStanding,
  giveStanding,
  listStanding,
  type NewStanding,
  type StandingLine,
} from './verbs.standing.ts';
export { giveTime, listGrants, type GrantLine, type TimeGrant } from './verbs.time.ts';
export { mine, type MyExam } from './verbs.mine.ts';
export { publish } from './verbs.publish.ts';
export { redraw, type Redraw } from './verbs.redraw.ts';
export { verifyAttempts, type AttemptDifference } from './verbs.verify.ts';
export { setOutagePolicy } from './verbs.policy.ts';
export { recordScore } from './verbs.score.ts';
export {
  submission,
  submit,
  verifyReceipt,
  type SubmissionView,
  type Verification,
} from './verbs.submission.ts';
export {
  attemptOrThrow,
  bestAttempt,
  examOrThrow,
  paperTerms,
  releaseFacts,
  type Attempt,
  type Exam,
} from './questions.ts';
export { currentScores, resultsOf, type YearResult } from './questions.results.ts';
export type { CandidateLine, CandidatePage, LiveCounts, OpenLine } from './queries.live.ts';
export type { SheetView } from './rows.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
