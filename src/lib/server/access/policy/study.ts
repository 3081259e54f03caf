import type { Policy } from './rule.ts';

export const studyPolicy = {
  'study.courses': { signedIn: true },
  'lesson.read': { signedIn: true },
  'lesson.open': { signedIn: true },
  'lesson.testOut': { signedIn: true },
  'opening.read': { self: true },
  'check.answer': { self: true },
} as const satisfies Policy;
