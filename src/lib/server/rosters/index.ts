export {
  cancelRoster,
  checkImport,
  chooseRosterColumns,
  commitImport,
  confirmRoster,
  listRosters,
  markedRoster,
  openRoster,
  retryRoster,
  stageImport,
  viewRoster,
  type ImportReport,
  type RosterFile,
} from './verbs.import.ts';
export { importTemplate } from './verbs.template.ts';
export { importJob, runImports } from './jobs.ts';
