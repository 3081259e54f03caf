import type { Policy } from './rule.ts';

export const completionPolicy = {
  'completion.readUnit': { roles: ['leader', 'coordinator', 'clerk'], console: true },
  'completion.listPeople': { roles: ['leader', 'coordinator'], console: true },
  'completion.verify': { console: true },
  'completion.turnDay': { system: true, console: true },
  'completion.recountOwed': { system: true, console: true },
} as const satisfies Policy;
