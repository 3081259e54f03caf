export { citationsOf, type Citation } from './verbs.citations.ts';
export { readEvidence, type Evidence } from './verbs.evidence.ts';
export { exportReport, type ExportedReport } from './verbs.export.ts';
export { sealDraft, signReport, trueUpReport } from './verbs.freeze.ts';
export { listFreezes, readFreeze, type FreezeLine, type FreezeReading } from './verbs.freezes.ts';
export { readGaps, type GapsReading } from './verbs.gaps.ts';
export { listReports, type UnitReports } from './verbs.list.ts';
export { readReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';
export { addSection, moveSection, showSection } from './verbs.sections.ts';
export {
  addSentence,
  bindNumber,
  confirmNumbers,
  openSentence,
  settleSentence,
  writeSentence,
  type OpenSentence,
} from './verbs.sentences.ts';
export { verifyFreezes, type FreezeFault } from './verbs.verifyFreezes.ts';
