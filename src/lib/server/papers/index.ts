export { addRow, create, list, open, removeRow, setTerms, topics } from './verbs.ts';
export type { BlueprintLine, BlueprintView } from './verbs.ts';
export { blueprintOrThrow, poolOn, type Blueprint } from './questions.ts';
