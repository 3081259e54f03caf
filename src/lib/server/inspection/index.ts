export { exportLog, searchLog, type LogFilter, type LogLine } from './verbs.log.ts';
export { keepWithin, readRetention, setRetention } from './verbs.retention.ts';
export { exportOwnData, readOwnData, type OwnData } from './verbs.ownData.ts';
export { keysStatus, rotateKeys, type KeysStatus } from './verbs.keys.ts';
export { keepingJob } from './jobs.ts';
export { examine } from './verbs.health.ts';
export { readFirstSteps, type ShownStep } from './verbs.firstSteps.ts';
