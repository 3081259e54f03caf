/** @typedef {import('playwright').Page} Page */

const role = 'learner';
const begin = 'main form[action="?/begin"] button[type="submit"]';

/** Takes the first option of the question shown and hands it in. */
async function answer(page) {
  await page.locator('main form .options label').first().click();
  await page.getByRole('button', { name: '提交，看解析' }).click();
  await page.locator('main .verdict').waitFor();
}

/**
 * Answers until the page says so; a set is long enough for either.
 *
 * @param {string} verdict
 */
function answeredUntil(verdict) {
  return async (/** @type {Page} */ page) => {
    await answer(page);
    while ((await page.locator('main .verdict').getByText(verdict).count()) === 0) {
      await page.locator('main form[action^="?/rate"] .primary').click();
      await page.locator('main form .options').waitFor();
      await answer(page);
    }
  };
}

/** Some questions are answered, one is chosen. */
async function sit(page) {
  for (const name of ['下一题 →', '下一题 →']) {
    await page.locator('main form .options label').first().click();
    await page.getByRole('button', { name }).click();
    await page.waitForLoadState('networkidle');
  }
  await page.locator('main form .options label').nth(1).click();
}

async function toEnd(page) {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await page.getByText(/题没有作答/).waitFor();
}

async function handIn(page) {
  await toEnd(page);
  await page.getByRole('button', { name: '交卷，看成绩' }).click();
  await page.getByText('逐题解析').waitFor();
}

/** Goes on with the mock exam that is open, or begins one. */
const enterMock = 'main a[href^="/practice/mock/"]:has-text("接着做"), main form[action="?/begin"] button';

/** Practice as the learner sees it; each state once. */
export const practicePages = [
  { name: 'practice', role, path: '/practice' },
  { name: 'practice-question', route: '/practice/sets/[id]', role, path: '/practice', press: begin },
  {
    ...{ name: 'practice-right', route: '/practice/sets/[id]', role, path: '/practice', press: begin },
    act: answeredUntil('答对了'),
  },
  {
    ...{ name: 'practice-wrong', route: '/practice/sets/[id]', role, path: '/practice', press: begin },
    act: answeredUntil('答错了'),
  },
  { name: 'practice-book', role, path: '/practice/book' },
  { name: 'practice-book-answers', route: '/practice/book', role, path: '/practice/book?answers=1' },
  { name: 'practice-book-empty', route: '/practice/book', role: 'coordinator', path: '/practice/book' },
  { name: 'mock', role, path: '/practice/mock', route: '/practice/mock' },
  {
    ...{ name: 'mock-question', route: '/practice/mock/[id]', role, path: '/practice/mock' },
    ...{ press: enterMock, act: sit },
  },
  {
    ...{ name: 'mock-end', route: '/practice/mock/[id]/result', role, path: '/practice/mock' },
    ...{ press: enterMock, act: toEnd },
  },
  {
    ...{ name: 'mock-result', route: '/practice/mock/[id]/result', role, path: '/practice/mock' },
    ...{ press: enterMock, act: handIn },
  },
];
