import type { Role } from '#lib/server/platform/act.ts';

/** Who is let through to a route: everybody, anybody signed in, or holders of one of these roles somewhere. */
export type Admission = 'public' | 'signedIn' | readonly Role[];

const MANAGE = ['coordinator'] as const;
const INSIGHT = ['leader', 'coordinator'] as const;
const ADMIN = ['administrator'] as const;

/** Every route by its id. What is not listed is denied; the verb behind it asks again about the thing itself. */
export const routes: Record<string, Admission> = {
  '/(public)/sign-in': 'public',
  '/(public)/activate': 'public',
  '/(public)/display': 'public',
  '/(public)/help': 'public',
  '/(public)/health': 'public',
  '/(public)/sign-out': 'signedIn',
  '/(admin)/admin/grants': ADMIN,
  '/(learn)/courses': 'signedIn',
  '/(learn)/courses/[id]': 'signedIn',
  '/(learn)/lessons/[id]': 'signedIn',
  '/(learn)/lessons/[id]/check': 'signedIn',
  '/(manage)/manage/courses': MANAGE,
  '/(manage)/manage/courses/[id]': MANAGE,
  '/(manage)/manage/courses/[id]/lessons/[lessonId]': MANAGE,
  '/api/v1/openings/[id]/place': 'signedIn',
};

void INSIGHT;
