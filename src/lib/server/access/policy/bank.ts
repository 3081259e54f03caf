import type { Policy } from './rule.ts';

export const bankPolicy = {
  'bank.list': { roles: ['coordinator', 'author'], anywhere: true },
  'bank.view': { roles: ['coordinator', 'author'], anywhere: true },
  'bank.check': { roles: ['coordinator', 'author'], anywhere: true, console: true },
  'bank.change': { roles: ['coordinator', 'author'], anywhere: true },
  'bank.export': { roles: ['coordinator', 'author'], anywhere: true },
  'bank.template': { roles: ['coordinator', 'author'], anywhere: true, console: true },
  'bank.import': { roles: ['coordinator', 'author'], anywhere: true, console: true },
} as const satisfies Policy;
