/** @typedef {import('playwright').Page} Page */

/** What a form says of its outcome, after which the page stands. */
export async function send(page, button) {
  await page.locator('main').getByRole('button', { name: button, exact: true }).click();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}

/** Nine o'clock of a day of the next month as `datetime-local` takes it. */
function nextMonth(day) {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day, 9)).toISOString().slice(0, 16);
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Leads to the first thing that `link` finds; where there is none yet, `make` makes one.
 *
 * @param {string} link
 * @param {(page: Page) => Promise<void>} make
 */
export function opening(link, make) {
  return async (/** @type {Page} */ page) => {
    const list = page.url();
    if ((await page.locator(link).count()) === 0) {
      await make(page);
      await page.goto(list, { waitUntil: 'networkidle' });
    }
    const href = await page.locator(link).first().getAttribute('href');
    await page.goto(new URL(href, page.url()).href, { waitUntil: 'networkidle' });
  };
}

export async function keepModule(page) {
  await page.fill('main [name="title"]', '新任执法人员必学');
  await page.check('main [name="courseIds[]"]');
  await send(page, '保存模块');
}

export async function keepSelection(page) {
  await page.goto(`${page.url()}?class=enforcement`, { waitUntil: 'networkidle' });
  await page.fill('main [method="POST"] [name="name"]', '行政许可业务干部');
  await send(page, '保存名单');
}

/**
 * @param {Page} page
 * @param {string} title
 */
export async function draftExam(page, title = '新进公务员学法考试') {
  await page.goto(new URL('/manage/exams/new', page.url()).href, { waitUntil: 'networkidle' });
  await page.fill('main [name="title"]', title);
  await page.fill('main [name="opensAt"]', nextMonth(8));
  await page.fill('main [name="closesAt"]', nextMonth(20));
  await send(page, '保存草稿');
}

export async function draftEvent(page) {
  await page.goto(new URL('/manage/events/new', page.url()).href, { waitUntil: 'networkidle' });
  await page.fill('main [name="title"]', '民法典专题讲座');
  await page.fill('main [name="heldOn"]', today());
  await page.check('main [name="hostIds[]"]');
  await page.check('main [name="forms[]"]');
  await send(page, '保存并登记参加人员');
}

/** Somebody of the coordinator's units is to go to another. */
export async function proposeTransfer(page) {
  await page.goto(new URL('/manage/people', page.url()).href, { waitUntil: 'networkidle' });
  const person = await page.locator('tbody a[href^="/manage/people/"]').last().getAttribute('href');
  await page.goto(new URL(`${person}/transfer`, page.url()).href, { waitUntil: 'networkidle' });
  await page.fill('main [name="reason"]', '交流任职');
  await page.setInputFiles('main [name="file"]', {
    ...{ name: '调令.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 调令') },
  });
  await send(page, '提交接收单位');
}

/** The learner has declared something: his list is not empty, and the coordinator has something to decide. */
export async function declareClaim(page) {
  if ((await page.getByText('市级综合执法业务培训').count()) > 0) return;
  await page.fill('main [name="title"]', '市级综合执法业务培训');
  await page.fill('main [name="organiser"]', '市司法局');
  await page.fill('main [name="heldOn"]', today());
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const proof = { name: '结业证.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') };
  await page.setInputFiles('main [name="file"]', proof);
  await send(page, '申报');
}

export async function sendFeedback(page) {
  if ((await page.getByText('课文里的案例').count()) > 0) return;
  await page.fill('main [name="body"]', '课文里的案例能不能多举一些街道的？我们平时遇到的和区局的不太一样。');
  await send(page, '提交');
}

/** Voids the first question of the exam whose list of questions is shown. */
export async function regrade(page) {
  await page.locator('main td a[href*="/regrade/"]').first().click();
  await page.waitForLoadState('networkidle');
  await page.selectOption('main [name="kind"]', 'void');
  await send(page, '看看会影响谁');
  await page.fill('main [name="reason"]', '题干有歧义，两个选项都说得通');
  await send(page, '确认并重新评分');
}

const files = {
  faulty: '姓名,身份证号,单位,人员类别,入职日期\n江晓,440101199001010011,东门街道,新进公务员,2026-02-30\n林远,,没有的局,科级,\n',
  staged: '姓名,手机号,单位,人员类别,职务\n江晓,13800007001,东门街道,新进公务员,科员\n林远,13800007002,东门街道,科级,副科长\n',
  brought: '姓名,手机号,单位,人员类别,职务\n江晴,13800007011,东门街道,新进公务员,科员\n林舟,13800007012,东门街道,科级,副科长\n',
  columns: '谁,号码,在哪,算什么,说明\n江晓,13800007001,东门街道,新进公务员,\n',
  unreadable: '这不是一份名册\n',
  tree: '上级单位,单位名称,排序\n东门街道,综合治理办公室,1\n综合治理办公室,网格中心,\n',
};

/**
 * Uploads an invented file and waits until it was read.
 *
 * @param {keyof typeof files} which
 * @param {string} [more] Rows that it has besides.
 */
export function uploaded(which, more = '') {
  return async (/** @type {Page} */ page) => {
    const buffer = Buffer.from(files[which] + more);
    await page.setInputFiles('main input[type="file"]', { name: '名册.csv', mimeType: 'text/csv', buffer });
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL(/\/import\/[^/]+$/);
    await page.getByText('正在检查').waitFor({ state: 'hidden' });
    await page.locator('main h2, main a:has-text("上传另一份文件")').first().waitFor();
  };
}

/**
 * Uploads results of another system and waits until they were read.
 *
 * @param {Page} page
 * @param {string} source
 * @param {string} rows
 */
async function uploadResults(page, source, rows) {
  await page.goto(new URL('/manage/outside/import', page.url()).href, { waitUntil: 'networkidle' });
  await page.fill('main [name="source"]', source);
  await page.fill('main [name="basis"]', '关于报送网络学习情况的通知');
  const heading = '姓名,手机号,年度,台账,学时,项目名称,主办单位,完成日期\n';
  const file = { name: '学时明细.csv', mimeType: 'text/csv', buffer: Buffer.from(heading + rows) };
  await page.setInputFiles('main input[type="file"]', file);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/\/import\/[^/]+$/);
  await page.getByText('正在检查').waitFor({ state: 'hidden' });
  await page.locator('main h2').first().waitFor();
}

/** @param {string} who */
const result = (who) => `${who},${today().slice(0, 4)},培训学时,8,新进公务员网络培训,省干部网络学院,${today()}\n`;

/** Results in which nothing is right. */
export async function wrongResults(page) {
  await uploadResults(page, '省平台', `江小,13800007009,2020,体育,-8,,,明天\n${result('无此人,13800007009')}`);
}

/** Results of people who were brought in first, of whom another system says the same. */
export async function doubtfulResults(page) {
  await page.goto(new URL('/manage/people/import', page.url()).href, { waitUntil: 'networkidle' });
  await uploaded('brought')(page);
  await letWrite(page, '已写入');
  await uploadResults(page, '省平台', result('江晴,13800007011'));
  await letWrite(page, '导入的情况');
  await uploadResults(page, '市平台', `${result('江晴,13800007011')}${result('林舟,13800007012')}`);
}

/** Sends the page's form as it stands, past what the browser itself would say: it comes back with its errors. */
export async function sentEmpty(page) {
  const form = page.locator('main form[method="POST" i]').last();
  await form.evaluate((element) => (element.noValidate = true));
  await form.locator('button[type="submit"]').last().click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
}

/** Lets a checked file be written; of what an earlier picture wrote there is nothing left to write. */
async function letWrite(page, done) {
  const confirm = page.getByRole('button', { name: '确认写入' });
  if ((await confirm.count()) === 0) return;
  await confirm.click();
  await page.getByText(done).first().waitFor();
}

let grids = 0;

/** Uploads a tree of units, with one more unit each time, and lets it be written. */
export async function imported(page) {
  grids += 1;
  await uploaded('tree', `东门街道,第${grids}网格,\n`)(page);
  await letWrite(page, '已写入');
}

/** Uploads a roster and thinks better of it. */
export async function canceled(page) {
  await uploaded('staged')(page);
  await send(page, '取消导入');
}
