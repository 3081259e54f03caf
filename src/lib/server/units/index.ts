export { addUnit, listUnits, renameUnit, type NewUnit } from './verbs.ts';
export { find, inReach, pathOf, subtreeOf, treeBelow, wholeTree } from './questions.ts';
export { placeName } from './verbs.place.ts';
