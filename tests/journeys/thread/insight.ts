import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Walk } from '../../support/journey.ts';
import { besideTerm, press, says, visit } from '../../support/steps.ts';

/** Reads the rates by department and opens one figure down to its rows. */
export async function readRates(walk: Walk, leader: Page): Promise<void> {
  await visit(leader, '/insight');
  await says(leader, '实考 1 / 应考 9');
  await says(leader, '达标 1 / 应达标 2');
  await walk.inspect(leader);

  await press(leader, '综合行政执法局');
  await says(leader, '1 / 3 人');
  for (const name of ['陈思远', '周海涛', '高志远']) await says(leader.getByRole('table'), name);
  await walk.inspect(leader);

  await visit(leader, '/insight');
  await press(leader, /^参考率/);
  await besideTerm(leader, '定义').waitFor();
  expect(await besideTerm(leader, '公式').innerText()).toContain('应考');
  await says(leader, '计入 1');
  expect(await leader.getByRole('table').innerText()).toContain('陈思远');
  expect(await leader.getByRole('table').innerText()).not.toContain('周海涛');
  await walk.inspect(leader);
}

/** Opens the report, presses a bound number, takes the paper out and finds every sentence of the page in it. */
export async function takeReport(walk: Walk, leader: Page, year: number): Promise<void> {
  await visit(leader, '/insight/reports');
  await walk.inspect(leader);
  await press(leader, new RegExp(`^${year} 年度法治政府建设情况报告`));
  await says(leader, '应参加学法考试');
  const article = leader.locator('article');
  expect(await article.innerText()).toContain('参考率11.11%');
  await article.getByRole('link', { name: '11.11%', exact: true }).first().click();
  await says(leader.getByRole('complementary', { name: '数字依据' }), '陈思远');
  await walk.inspect(leader);

  const numbers = await article.locator('a.bound').allInnerTexts();
  expect(numbers).toEqual(expect.arrayContaining(['9', '1', '11.11%', '100%', '50.00%']));
  const sentences = await article.locator('p:has(a.bound)').allInnerTexts();
  const paper = await downloaded(leader);
  for (const sentence of sentences) expect(paper).toContain(sentence.trim());
}

/** Text of the Word file that the page gives, paragraph by paragraph. */
async function downloaded(leader: Page): Promise<string> {
  const download = leader.waitForEvent('download');
  await press(leader, '下载 Word');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  const zip = await JSZip.loadAsync(await readFile(await file.path()));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, text]) => text ?? '\n').join('');
}
