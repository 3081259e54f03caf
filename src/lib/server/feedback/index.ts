export {
  countNewAnswers,
  myFeedback,
  readAbout,
  sendFeedback,
  type NewFeedback,
  type OwnFeedback,
} from './verbs.ts';
export { answerFeedback, closeFeedback, insistOnFeedback, noteAnswer, takeFeedback } from './verbs.steps.ts';
export { handFeedback, type Colleague } from './verbs.handing.ts';
export {
  countWaitingFeedback,
  exportFeedback,
  listFeedback,
  viewFeedback,
  type FeedbackFilter,
  type FeedbackLine,
  type FeedbackView,
} from './verbs.desk.ts';
export { forgetFeedback } from './verbs.keeping.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
