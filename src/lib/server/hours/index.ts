export {
  countWaitingClaims,
  exportClaims,
  listClaims,
  viewClaim,
  type ClaimLine,
  type ClaimsFilter,
  type ClaimView,
} from './verbs.claimsDesk.ts';
export { approveClaim, refuseClaim, takeBackClaim } from './verbs.decisions.ts';
export { declareClaim, myClaims, withdrawClaim, type NewClaim } from './verbs.claims.ts';
export type { Claim } from './rows.claims.ts';
export { isYearDue, turnYear } from './jobs.ts';
export {
  onAttendanceReversed,
  onAttendanceVerified,
  onClassChanged,
  onEntryReversed,
  onHoursEntered,
  onLessonCompleted,
  onLessonReversed,
  onOutsideResultEntered,
  onOutsideResultReturned,
  onPostChanged,
  onWaiverDecided,
} from './verbs.facts.ts';
export { readLedger, recentLines, type LedgerLine, type LedgerView } from './verbs.ledger.ts';
export { reverseEntry } from './verbs.reversal.ts';
export {
  listRules,
  previewRule,
  setRule,
  type NewRule,
  type RuleLine,
  type RulePreview,
  type RulesView,
} from './verbs.rules.ts';
export { myYear, type LedgerStanding, type MyYear, type NextCourse } from './verbs.year.ts';
export { entriesOf, totalsOf } from './questions.ts';
export { standingLines, totalsOfSources, type StandingLine } from './questions.standing.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
