export {
  listUnits,
  listYears,
  readFigure,
  readFigureRows,
  type FigureReading,
  type RowsQuestion,
} from './verbs.ts';
export { readAside, readAsideRows, type Aside } from './verbs.aside.ts';
export { exportFigure, type ExportedFigure } from './verbs.export.ts';
export { listLists } from './verbs.lists.ts';
export { readOverview, type Overview, type OverviewQuestion } from './verbs.overview.ts';
export { exportOverview } from './verbs.overviewExport.ts';
export { setTarget } from './verbs.targets.ts';
export { verifyFigures } from './verbs.verify.ts';
export { examsEndOf, type FigureQuestion } from './questions.ts';
export { copyRows, readCopy, type CopiedCount, type RowsCopy } from './questions.copy.ts';
export { figuresWith } from './questions.counting.ts';
export { listsAbout, type NamedList } from './questions.lists.ts';
export { targetsNow } from './questions.targets.ts';
export { questionOf, valuesNow, valuesOf, type CountedValues, type UnitYear } from './questions.values.ts';
