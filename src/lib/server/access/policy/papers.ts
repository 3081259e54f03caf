import type { Policy } from './rule.ts';

export const papersPolicy = {
  'papers.list': { roles: ['coordinator'], anywhere: true },
  'papers.open': { roles: ['coordinator'] },
  'papers.create': { roles: ['coordinator'] },
  'papers.change': { roles: ['coordinator'] },
} as const satisfies Policy;
