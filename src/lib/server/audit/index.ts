export { record, recordRefusal, type Deed } from './verbs.ts';
export { headFileOf, seal } from './jobs.ts';
export { findings, type Finding } from './verify.ts';
