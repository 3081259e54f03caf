export { addUnit, listUnits, renameUnit, type NewUnit } from './verbs.ts';
export { find, inReach, pathOf, subtreeOf, treeBelow, wholeTree } from './questions.ts';
export {
  cancelTree,
  chooseTreeColumns,
  confirmTree,
  importTree,
  listTreeImports,
  markedTree,
  openTree,
  treeTemplateFile,
  viewTreeImport,
} from './verbs.import.ts';
export { importJob, runImports } from './jobs.ts';
export { placeName } from './verbs.place.ts';
