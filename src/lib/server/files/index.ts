export { read, store, type NewFile, type ReadFile } from './verbs.ts';
