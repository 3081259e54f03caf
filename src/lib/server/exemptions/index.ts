export { ask, decide, withdraw, type NewExemption, type Verdict } from './verbs.ts';
export { list, ofCandidate, type ExemptionLine } from './verbs.list.ts';
export { listExemptible, listWaiting, type WaitingExam } from './verbs.waiting.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
