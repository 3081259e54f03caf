import type { Policy } from './rule.ts';

export const bankPolicy = {
  'bank.list': { roles: ['coordinator'], anywhere: true },
  'bank.view': { roles: ['coordinator'], anywhere: true },
  'bank.check': { roles: ['coordinator'], anywhere: true, console: true },
  'bank.change': { roles: ['coordinator'], anywhere: true },
  'bank.export': { roles: ['coordinator'], anywhere: true },
  'bank.template': { roles: ['coordinator'], anywhere: true, console: true },
  'bank.import': { roles: ['coordinator'], anywhere: true, console: true },
} as const satisfies Policy;
