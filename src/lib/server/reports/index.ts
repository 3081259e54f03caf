export {
  listUnits,
  listYears,
  readFigure,
  readFigureRows,
  type FigureQuestion,
  type FigureReading,
  type RowsQuestion,
} from './verbs.ts';
export { exportFigure, type ExportedFigure } from './verbs.figureExport.ts';
export { exportReport, type ExportedReport } from './verbs.export.ts';
export { readReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';
export { verifyFigures } from './verbs.verify.ts';
export { readOverview, type Overview, type OverviewQuestion } from './verbs.overview.ts';
export { exportOverview } from './verbs.overviewExport.ts';
