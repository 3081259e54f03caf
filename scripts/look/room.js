import { examsEnded } from './exams.js';
import { opening, regrade } from './first.js';

/** Leads into the room: begins the exam, or goes on with it. */
export const enter = 'main form[action="?/start"] button, main a[href^="/attempts/"]:not([href$="/result"])';

/** Gives some answers by keys, and marks one, as somebody in the middle of the exam. */
async function answer(page) {
  await page.getByText(/^第 1 题/).waitFor();
  for (const key of ['b', 'ArrowRight', 'a', 'm', 'ArrowRight', 'c', 'ArrowRight', 'b', 'ArrowRight', 'a'])
    await page.keyboard.press(key);
  await page.getByText(/^已保存/).waitFor();
  // Marks stay with the browser, and each picture has its own.
  await page.waitForTimeout(300);
}

async function cutOff(page) {
  await answer(page);
  await page.context().setOffline(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('d');
  await page.getByText('网络暂时不通').waitFor();
}

async function takenOver(page) {
  await answer(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByText('改在本页继续作答').waitFor();
  await other.close();
}

async function handIn(page) {
  await answer(page);
  await page.getByRole('link', { name: '交卷' }).click();
  await page.getByText(/题没有作答/).waitFor();
}

const result = 'main a[href^="/attempts/"][href$="/result"]';

/** Pages of the exam room; those of the end are the leader's, who has sat it. */
export const roomPages = [
  { name: 'exam-room', route: '/attempts/[id]', role: 'learner', path: '/exams', press: enter, act: answer, also: ['contrast'] },
  { name: 'exam-room-offline', route: '/attempts/[id]', role: 'learner', path: '/exams', press: enter, act: cutOff },
  { name: 'exam-room-taken', route: '/attempts/[id]', role: 'learner', path: '/exams', press: enter, act: takenOver },
  { name: 'submission', route: '/attempts/[id]/submission', role: 'learner', path: '/exams', press: enter, act: handIn },
  { name: 'result', route: '/attempts/[id]/result', role: 'leader', path: '/exams', follow: [result] },
  { name: 'receipt', route: '/attempts/[id]/submission', role: 'leader', path: '/exams', follow: [result, 'main a[href$="/submission"]'], also: ['print'] },
  {
    name: 'receipt-verified', route: '/receipts/[number]',
    role: 'leader',
    path: '/exams',
    follow: [result, 'main a[href$="/submission"]', 'main a[href^="/receipts/"]'],
  },
  { name: 'receipts', role: null, path: '/receipts' },
];

/** Taken last, when the demo's exam is over. */
export const afterwards = [
  { name: 'review', route: '/attempts/[id]/result', role: 'leader', path: '/exams', follow: [result] },
  {
    name: 'regrade-changes',
    route: '/manage/exams/[id]/regrade/changes/[regradeId]',
    role: 'coordinator',
    path: '/manage/exams',
    follow: ['tbody a:has-text("国家工作人员学法考试")', 'main a[href$="/regrade"]'],
    act: opening('main a[href*="/regrade/changes/"]', regrade),
  },
  ...examsEnded,
  { name: 'overview-ended', route: '/insight', role: 'leader', path: '/insight' },
];
