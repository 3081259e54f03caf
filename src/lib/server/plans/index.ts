export { assign, withdraw, type NewAssignment, type Whom } from './verbs.assignments.ts';
export { followOwed, isDayDue, isFollowingOwed, turnDay } from './jobs.ts';
export { choicesFor, listPlans, type PlanLine } from './verbs.desk.ts';
export {
  exportAssignment,
  listAssignments,
  viewAssignment,
  type AssignmentLine,
  type AssignmentView,
  type TargetLine,
  type TargetsWish,
} from './verbs.followUp.ts';
export { onClassChanged, onPeopleArrived, onPostChanged, onUnitMoved } from './verbs.facts.ts';
export { createPlan, publishPlan } from './verbs.plans.ts';
export type { NewPlan } from './planContent.ts';
export { deskOfPlan, discardPlan, revisePlan, type PlanDesk, type PlanText } from './verbs.planDraft.ts';
export {
  amendRequirement,
  publishRequirement,
  type Amendment,
  type NewRequirement,
} from './verbs.requirements.ts';
export { demandsOn, type Demands } from './questions.ts';
export type { Requirement } from './rows.ts';
export { waiversOf, type Release } from './questions.waivers.ts';
export { askedOf, type AskedRequirement } from './questions.asked.ts';
export { askWaiver, decideWaiver, withdrawWaiver, type NewWaiver } from './verbs.waivers.ts';
export { deskOfWaiver, listWaitingWaivers, listWaivers, type WaiverLine } from './verbs.waiverDesk.ts';
export { listBehind, type Behind, type BehindPerson, type UnitBehind } from './verbs.behind.ts';
export { exportBehind } from './verbs.behindExport.ts';
export {
  listRequirementDrafts,
  openNextYear,
  publishRequirementDraft,
  reviseRequirementDraft,
  type RequirementDraft,
} from './verbs.nextYear.ts';
export { myRequirements } from './verbs.mine.ts';
export { onPersonsMerged, onPersonsParted } from './verbs.merge.ts';
