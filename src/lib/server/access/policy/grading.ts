import type { Policy } from './rule.ts';

export const gradingPolicy = {
  'grading.result': { self: true },
  'grading.regrade': { roles: ['coordinator', 'marker'] },
  'grading.resume': { system: true },
  'grading.verify': { console: true },
} as const satisfies Policy;
