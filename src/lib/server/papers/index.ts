export { addRow, create, list, open, removeRow, setTerms, topics } from './verbs.ts';
export type { BlueprintLine, BlueprintView } from './verbs.ts';
export { blueprintOrThrow, currentPool, type Blueprint } from './questions.ts';
