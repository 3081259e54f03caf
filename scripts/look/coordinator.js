import { statutePages } from './statutes.js';
import { canceled, doubtfulResults, draftEvent, draftExam, imported, keepModule, keepSelection, opening, proposeTransfer, sentEmpty, uploaded, wrongResults } from './first.js';

const role = 'coordinator';
/** The exam of the demo's year, whatever drafts stand beside it. */
const exam = 'tbody a:has-text("国家工作人员学法考试")';
const blueprint = 'main td a[href^="/manage/papers/"]';
const person = 'tbody a[href^="/manage/people/"]';
const course = 'main a[href^="/manage/courses/"]';

const ofPeople = [
  { name: 'people', role, path: '/manage/people', also: ['print'] },
  { name: 'person', role, path: '/manage/people', follow: [person], route: '/manage/people/[id]' },
  {
    ...{ name: 'person-move', role, path: '/manage/people' },
    ...{ follow: [person, 'main a[href$="/move"]'], route: '/manage/people/[id]/move' },
  },
  {
    ...{ name: 'person-transfer', role, path: '/manage/people' },
    ...{ follow: [person, 'main a[href$="/transfer"]'], route: '/manage/people/[id]/transfer' },
  },
  {
    ...{ name: 'person-status', role, path: '/manage/people' },
    ...{ follow: [person, 'main a[href$="/status"]'], route: '/manage/people/[id]/status' },
  },
  {
    ...{ name: 'transfer', role, path: '/manage/people/transfers', route: '/manage/people/transfers/[id]' },
    act: opening('tbody a[href^="/manage/people/transfers/"]', proposeTransfer),
  },
  { name: 'transfers', role, path: '/manage/people/transfers' },
  { name: 'away', role, path: '/manage/people/transfers?show=away', route: '/manage/people/transfers' },
  { name: 'person-arrival', role, path: '/manage/people/arrival' },
  {
    ...{ name: 'person-ledger', role, path: '/manage/people' },
    ...{ follow: [person, 'main a[href^="/manage/ledgers/"]'], route: '/manage/ledgers/[id]' },
  },
  {
    ...{ name: 'person-edit', role, path: '/manage/people', route: '/manage/people/[id]/edit' },
    follow: [person, 'main a[href$="/edit"]'],
  },
  {
    ...{ name: 'person-merge', role, path: '/manage/people', route: '/manage/people/[id]/merge' },
    follow: [person, 'main a[href$="/merge"]'],
  },
  {
    ...{ name: 'person-post', role, path: '/manage/people', route: '/manage/people/[id]/posts/[post]' },
    follow: [person, 'main a[href*="/posts/"]'],
  },
  { name: 'people-import', role, path: '/manage/people/import' },
  ...['faulty', 'staged', 'columns', 'unreadable'].map((which) => ({
    ...{ name: `people-import-${which}`, role, path: '/manage/people/import' },
    ...{ route: '/manage/people/import/[id]', act: uploaded(which) },
  })),
  {
    ...{ name: 'people-import-canceled', role, path: '/manage/people/import' },
    ...{ route: '/manage/people/import/[id]', act: canceled },
  },
  { name: 'units-import', role, path: '/manage/units/import' },
  {
    ...{ name: 'units-import-staged', role, path: '/manage/units/import' },
    ...{ route: '/manage/units/import/[id]', act: uploaded('tree') },
  },
  {
    ...{ name: 'units-import-done', role, path: '/manage/units/import' },
    ...{ route: '/manage/units/import/[id]', act: imported },
  },
  { name: 'people-none', role, path: '/manage/people?q=查无此人', route: '/manage/people' },
  { name: 'person-arrival-refused', role, path: '/manage/people/arrival', act: sentEmpty },
  { name: 'units', role, path: '/manage/units' },
  {
    ...{ name: 'unit-manage', role, path: '/manage/units', route: '/manage/units/[id]' },
    follow: ['main ul ul a[href^="/manage/units/"]'],
  },
];

const ofPlans = [
  { name: 'desk', role, path: '/manage', also: ['contrast', 'print'] },
  { name: 'plans', role, path: '/manage/plans' },
  {
    ...{ name: 'plan-manage', role, path: '/manage/plans', route: '/manage/plans/[id]' },
    follow: ['main a[href^="/manage/plans/"]'],
  },
  { name: 'assignments', role, path: '/manage/assignments' },
  {
    ...{ name: 'assignment', role, path: '/manage/assignments' },
    ...{ follow: ['main td a[href^="/manage/assignments/"]'], route: '/manage/assignments/[id]' },
  },
  { name: 'modules', role, path: '/manage/modules' },
  {
    ...{ name: 'module', role, path: '/manage/modules', route: '/manage/modules/[id]' },
    act: opening('main a[href^="/manage/modules/"]', keepModule),
  },
  { name: 'selections', role, path: '/manage/selections' },
  { name: 'selection-rule', role, path: '/manage/selections/rule' },
  {
    ...{ name: 'selection', role, path: '/manage/selections', route: '/manage/selections/[id]' },
    act: opening('main a[href^="/manage/selections/"]', keepSelection),
  },
  { name: 'waivers', role, path: '/manage/waivers' },
  {
    ...{ name: 'waiver-new', role, path: '/manage/people', route: '/manage/waivers' },
    follow: [person, 'main a[href^="/manage/waivers?"]'],
  },
  { name: 'claims-manage', role, path: '/manage/claims', also: ['contrast'] },
  { name: 'claims-none', role, path: '/manage/claims?q=查无此人', route: '/manage/claims' },
  {
    // The learner's page `claims` has declared one.
    ...{ name: 'claim', role, path: '/manage/claims' },
    ...{ follow: ['main td a[href^="/manage/claims/"]'], route: '/manage/claims/[id]', also: ['middle'] },
  },
  {
    ...{ name: 'claim-decided', role, path: '/manage/claims?status=approved', route: '/manage/claims/[id]' },
    follow: ['main td a[href^="/manage/claims/"]'],
  },
  { name: 'outside', role, path: '/manage/outside' },
  {
    ...{ name: 'outside-one', role, path: '/manage/outside', route: '/manage/outside/[id]' },
    follow: ['main td a[href^="/manage/outside/"]'],
  },
  { name: 'outside-import', role, path: '/manage/outside/import' },
  {
    ...{ name: 'outside-import-wrong', role, path: '/manage/outside/import' },
    ...{ route: '/manage/outside/import/[id]', act: wrongResults },
  },
  {
    ...{ name: 'outside-import-doubtful', role, path: '/manage/outside/import' },
    ...{ route: '/manage/outside/import/[id]', act: doubtfulResults },
  },
  { name: 'hour-rules', role, path: '/manage/hour-rules' },
  { name: 'feedback-manage', role, path: '/manage/feedback' },
  {
    // The learner's page `feedback` has sent one.
    ...{ name: 'feedback-one', role, path: '/manage/feedback' },
    ...{ follow: ['main td a[href^="/manage/feedback/"]'], route: '/manage/feedback/[id]' },
  },
];

const ofContent = [
  { name: 'courses-manage', role, path: '/manage/courses' },
  { name: 'course-manage', role, path: '/manage/courses', follow: [course], route: '/manage/courses/[id]' },
  {
    ...{ name: 'lesson-manage', role, path: '/manage/courses' },
    ...{ follow: [course, 'main a[href*="/lessons/"]'], route: '/manage/courses/[id]/lessons/[lessonId]' },
  },
  ...statutePages,
  { name: 'bank', role, path: '/manage/bank' },
  { name: 'bank-check', role, path: '/manage/bank/check' },
  { name: 'bank-new', role, path: '/manage/bank/new' },
  { name: 'bank-import', role, path: '/manage/bank/import' },
  {
    ...{ name: 'question', role, path: '/manage/bank', route: '/manage/bank/[id]' },
    follow: ['main td a[href^="/manage/bank/"]'],
  },
  {
    ...{ name: 'question-edit', role, path: '/manage/bank', route: '/manage/bank/[id]/edit' },
    follow: ['main td a[href^="/manage/bank/"]', 'main a[href$="/edit"]'],
  },
];

const ofExams = [
  { name: 'papers', role, path: '/manage/papers' },
  { name: 'paper', role, path: '/manage/papers', follow: [blueprint], route: '/manage/papers/[id]' },
  {
    ...{ name: 'paper-preview', role, path: '/manage/papers', route: '/manage/papers/[id]/preview' },
    follow: [blueprint, 'main a[href$="/preview"]'],
    also: ['print'],
  },
  {
    ...{ name: 'regrade', role, path: '/manage/exams', route: '/manage/exams/[id]/regrade' },
    follow: [exam, 'main a[href$="/regrade"]'],
  },
  {
    ...{ name: 'regrade-question', role, path: '/manage/exams' },
    follow: [exam, 'main a[href$="/regrade"]', 'main td a[href*="/regrade/"]'],
    press: 'main form.form button[type="submit"]',
    route: '/manage/exams/[id]/regrade/[versionId]',
  },
  { name: 'exams-manage', role, path: '/manage/exams', also: ['middle'] },
  {
    ...{ name: 'exam-manage', role, path: '/manage/exams', route: '/manage/exams/[id]' },
    ...{ follow: [exam], also: ['middle', 'contrast'] },
  },
  ...['live', 'exemptions', 'schedule', 'add', 'roster'].map((name) => ({
    ...{ name: `exam-${name}`, role, path: '/manage/exams', route: `/manage/exams/[id]/${name}` },
    follow: [exam, `main a[href$="/${name}"]`],
  })),
  {
    ...{ name: 'exam-roster-printed', role, path: '/manage/exams', route: '/manage/exams/[id]/roster' },
    ...{ follow: [exam, 'main a[href$="/roster"]', 'main a[href*="print=1"]'], also: ['print'] },
  },
  {
    ...{ name: 'exam-candidate', role, path: '/manage/exams', route: '/manage/exams/[id]/people/[personId]' },
    follow: [exam, 'tbody a[href*="/people/"]'],
  },
  { name: 'exam-standing', role, path: '/manage/exams/standing' },
  { name: 'exam-new', role, path: '/manage/exams/new', also: ['middle'] },
  {
    ...{ name: 'exam-settings', role, path: '/manage/exams', route: '/manage/exams/[id]/settings' },
    act: async (page) => {
      await opening('tbody tr:has-text("草稿") a', draftExam)(page);
      await page.goto(`${page.url()}/settings`, { waitUntil: 'networkidle' });
    },
  },
];

const ofEvents = [
  { name: 'events', role, path: '/manage/events', also: ['middle', 'print'] },
  { name: 'events-none', role, path: '/manage/events?q=查无此会', route: '/manage/events' },
  {
    ...{ name: 'event', role, path: '/manage/events', route: '/manage/events/[id]' },
    ...{ follow: ['main td a[href^="/manage/events/"]'], also: ['middle', 'contrast'] },
  },
  {
    ...{ name: 'event-verified', role, path: '/manage/events?status=verified', route: '/manage/events/[id]' },
    follow: ['main td a[href^="/manage/events/"]'],
  },
  { name: 'event-new', role, path: '/manage/events/new' },
  { name: 'event-new-refused', role, path: '/manage/events/new', act: sentEmpty },
  { name: 'events-calendar', role, path: '/manage/events/calendar', also: ['middle', 'print'] },
  {
    ...{ name: 'events-month', role, path: '/manage/events/calendar?period=6&view=grid' },
    ...{ route: '/manage/events/calendar', also: ['contrast', 'print'] },
  },
  { name: 'events-series', role, path: '/manage/events/series' },
  {
    ...{ name: 'event-edit', role, path: '/manage/events?status=draft', route: '/manage/events/[id]/edit' },
    act: async (page) => {
      await opening('main td a[href^="/manage/events/"]', draftEvent)(page);
      await page.goto(`${page.url()}/edit`, { waitUntil: 'networkidle' });
    },
  },
];

/** Lists in which nothing was found. */
const found = ['assignments', 'courses', 'papers', 'bank', 'feedback', 'waivers'].map((list) => ({
  ...{ name: `${list}-none`, role, path: `/manage/${list}?q=查无此项`, route: `/manage/${list}` },
}));

/** Pages of the coordinator; those that need something the demo lacks make it first. */
export const coordinatorPages = [...ofPlans, ...ofPeople, ...ofContent, ...ofExams, ...ofEvents, ...found];
