import type { Policy } from './rule.ts';

export const studyPolicy = {
  'study.courses': { signedIn: true },
  'lesson.read': { signedIn: true },
  'lesson.open': { signedIn: true },
  'lesson.testOut': { signedIn: true },
  'opening.read': { self: true },
  'check.answer': { self: true },
  /** That it is not his own is asked by the verb itself. */
  'completion.reverse': { roles: ['coordinator'] },
} as const satisfies Policy;
