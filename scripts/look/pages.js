import { administrationStates } from './administration.js';
import { certificatePages } from './certificates.js';
import { coordinatorPages } from './coordinator.js';
import { examStates } from './exams.js';
import { declareClaim, sendFeedback } from './first.js';
import { practicePages } from './practice.js';
import { roomPages } from './room.js';

/** Leads into the chapter of this year. */
const chapter = 'main a[href^="/insight/reports/"]';

/**
 * The pages that are looked at. `role` is the demo account that opens it, null before sign-in. A page that stands
 * under an id is reached as a person would: from `path` by the links of `follow`, one after another.
 *
 * `press` is what is pressed there at last, for pages that stand behind a button; `act` is what is done there before
 * the picture, alone or with others whom it lets sign in.
 *
 * `route` says where that leads, without the group; it is `path` unless told.
 *
 * `also` names further looks of `moreLooks`; `isInDevelopment` that the page is there on the development server alone;
 * `isEmpty` that an installation in which nothing stands yet is looked at; `hasScript` false that the browser runs none.
 *
 * @typedef {{ name: string, role: string | null, path: string, follow?: string[], press?: string,
 *   act?: (page: import('playwright').Page, company: import('./exams.js').Company) => Promise<void>, route?: string, also?: string[],
 *   isInDevelopment?: boolean, isEmpty?: boolean, hasScript?: boolean }} LookedAt
 *
 * @type {LookedAt[]}
 */
export const pages = [
  { name: 'sign-in', role: null, path: '/sign-in' },
  { name: 'activate', role: null, path: '/activate' },
  { name: 'display', role: null, path: '/display' },
  {
    ...{ name: 'design', role: null, path: '/design', also: ['contrast'], isInDevelopment: true },
    act: (page) => page.locator('[data-state="hover"] .held-hover').first().waitFor(),
  },
  { name: 'help', role: null, path: '/help?page=/sign-in' },

  { name: 'home', role: 'learner', path: '/', also: ['contrast'] },
  { name: 'plan', role: 'learner', path: '/plan' },
  { name: 'claims', role: 'learner', path: '/claims', act: declareClaim },
  { name: 'feedback', role: 'learner', path: '/feedback?from=/exams', route: '/feedback', act: sendFeedback },
  { name: 'courses', role: 'learner', path: '/courses' },
  { name: 'course', route: '/courses/[id]', role: 'learner', path: '/courses', follow: ['main a[href^="/courses/"]'] },
  {
    name: 'lesson', route: '/lessons/[id]',
    role: 'learner',
    path: '/courses',
    follow: ['main a[href^="/courses/"]', 'main a[href^="/lessons/"]'],
  },
  ...practicePages,
  { name: 'exams', role: 'learner', path: '/exams' },
  ...roomPages,
  { name: 'check', route: '/lessons/[id]/check', role: 'learner', path: '/', follow: ['main a[href^="/lessons/"]'], press: 'form[action="?/check"] button' },
  { name: 'archive', role: 'learner', path: '/archive' },
  { name: 'archive-sheet', role: 'learner', path: '/archive/sheet', also: ['print'] },
  { name: 'nowhere', role: 'learner', path: '/nowhere' },

  ...coordinatorPages,
  ...examStates,
  ...certificatePages,

  { name: 'overview', role: 'leader', path: '/insight', also: ['contrast'] },
  { name: 'unit', route: '/insight/units/[id]', role: 'leader', path: '/insight', follow: ['main a[href^="/insight/units/"]'] },
  { name: 'figure', route: '/insight/figures/[key]', role: 'leader', path: '/insight', follow: ['main a.figure'] },
  { name: 'gaps', role: 'leader', path: '/insight/gaps' },
  { name: 'delegations', role: 'leader', path: '/insight/delegations?q=林静' },
  { name: 'reports', role: 'leader', path: '/insight/reports' },
  { name: 'report', route: '/insight/reports/[year]', role: 'leader', path: '/insight/reports', follow: [chapter], also: ['print'] },
  { name: 'report-evidence', route: '/insight/reports/[year]', role: 'leader', path: '/insight/reports', follow: [chapter, 'main p a.bound'], also: ['contrast'] },
  { name: 'report-edit', route: '/insight/reports/[year]', role: 'coordinator', path: '/insight/reports', follow: [chapter, 'main a[href*="mode=edit"]'] },
  { name: 'report-seal', route: '/insight/reports/[year]/seal', role: 'leader', path: '/insight/reports', follow: [chapter, 'main a[href*="/seal"]'] },
  {
    name: 'report-freeze', route: '/insight/reports/[year]/freezes/[id]',
    role: 'leader',
    path: '/insight/reports',
    follow: [chapter, 'main a[href*="/seal"]'],
    press: 'main button:has-text("只封存草稿")',
  },

  { name: 'grants', role: 'security', path: '/admin/grants', also: ['contrast'] },
  { name: 'system', role: 'system', path: '/admin' },
  { name: 'accounts', role: 'system', path: '/admin/accounts', also: ['contrast'] },
  { name: 'account', route: '/admin/accounts/[id]', role: 'system', path: '/admin/accounts', follow: ['tbody a'] },
  { name: 'sessions', role: 'system', path: '/admin/sessions' },
  { name: 'activation', role: 'coordinator', path: '/manage/activation' },
  { name: 'reset', role: null, path: '/reset' },
  { name: 'portals', role: 'security', path: '/admin/portals' },
  { name: 'audit', role: 'audit', path: '/admin/audit', also: ['contrast'] },
  { name: 'retention', role: 'security', path: '/admin/retention' },
  { name: 'reveal', role: 'security', path: '/admin/reveal' },
  { name: 'own-data', role: 'learner', path: '/archive/data' },
  { name: 'privacy', role: null, path: '/privacy' },
  { name: 'policies', role: 'security', path: '/admin/policies', also: ['middle', 'contrast'] },
  ...administrationStates,
  { name: 'security', role: 'learner', path: '/security' },
  { name: 'second-factor', role: 'learner', path: '/security/second-factor' },
  { name: 'second-step', role: null, path: '/sign-in/second' },
];

/** Pages that cannot be looked at, and why. */
export const unseen = {
};

/** Each page is taken in each of these. `display` is the value of the cookie of that name. */
export const looks = [
  { name: 'desktop', width: 1440, height: 1000, display: '' },
  { name: 'phone', width: 390, height: 844, display: '' },
  { name: 'large', width: 1440, height: 1000, display: 'zoom-150' },
  { name: 'phone-large', width: 390, height: 844, display: 'zoom-150' },
  { name: 'dark', width: 1440, height: 1000, display: 'dark' },
];

/** Taken of the pages that ask for them: at 125 %, in the colours of the system, and as they are printed on A4 at 96 dpi. */
export const moreLooks = [
  { name: 'middle', width: 1440, height: 1000, display: 'zoom-125' },
  { name: 'contrast', width: 1440, height: 1000, display: '', forcedColors: 'active' },
  { name: 'print', width: 660, height: 930, display: 'dark', media: 'print' },
  // A certificate is its own sheet, without a margin of the printer's.
  { name: 'sheet', width: 794, height: 1123, display: 'dark', media: 'print' },
];

/** Pages of each kind in letters of 125 % and in the colours of the system, beside those that ask for it themselves. */
export const moreOf = {
  middle: [
    ...['sign-in', 'home', 'plan', 'course', 'lesson', 'practice', 'exams', 'exam-room', 'result', 'archive'],
    ...['overview', 'unit', 'figure', 'gaps', 'report', 'people', 'exam-manage'],
  ],
  contrast: [
    ...['sign-in', 'plan', 'courses', 'lesson', 'check', 'practice-wrong', 'exams', 'submission', 'result', 'archive'],
    ...['unit', 'figure', 'gaps', 'report-seal', 'people', 'exam-live', 'events-calendar', 'nowhere'],
  ],
};
