import type { Policy } from './rule.ts';

export const examsPolicy = {
  'exams.list': { roles: ['coordinator'], anywhere: true },
  'exams.open': { roles: ['coordinator'] },
  'exams.create': { roles: ['coordinator'] },
  'exams.publish': { roles: ['coordinator'] },
  'exams.mine': { signedIn: true },
  'exams.keepTime': { system: true },
  'exams.afterOutage': { system: true },
  'exams.closeOverdue': { system: true },
  'attempt.start': { self: true },
  'attempt.open': { self: true },
  'attempt.answer': { self: true },
  'attempt.clock': { self: true },
  'attempt.takeOver': { self: true },
  'attempt.submit': { self: true },
  'attempt.receipt': { self: true, roles: ['coordinator'] },
  'attempt.score': { self: true, system: true },
  'receipt.verify': { visitor: true, signedIn: true },
} as const satisfies Policy;
