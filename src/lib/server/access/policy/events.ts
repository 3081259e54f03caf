import type { Policy } from './rule.ts';

export const eventsPolicy = {
  'events.list': { roles: ['coordinator', 'leader'], anywhere: true, console: true },
  'event.register': { roles: ['coordinator'], console: true },
  'event.read': { roles: ['coordinator', 'leader'], console: true },
  'event.edit': { roles: ['coordinator'], console: true },
  /** That it is not the registrant is asked by the verb itself. */
  'event.verify': { roles: ['coordinator'], console: true },
  'events.resume': { system: true, console: true },
} as const satisfies Policy;
