import type { Page } from 'playwright';
import { expect } from 'vitest';
import { chooseRight, type AnswerKey } from '../../support/answerKey.ts';
import type { Walk } from '../../support/journey.ts';
import { isAwake, press, says, visit } from '../../support/steps.ts';

/** Begins where home says, reads the lesson and passes its check; answers the title of the lesson. */
export async function studyLesson(walk: Walk, page: Page, key: AnswerKey): Promise<string> {
  await press(page, '继续学习');
  await page.waitForURL(/\/lessons\//);
  const title = await page.locator('h1').innerText();
  await walk.inspect(page);
  await press(page, '开始学习');
  await page.locator('#p1').waitFor();
  await walk.inspect(page);
  await press(page, '开始随堂测');
  await page.waitForURL(/\/check\?attempt=/);
  await chooseRight(page, key);
  await walk.inspect(page);
  await press(page, '交卷看结果');
  await says(page, '本课时已完成，学习已记入您的档案');
  await walk.inspect(page);
  return title;
}

/** Lines of the year's ledger as the archive shows them. */
export async function ledgerText(page: Page, ledger: 'training' | 'credit'): Promise<string> {
  await visit(page, `/archive?ledger=${ledger}`);
  return page.locator('main').innerText();
}

/** Starts the exam, answers each question, sees each answer saved and hands in; answers the number of the receipt. */
export async function sitExam(walk: Walk, page: Page, key: AnswerKey): Promise<string> {
  await visit(page, '/exams');
  await walk.inspect(page);
  await press(page, '开始考试');
  await page.waitForURL(/\/attempts\//);
  await page.getByRole('timer').waitFor();
  await walk.inspect(page);
  const items = await page.getByRole('navigation', { name: '题目' }).getByRole('link').count();
  for (let position = 1; position <= items; position += 1) {
    await says(page, `第 ${position} 题`);
    await chooseRight(page, key);
    await page.getByRole('link', { name: new RegExp(`^第 ${position} 题，已答$`) }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /已保存 \d\d:\d\d:\d\d/ })
      .waitFor();
    await press(page, position < items ? '下一题 →' : '检查并交卷');
  }
  await page.waitForURL(/\/submission$/);
  await isAwake(page);
  await says(page, `${items} 题都已作答`);
  await walk.inspect(page);
  await press(page, '交卷');
  await says(page, '已交卷');
  await walk.inspect(page);
  return page.locator('a[href^="/receipts/"]').innerText();
}

/** Anybody who holds the number can check the receipt without signing in. */
export async function verifyReceipt(walk: Walk, number: string): Promise<void> {
  const stranger = await walk.person();
  await visit(stranger, `/receipts/${number}`);
  await says(stranger, '回执真实，答卷自交卷后没有改动');
  expect(await stranger.locator('main').innerText()).not.toContain('陈思远');
  await walk.inspect(stranger);
}
