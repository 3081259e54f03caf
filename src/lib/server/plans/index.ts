export { assign, withdraw, type NewAssignment } from './verbs.assignments.ts';
export { turnDay } from './verbs.day.ts';
export {
  choicesFor,
  listAssignments,
  listPlans,
  viewAssignment,
  type AssignmentLine,
  type PlanLine,
  type TargetLine,
} from './verbs.desk.ts';
export { onClassChanged, onPostChanged, onUnitMoved } from './verbs.facts.ts';
export { createPlan, publishPlan, type NewPlan } from './verbs.plans.ts';
export { publishRequirement, type NewRequirement } from './verbs.requirements.ts';
export { demandsOn, requirementsOfClasses, type Demands } from './questions.ts';
export type { Requirement } from './rows.ts';
export { waiversOf, type Release } from './questions.waivers.ts';
