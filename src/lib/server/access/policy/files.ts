import type { Policy } from './rule.ts';

export const filesPolicy = {
  'file.store': { roles: ['coordinator'], console: true },
  'file.read': { roles: ['coordinator', 'leader'] },
} as const satisfies Policy;
