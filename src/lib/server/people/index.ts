export { addPerson, type NewPerson } from './verbs.ts';
export { deskOfDelegation, type DelegationDesk } from './verbs.delegation.ts';
export { setUp, type Appointed, type Setup } from './verbs.setup.ts';
export { listPeople, viewPerson, type PeopleAsk, type PersonLine, type PersonView } from './verbs.list.ts';
export {
  classesOn,
  findByMobile,
  nameOf,
  namesById,
  postOn,
  roster,
  unitPathOf,
  type PostOn,
  type RosterAsk,
  type RosterLine,
} from './questions.ts';
export {
  cancelRoster,
  checkImport,
  chooseRosterColumns,
  commitImport,
  confirmRoster,
  listRosters,
  markedRoster,
  openRoster,
  stageImport,
  viewRoster,
  type ImportReport,
  type RosterFile,
} from './verbs.import.ts';
export { exportPeople } from './verbs.export.ts';
export { importTemplate } from './verbs.template.ts';
export { importJob, runImports } from './jobs.ts';
export { deskOfMove, movePost, type Move, type MoveDesk } from './verbs.move.ts';
export { revealSecrets, type Revealed } from './verbs.reveal.ts';
export { keysAtHand, rewriteSecrets, staleSecretCount } from './verbs.secrets.ts';
export { historiesOf, historyOf, type PersonHistory } from './questions.history.ts';
export {
  addSecondaryPost,
  changePost,
  endSecondaryPost,
  type PostChange,
  type SecondaryPost,
} from './verbs.posts.ts';
export { correctPerson, type Correction } from './verbs.correct.ts';
export { mergeUnits, type UnitMerge } from './verbs.units.ts';
export {
  confirmTransfer,
  declineTransfer,
  proposeTransfer,
  withdrawTransfer,
  type NewTransfer,
  type Reception,
} from './verbs.transfers.ts';
export {
  deskOfTransfer,
  listTransfers,
  myTransfers,
  viewTransfer,
  waitingTransfers,
  type TransferLine,
  type TransferView,
  type WaitingTransfers,
} from './verbs.transferDesk.ts';
export { changeStatus, type StatusChange } from './verbs.status.ts';
export {
  countOverdueAway,
  deskOfStatus,
  listAway,
  settleDepartures,
  type AwayLine,
  type StatusDesk,
  type StatusLine,
} from './verbs.statusDesk.ts';
export { admit, deskOfArrival, findFormer, type Arrival, type Former } from './verbs.arrival.ts';
export {
  mergeCandidates,
  mergePeople,
  partPeople,
  previewMerge,
  type MergeAsk,
  type MergeSide,
} from './verbs.merge.ts';
export { movedBy, type MovedRow } from './questions.merge.ts';
export { noteMoved } from './verbs.moved.ts';
