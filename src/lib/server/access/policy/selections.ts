import type { Policy } from './rule.ts';

export const selectionsPolicy = {
  'selections.list': { roles: ['coordinator'], anywhere: true },
  'selection.save': { roles: ['coordinator'], console: true },
  'selection.read': { roles: ['coordinator', 'leader'], console: true },
} as const satisfies Policy;
