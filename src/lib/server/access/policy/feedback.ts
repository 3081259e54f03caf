import type { Policy } from './rule.ts';

export const feedbackPolicy = {
  'feedback.send': { signedIn: true },
  'feedback.own': { self: true },
  'feedback.list': { roles: ['coordinator', 'systemAdministrator'], anywhere: true },
  'feedback.read': { self: true, roles: ['coordinator'] },
  /** That it is not his own is asked by the verb itself. */
  'feedback.answer': { roles: ['coordinator'] },
  /** Problems with the system itself also reach who runs it. */
  'feedback.readProblem': { self: true, roles: ['coordinator', 'systemAdministrator'] },
  'feedback.answerProblem': { roles: ['coordinator', 'systemAdministrator'] },
} as const satisfies Policy;
