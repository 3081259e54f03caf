import type { Policy } from './rule.ts';

export const statutesPolicy = {
  'statutes.list': { roles: ['coordinator'], anywhere: true, console: true },
  'statutes.read': { roles: ['coordinator'], anywhere: true },
  'statutes.import': { console: true },
  'statutes.date': { roles: ['coordinator'], anywhere: true, console: true },
} as const satisfies Policy;
