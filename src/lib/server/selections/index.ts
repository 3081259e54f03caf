export { findSelection, selectionPeople, selectionsAbout, type Selection } from './questions.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
export {
  choicesForSelection,
  closeSelection,
  listSelections,
  previewRule,
  saveByRule,
  saveSelection,
  viewSelection,
  type NewSelection,
  type RuledSelection,
} from './verbs.ts';
