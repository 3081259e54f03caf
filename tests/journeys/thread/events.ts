import type { Page } from 'playwright';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Walk } from '../../support/journey.ts';
import { rosterFile, XLSX } from '../../support/rosterFile.ts';
import { press, says, visit } from '../../support/steps.ts';

/** Registers a study of the leading group with its attendance and sheet, and hands it over; answers its address. */
export async function registerEvent(walk: Walk, desk: Page, title: string): Promise<string> {
  await visit(desk, '/manage/events/new');
  await walk.inspect(desk);
  await desk.getByLabel('活动名称').fill(title);
  await desk.getByLabel('日期').fill(shanghaiDay(new Date().toISOString()));
  for (const box of ['云山区', '中心组学习', '法治']) {
    await desk.getByRole('checkbox', { name: box, exact: true }).check();
  }
  await desk.getByLabel('学习的法律法规').fill('行政处罚法');
  await press(desk, '保存并登记参加人员');
  await desk.waitForURL((url) => /\/events\/(?!new)/.test(url.pathname));

  await desk.getByLabel('姓名，每行一个').fill('陈思远\n郑国平\n查无此人');
  await press(desk, '查找');
  await says(desk, '名册上没有找到 1 人：查无此人');
  await walk.inspect(desk);
  await press(desk, '登记这些人员');
  await says(desk, '已登记 2 人');
  const sheet = await rosterFile([{ name: '陈思远' }, { name: '郑国平' }], '签到表.xlsx');
  await desk.getByLabel('上传附件').setInputFiles({ ...sheet, mimeType: XLSX });
  await press(desk, '上传');
  await says(desk, '附件已保存');
  await press(desk, '提交核验');
  await says(desk, '登记人不能核验自己登记的活动');
  return new URL(desk.url()).pathname;
}

/** A second coordinator finds the event on his desk and verifies it. */
export async function verifyEvent(walk: Walk, second: Page, title: string): Promise<void> {
  await visit(second, '/manage');
  await walk.inspect(second);
  await press(second, title);
  await says(second, '签到表.xlsx');
  await press(second, '核验无误，记入学时');
  await says(second, '已核验，学时已记入参加人员的台账');
  await walk.inspect(second);
}
