export {
  atRest,
  cancelImport,
  chooseColumns,
  confirmImport,
  listImports,
  listStuck,
  markedFile,
  openImport,
  retryImport,
  sourceFile,
  viewImport,
  type ImportKey,
  type NewImport,
} from './verbs.ts';
export { hasOpenRows } from './questions.ts';
export { isImportDue, runImports } from './jobs.ts';
export type { ImportKind, Outcome } from './run.ts';
export type { AppliedRow, Batch, ImportView } from './rows.ts';
