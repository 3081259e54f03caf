export { addUnit, listUnits, renameUnit, type NewUnit } from './verbs.ts';
export { closeUnit, moveUnit, reopenUnit, type UnitClosing, type UnitMove } from './verbs.change.ts';
export { setTrade, viewUnit, type UnitView } from './verbs.view.ts';
export { type Hanging } from './hanging.ts';
export {
  childrenOf,
  find,
  inReach,
  nameOn,
  nameOnOrThrow,
  pathOf,
  treeBelow,
  wholeTree,
} from './questions.ts';
export {
  cancelTree,
  chooseTreeColumns,
  confirmTree,
  importTree,
  listTreeImports,
  markedTree,
  openTree,
  retryTree,
  treeTemplateFile,
  viewTreeImport,
} from './verbs.import.ts';
export { importJob, runImports } from './jobs.ts';
export { placeName } from './verbs.place.ts';
