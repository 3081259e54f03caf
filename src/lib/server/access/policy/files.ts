import type { Policy } from './rule.ts';

export const filesPolicy = {
  /** One's own evidence, such as for a claim, belongs to oneself. */
  'file.store': { self: true, roles: ['coordinator'], console: true },
  'file.read': { self: true, roles: ['coordinator', 'leader'] },
  'file.storeSealed': { roles: ['coordinator', 'leader'] },
  'file.takeSealed': { console: true },
  'file.storeEnciphered': { roles: ['coordinator'], console: true },
  'file.takeEnciphered': { roles: ['coordinator'] },
} as const satisfies Policy;
