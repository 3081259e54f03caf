export {
  candidates,
  checkChoices,
  checkQuestions,
  versions,
  type CandidateFilter,
  type CandidateRow,
  type CheckChoice,
  type QuestionVersion,
} from './questions.ts';
