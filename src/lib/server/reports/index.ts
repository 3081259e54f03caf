export {
  listUnits,
  listYears,
  readFigure,
  readFigureRows,
  type FigureQuestion,
  type FigureReading,
  type RowsQuestion,
} from './verbs.ts';
export { listLists, type NamedList } from './verbs.lists.ts';
export { exportFigure, type ExportedFigure } from './verbs.figureExport.ts';
export { citationsOf, type Citation } from './verbs.citations.ts';
export { readEvidence, type Evidence } from './verbs.evidence.ts';
export { readGaps, setTarget, type GapsReading } from './verbs.gaps.ts';
export { exportReport, type ExportedReport } from './verbs.export.ts';
export { sealDraft, signReport, trueUpReport } from './verbs.freeze.ts';
export { listFreezes, readFreeze, type FreezeLine, type FreezeReading } from './verbs.freezes.ts';
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
export { verifyFigures } from './verbs.verify.ts';
export { readOverview, type Overview, type OverviewQuestion } from './verbs.overview.ts';
export { exportOverview } from './verbs.overviewExport.ts';
export { verifyFreezes, type FreezeFault } from './verbs.verifyFreezes.ts';
export { readAside, readAsideRows, type Aside } from './verbs.aside.ts';
