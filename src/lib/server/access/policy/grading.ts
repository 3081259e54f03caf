import type { Policy } from './rule.ts';

export const gradingPolicy = {
  'grading.result': { self: true },
} as const satisfies Policy;
