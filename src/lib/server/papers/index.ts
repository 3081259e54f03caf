export { create, list, setTerms } from './verbs.ts';
export { choices, open, preview } from './verbs.proof.ts';
export { addRow, changeRow, raiseRow, removeRow } from './verbs.rows.ts';
export type { BlueprintLine } from './verbs.ts';
export type { BlueprintView, PaperPreview, RowChoices } from './verbs.proof.ts';
export type { RowWish } from './verbs.rows.ts';
export { blueprintOrThrow, poolOn, type Blueprint } from './questions.ts';
