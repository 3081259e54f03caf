export { deskOfMove, movePost, type Move, type MoveDesk } from './verbs.move.ts';
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
export { isDepartureDue, settleDepartures } from './jobs.ts';
export { changeStatus, type StatusChange } from './verbs.status.ts';
export {
  countOverdueAway,
  deskOfStatus,
  listAway,
  type AwayLine,
  type StatusDesk,
  type StatusLine,
} from './verbs.statusDesk.ts';
export { admit, deskOfArrival, findFormer, type Arrival, type Former } from './verbs.arrival.ts';
export { depart, returnAgain } from './verbs.imported.ts';
