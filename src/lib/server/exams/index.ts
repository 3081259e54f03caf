export { afterOutage, closeOverdue, keepTime } from './jobs.ts';
export { saveAnswers, type AnswersInput, type SavedAnswer, type SaveReply } from './verbs.answers.ts';
export { room, start, takeOver, type Room } from './verbs.attempts.ts';
export { clock, type AttemptClock } from './verbs.clock.ts';
export { candidates, create, list, open, type ExamLine, type ExamView, type NewExam } from './verbs.exams.ts';
export { mine, type MyExam } from './verbs.mine.ts';
export { publish } from './verbs.publish.ts';
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
  releaseFacts,
  type Attempt,
  type Exam,
} from './questions.ts';
export type { CandidateLine, CandidatePage, LiveCounts } from './queries.live.ts';
export type { SheetView } from './rows.ts';
