export { archiveFolderOf, cutBefore } from './cut.ts';
export { noteLook, record, recordRefusal, type Deed } from './verbs.ts';
export { headFileOf, isSealDue, seal } from './jobs.ts';
export { findingsIn, type Finding } from './verify.ts';
