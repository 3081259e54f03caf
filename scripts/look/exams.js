import { draftExam, opening, send, sentEmpty } from './first.js';

/** @typedef {import('playwright').Page} Page */
/** What a page may need beside itself: the demo's data, to be changed by a statement, and others who sign in.
 * @typedef {{ folder: string, change(statement: string, ...values: unknown[]): void,
 *   as(role: string): Promise<import('playwright').BrowserContext> }} Company */

const role = 'coordinator';
const list = '/manage/exams';
const one = `${list}/[id]`;
/** The exam of the demo's year, whatever stands beside it. */
const running = 'tbody a:has-text("国家工作人员学法考试")';

/** As long as a title may become in life. */
const coming = '全区行政执法人员、法制审核人员和新进公务员年度法律法规知识更新培训结业考试（第二批）';
const inState = (/** @type {string} */ state) => `tbody tr:has-text("${state}") a`;

async function publish(/** @type {Page} */ page) {
  await page.getByRole('button', { name: '发布考试' }).click();
  await page.getByText('应考人员').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** @param {string} title */
const published = (title) => async (/** @type {Page} */ page) => {
  await draftExam(page, title);
  await publish(page);
};

async function cancelled(/** @type {Page} */ page) {
  await published('街道村（社区）干部法律知识测试')(page);
  await page.goto(`${page.url().replace(/\?.*/, '')}/schedule`, { waitUntil: 'networkidle' });
  const form = page.locator('main form[action="?/cancel"]');
  await form.locator('[name="reason"]').fill('原定日期与市级统一考试重合，改为参加市级考试，成绩由市级导入');
  await form.locator('[name="confirm"]').fill('取消考试');
  await form.locator('button').click();
  await page.waitForLoadState('networkidle');
}

/** A make-up stands, before the exam itself has begun. */
async function withMakeup(/** @type {Page} */ page) {
  await opening(inState('未开始'), published(coming))(page);
  await page.goto(`${page.url()}/schedule`, { waitUntil: 'networkidle' });
  const form = page.locator('main form[action="?/makeup"]');
  if ((await form.getByText('修改补考').count()) > 0) return;
  const closes = await page.locator('form[action="?/extend"] [name="closesAt"]').inputValue();
  const later = (/** @type {number} */ days) =>
    new Date(Date.parse(`${closes}Z`) + days * 86_400_000).toISOString().slice(0, 16);
  await form.locator('[name="opensAt"]').fill(later(3));
  await form.locator('[name="closesAt"]').fill(later(10));
  await send(page, '安排补考');
}

/** @param {Page} page of somebody else, who begins the exam and answers so many questions by keys */
async function write(page, answers) {
  await page.goto('/exams', { waitUntil: 'networkidle' });
  await page.locator('main form[action="?/start"] button').first().click();
  await page.getByText(/^第 1 题/).waitFor();
  for (let at = 0; at < answers; at += 1) {
    if (at > 0) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('abcd'.charAt(at % 4));
  }
  await page.getByText(/^已保存/).waitFor();
}

/** Three more begin: one writes on, one closes the lid, one hands in; the first of the list gets more time. */
async function company(/** @type {Page} */ page, /** @type {Company} */ { as }) {
  if ((await page.getByText('已加时').count()) > 0) return;
  const answers = { security: 12, system: 3, audit: 6 };
  for (const [other, count] of Object.entries(answers)) {
    const context = await as(other);
    const theirs = await context.newPage();
    await write(theirs, count);
    if (other === 'audit') {
      await theirs.getByRole('link', { name: '交卷' }).click();
      await theirs.getByRole('button', { name: '交卷', exact: true }).click();
      await theirs.getByText('查看成绩').waitFor();
    }
    await context.close();
  }
  await page.reload({ waitUntil: 'networkidle' });
  await page.locator('main .tick').first().check();
  await page.fill('main [name="minutes"]', '10');
  await page.fill('main [name="reason"]', '考场停电，机房三台电脑重新启动，经监考人员核实');
  await send(page, '加时');
}

/** @param {string} amend what is done with whoever was found */
const found = (amend) => async (/** @type {Page} */ page) => {
  await page.fill('main [name="q"]', '陈');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByRole('button', { name: amend, exact: true }).waitFor();
};

async function standing(/** @type {Page} */ page) {
  if ((await page.getByText('视力残疾').count()) > 0) return;
  await found('保存')(page);
  await page.fill('main [name="amount"]', '50');
  await page.fill('main form[method="POST"] [name="reason"]', '视力残疾二级，使用屏幕放大软件作答，有残疾人证');
  await send(page, '保存');
}

/** @param {string} name of the page below the exam */
const below = (name) => ({ role, path: list, route: `${one}/${name}`, follow: [running, `main a[href$="/${name}"]`] });

/** Exams in each state, the live view with people in it, what is refused and what is empty. */
export const examStates = [
  { name: 'exams-none', role, path: `${list}?q=查无此考`, route: list },
  { name: 'exam-new-refused', role, path: `${list}/new`, act: sentEmpty },
  { name: 'exam-draft', role, path: list, route: one, act: opening(inState('草稿'), draftExam) },
  { name: 'exam-before', role, path: list, route: one, act: opening(inState('未开始'), published(coming)) },
  { name: 'exam-makeup', role, path: list, route: `${one}/schedule`, act: withMakeup },
  { name: 'exam-cancelled', role, path: list, route: one, act: opening(inState('已取消'), cancelled) },
  { name: 'exam-live-company', ...below('live'), act: company, also: ['middle', 'contrast'] },
  { name: 'exam-live-refused', ...below('live'), act: sentEmpty },
  { name: 'exam-add-found', ...below('add'), act: found('增补') },
  { name: 'exam-standing-given', role, path: `${list}/standing`, act: standing },
  {
    ...{ name: 'exam-candidate-refused', role, path: list, route: `${one}/people/[personId]` },
    ...{ follow: [running, 'tbody a[href*="/people/"]'], act: sentEmpty },
  },
];

/** Taken when the window is over. */
export const examsEnded = [
  { name: 'exam-ended', role, path: list, route: one, follow: [running] },
  { name: 'exam-live-ended', ...below('live') },
];
