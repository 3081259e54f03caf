import { roomPages } from './room.js';

/** Leads into the chapter of this year. */
const chapter = 'main a[href^="/insight/reports/"]';

/**
 * The pages that are looked at. `role` is the demo account that opens it, null before sign-in. A page that stands
 * under an id is reached as a person would: from `path` by the links of `follow`, one after another.
 *
 * `press` is what is pressed there at last, for pages that stand behind a button; `act` is what is done there before
 * the picture.
 *
 * @typedef {{ name: string, role: string | null, path: string, follow?: string[], press?: string,
 *   act?: (page: import('playwright').Page) => Promise<void> }} LookedAt
 *
 * @type {LookedAt[]}
 */
export const pages = [
  { name: 'sign-in', role: null, path: '/sign-in' },
  { name: 'activate', role: null, path: '/activate' },
  { name: 'help', role: null, path: '/help?page=/sign-in' },

  { name: 'home', role: 'learner', path: '/' },
  { name: 'courses', role: 'learner', path: '/courses' },
  { name: 'course', role: 'learner', path: '/courses', follow: ['main a[href^="/courses/"]'] },
  {
    name: 'lesson',
    role: 'learner',
    path: '/courses',
    follow: ['main a[href^="/courses/"]', 'main a[href^="/lessons/"]'],
  },
  { name: 'exams', role: 'learner', path: '/exams' },
  ...roomPages,
  { name: 'check', role: 'learner', path: '/', follow: ['main a[href^="/lessons/"]'], press: 'form[action="?/check"] button' },
  { name: 'archive', role: 'learner', path: '/archive' },
  { name: 'nowhere', role: 'learner', path: '/nowhere' },

  { name: 'desk', role: 'coordinator', path: '/manage' },
  { name: 'people', role: 'coordinator', path: '/manage/people' },
  { name: 'person', role: 'coordinator', path: '/manage/people', follow: ['tbody a[href^="/manage/people/"]'] },
  { name: 'people-import', role: 'coordinator', path: '/manage/people/import' },
  { name: 'units', role: 'coordinator', path: '/manage/units' },
  { name: 'plans', role: 'coordinator', path: '/manage/plans' },
  { name: 'assignments', role: 'coordinator', path: '/manage/assignments' },
  { name: 'courses-manage', role: 'coordinator', path: '/manage/courses' },
  {
    name: 'course-manage',
    role: 'coordinator',
    path: '/manage/courses',
    follow: ['main a[href^="/manage/courses/"]'],
  },
  { name: 'statutes', role: 'coordinator', path: '/manage/statutes' },
  { name: 'bank', role: 'coordinator', path: '/manage/bank' },
  { name: 'bank-check', role: 'coordinator', path: '/manage/bank/check' },
  { name: 'bank-new', role: 'coordinator', path: '/manage/bank/new' },
  { name: 'papers', role: 'coordinator', path: '/manage/papers' },
  { name: 'paper', role: 'coordinator', path: '/manage/papers', follow: ['main td a[href^="/manage/papers/"]'] },
  {
    name: 'paper-preview',
    role: 'coordinator',
    path: '/manage/papers',
    follow: ['main td a[href^="/manage/papers/"]', 'main a[href$="/preview"]'],
  },
  {
    name: 'regrade',
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a[href^="/manage/exams/"]', 'main a[href$="/regrade"]'],
  },
  {
    name: 'regrade-question',
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a[href^="/manage/exams/"]', 'main a[href$="/regrade"]', 'main td a[href*="/regrade/"]'],
    press: 'main form.form button[type="submit"]',
  },
  { name: 'exams-manage', role: 'coordinator', path: '/manage/exams' },
  {
    name: 'exam-manage',
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a[href^="/manage/exams/"]'],
  },
  ...['live', 'exemptions', 'schedule'].map((name) => ({
    name: `exam-${name}`,
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a[href^="/manage/exams/"]', `main a[href$="/${name}"]`],
  })),
  {
    name: 'exam-candidate',
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a[href^="/manage/exams/"]', 'tbody a[href*="/people/"]'],
  },
  { name: 'exam-standing', role: 'coordinator', path: '/manage/exams/standing' },
  { name: 'exam-new', role: 'coordinator', path: '/manage/exams/new' },
  { name: 'events', role: 'coordinator', path: '/manage/events' },
  { name: 'event', role: 'coordinator', path: '/manage/events', follow: ['main td a[href^="/manage/events/"]'] },
  { name: 'event-new', role: 'coordinator', path: '/manage/events/new' },
  {
    name: 'assignment',
    role: 'coordinator',
    path: '/manage/assignments',
    follow: ['main td a[href^="/manage/assignments/"]'],
  },
  { name: 'question', role: 'coordinator', path: '/manage/bank', follow: ['main td a[href^="/manage/bank/"]'] },

  { name: 'overview', role: 'leader', path: '/insight' },
  { name: 'unit', role: 'leader', path: '/insight', follow: ['main a[href^="/insight/units/"]'] },
  { name: 'figure', role: 'leader', path: '/insight', follow: ['main a.figure'] },
  { name: 'gaps', role: 'leader', path: '/insight/gaps' },
  { name: 'reports', role: 'leader', path: '/insight/reports' },
  { name: 'report', role: 'leader', path: '/insight/reports', follow: [chapter] },
  { name: 'report-evidence', role: 'leader', path: '/insight/reports', follow: [chapter, 'main p a.bound'] },
  { name: 'report-edit', role: 'coordinator', path: '/insight/reports', follow: [chapter, 'main a[href*="edit="]'] },
  { name: 'report-seal', role: 'leader', path: '/insight/reports', follow: [chapter, 'main a[href*="/seal"]'] },
  {
    name: 'report-freeze',
    role: 'leader',
    path: '/insight/reports',
    follow: [chapter, 'main a[href*="/seal"]', 'main a[href*="/freezes/"]'],
  },

  { name: 'grants', role: 'administrator', path: '/admin/grants' },
];

/** Each page is taken in each of these. `display` is the value of the cookie of that name. */
export const looks = [
  { name: 'desktop', width: 1440, height: 1000, display: '' },
  { name: 'phone', width: 390, height: 844, display: '' },
  { name: 'large', width: 1440, height: 1000, display: 'zoom-150' },
  { name: 'phone-large', width: 390, height: 844, display: 'zoom-150' },
  { name: 'dark', width: 1440, height: 1000, display: 'dark' },
];
