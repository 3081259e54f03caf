export { onAttemptClosed, result, type Result } from './verbs.ts';
export { questionsMet, type MetQuestion } from './verbs.questions.ts';
export {
  commitRegrade,
  openQuestion,
  regrades,
  type MendableQuestion,
  type RegradeLine,
  type RegradeOrder,
} from './verbs.regrade.ts';
export { changedAttempts, previewRegrade, type ChangedAttempt, type Preview } from './verbs.effect.ts';
export { verifyScores, type ScoreDifference } from './verbs.verify.ts';
export { isRegradeOpen, resumeRegrades } from './jobs.ts';
export type { ReviewItem } from './rows.ts';
export { releasedMistakes } from './questions.ts';
