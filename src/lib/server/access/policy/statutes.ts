import type { Policy } from './rule.ts';

export const statutesPolicy = {
  'statutes.list': { roles: ['coordinator', 'author'], anywhere: true, console: true },
  'statutes.read': { roles: ['coordinator', 'author'], anywhere: true },
  'statutes.import': { console: true },
  'statutes.date': { roles: ['coordinator'], anywhere: true, console: true },
} as const satisfies Policy;
