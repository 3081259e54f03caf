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
  '/(manage)/manage/statutes': MANAGE,
  '/(manage)/manage/statutes/[id]': MANAGE,
  '/(manage)/manage/bank': MANAGE,
  '/(manage)/manage/bank/[id]': MANAGE,
  '/(manage)/manage/bank/import': MANAGE,
  '/(manage)/manage/bank/template': MANAGE,
  '/(manage)/manage/bank/export': MANAGE,
  '/(manage)/manage/units': MANAGE,
  '/(manage)/manage/people': MANAGE,
  '/(manage)/manage/people/[id]': MANAGE,
  '/(manage)/manage/people/template': MANAGE,
  '/(manage)/manage/people/import': MANAGE,
  '/(manage)/manage/people/import/result': MANAGE,
  '/(manage)/manage/courses': MANAGE,
  '/(manage)/manage/courses/[id]': MANAGE,
  '/(manage)/manage/courses/[id]/lessons/[lessonId]': MANAGE,
  '/api/v1/openings/[id]/place': 'signedIn',
  '/(public)/receipts/[number]': 'public',
  '/(learn)/exams': 'signedIn',
  '/(learn)/attempts/[id]': 'signedIn',
  '/(learn)/attempts/[id]/submission': 'signedIn',
  '/(learn)/attempts/[id]/result': 'signedIn',
  '/(manage)/manage/papers': MANAGE,
  '/(manage)/manage/papers/[id]': MANAGE,
  '/(manage)/manage/exams': MANAGE,
  '/(manage)/manage/exams/new': MANAGE,
  '/(manage)/manage/exams/[id]': MANAGE,
  '/api/v1/attempts/[id]/answers': 'signedIn',
  '/api/v1/attempts/[id]/writer': 'signedIn',
  '/(insight)/insight': INSIGHT,
  '/(insight)/insight/units/[id]': INSIGHT,
  '/(insight)/insight/figures/[key]': INSIGHT,
  '/(insight)/insight/reports': INSIGHT,
  '/(insight)/insight/reports/[year]': INSIGHT,
  '/(insight)/insight/reports/[year]/document': INSIGHT,
};
