export {
  listQuestions,
  openQuestion,
  type BankFilter,
  type BankLine,
  type BankList,
  type BankPage,
  type BankSort,
  type QuestionView,
} from './verbs.ts';
export { checkBank, type BankCheck } from './verbs.check.ts';
export { saveQuestion, setQuestionState, type QuestionTexts } from './verbs.edit.ts';
export { amendKey } from './verbs.key.ts';
export { importQuestions, type BankImportReport, type ImportFile } from './verbs.import.ts';
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
export { outdated, outdatedCandidates } from './questions.outdated.ts';
export { bankTemplate, exportQuestions } from './verbs.export.ts';
