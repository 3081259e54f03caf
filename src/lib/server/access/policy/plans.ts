import type { Policy } from './rule.ts';

export const plansPolicy = {
  'plans.list': { roles: ['coordinator', 'leader'], anywhere: true, console: true },
  /** Asked over the top of the tree: a requirement holds for everybody of its class. */
  'requirement.publish': { roles: ['coordinator'], console: true },
  'plan.create': { roles: ['coordinator'], console: true },
  'plan.edit': { roles: ['coordinator'], console: true },
  'plan.publish': { roles: ['coordinator'], console: true },
  'plans.mine': { signedIn: true },
  'plans.behind': { roles: ['coordinator'], anywhere: true },
  'waivers.list': { roles: ['coordinator'], anywhere: true },
  'waiver.ask': { roles: ['coordinator'], console: true },
  'waiver.decide': { roles: ['coordinator'], console: true },
  'plans.turnDay': { system: true, console: true },
  'plans.followOwed': { system: true, console: true },
  'assignments.list': { roles: ['coordinator'], anywhere: true },
  'assignment.make': { roles: ['coordinator'], console: true },
  'assignment.read': { roles: ['coordinator', 'leader'], console: true },
  'assignment.withdraw': { roles: ['coordinator'], console: true },
} as const satisfies Policy;
