export { issue, reissue, revoke } from './verbs.issue.ts';
export {
  askFor,
  countRequests,
  grantRequest,
  listRequests,
  myCertificates,
  refuseRequest,
  withdrawRequest,
  type MyCertificates,
  type NewRequest,
  type WaitingRequest,
} from './verbs.requests.ts';
export { view, type CertificateView } from './verbs.view.ts';
export {
  exportList,
  list,
  listToPrint,
  SHEETS_A_PAGE,
  type CertificateLine,
  type CertificatesFilter,
} from './verbs.list.ts';
export {
  issueBatch,
  listRuns,
  previewBatch,
  unitsToIssueFor,
  type Batch,
  type BatchPreview,
  type RunLine,
} from './verbs.batch.ts';
export { isRunOpen, resumeRuns } from './jobs.ts';
export { listIssuers, settleMark, type IssuerLine } from './verbs.mark.ts';
export { verifyCertificate, verifyCertificates, type PublicCertificate } from './verbs.verify.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
export type { Certificate } from './rows.ts';
