export {
  onAttemptGraded,
  onAttemptsRegraded,
  onCandidateChanged,
  onClassChanged,
  onEntryReversed,
  onExemptionDecided,
  onHoursEntered,
  onPeopleArrived,
  onPostChanged,
  onRequirementPublished,
  onUnitMoved,
  onWaiverDecided,
} from './verbs.facts.ts';
export { isDayDue, isRecountOwed, recountOwed, turnDay } from './jobs.ts';
export {
  listPeople,
  readUnit,
  type Group,
  type PeopleQuestion,
  type PersonReading,
  type UnitCounts,
  type UnitReading,
} from './verbs.ts';
export { countRecountsOwed, verifyCounters } from './verbs.verify.ts';
export { readWindow, type WindowReading } from './verbs.window.ts';
