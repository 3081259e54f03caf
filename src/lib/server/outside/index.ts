export {
  applyResults,
  cancelResults,
  checkResults,
  chooseResultColumns,
  confirmResults,
  followResults,
  listOwnResults,
  markedResults,
  openResults,
  resultTemplateFile,
  retryResults,
  type ResultsFile,
} from './verbs.import.ts';
export {
  listOutside,
  readOriginal,
  viewOutside,
  type ImportLine,
  type ImportsDesk,
  type OutsideView,
  type RecordLine,
} from './verbs.list.ts';
export { takeBackImport } from './verbs.takeBack.ts';
export { importJob, runImports } from './jobs.ts';
export { onOutsideEntryReversed } from './verbs.facts.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
export { verifyOutside } from './verbs.verify.ts';
