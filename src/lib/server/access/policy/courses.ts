import type { Policy } from './rule.ts';

export const coursesPolicy = {
  'courses.list': { roles: ['coordinator'], anywhere: true },
  'module.edit': { roles: ['coordinator'], console: true },
  'course.create': { roles: ['coordinator'] },
  'course.edit': { roles: ['coordinator'] },
  'course.confirmMinutes': { roles: ['coordinator'] },
  'course.publish': { roles: ['coordinator'] },
} as const satisfies Policy;
