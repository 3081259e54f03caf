import type { Page } from 'playwright';
import { expect } from 'vitest';
import { addDays, shanghaiClock, shanghaiDay, toInstant } from '#lib/domain/shared/time.ts';
import type { Walk } from '../../support/journey.ts';
import { inventedIdentity, rosterFile, type RosterLine } from '../../support/rosterFile.ts';
import { besideTerm, choose, isAwake, press, says, visit } from '../../support/steps.ts';

/** The administrator gives a role over the whole district, on the page. */
export async function grantRole(admin: Page, name: string, role: string): Promise<void> {
  await visit(admin, `/admin/grants?q=${encodeURIComponent(name)}`);
  await choose(admin, '角色', role);
  await choose(admin, '管理范围（含下级）', '云山区');
  await press(admin, '授予');
  await says(admin.locator('li'), name);
}

const officers: RosterLine[] = [
  { name: '陈思远', identity: inventedIdentity(1), title: '执法队员', classes: '行政执法人员' },
  { name: '周海涛', identity: inventedIdentity(2), title: '中队长', classes: '行政执法人员' },
  {
    name: '高志远',
    identity: inventedIdentity(3),
    title: '局长',
    level: '县处级副',
    classes: '领导班子;处级领导干部',
  },
].map((line) => ({ ...line, unit: '综合行政执法局' }));

/** A new department and its roster: first a file with two faults, of which nothing is written, then the good one. */
export async function importRoster(walk: Walk, desk: Page): Promise<void> {
  await visit(desk, '/manage/units');
  await walk.inspect(desk);
  await desk.getByLabel('单位名称').fill('综合行政执法局');
  await press(desk, '建立');
  await says(desk.locator('.tree'), '综合行政执法局');

  const [first, ...others] = officers as [RosterLine, ...RosterLine[]];
  const faulty = [
    { ...first, identity: '440101199013010011' },
    { ...others[0], unit: '没有的局' },
  ];
  await upload(desk, faulty);
  await says(desk, '没有写入任何内容');
  await says(desk.getByRole('table'), '身份证号');
  await says(desk.getByRole('table'), '单位');
  await walk.inspect(desk);

  await upload(desk, officers);
  await says(desk, '新增 3 人');
  await walk.inspect(desk);
  await press(desk, '确认写入');
  await says(desk, '已写入：新增 3 人');
}

async function upload(desk: Page, lines: RosterLine[]): Promise<void> {
  await visit(desk, '/manage/people/import');
  await desk.getByLabel('名册文件').setInputFiles(await rosterFile(lines));
  await press(desk, '检查名册');
}

/** Issues the one-time code of a person, as the page shows it once. */
export async function issueCode(
  walk: Walk,
  desk: Page,
  name: string,
): Promise<{ code: string; login: string }> {
  await visit(desk, `/manage/people?q=${encodeURIComponent(name)}`);
  await walk.inspect(desk);
  await press(desk, name);
  await press(desk, '发一次性登录码');
  await besideTerm(desk, '登录码').waitFor();
  await walk.inspect(desk);
  const code = await besideTerm(desk, '登录码').innerText();
  return { code, login: await besideTerm(desk, '账号').innerText() };
}

/** Assigns the course to a named person and to a whole unit. */
export async function assignCourse(walk: Walk, desk: Page, course: string): Promise<void> {
  const dueOn = addDays(shanghaiDay(new Date().toISOString()), 14);
  await visit(desk, '/manage/assignments');
  await walk.inspect(desk);
  await fillAssignment(desk, { course, dueOn, reason: '新修订的行政处罚法施行' });
  await desk.getByRole('checkbox', { name: '陈思远' }).check();
  await press(desk, '指派');
  await says(desk, '已指派给 1 人');

  await choose(desk, '单位', '综合行政执法局');
  await press(desk, '列出人员和课程');
  await desk.waitForURL(/unit=/);
  await isAwake(desk);
  await fillAssignment(desk, { course, dueOn, reason: '全局补课' });
  await choose(desk, '指派给', '这个单位及下属单位的全体人员');
  await press(desk, '指派');
  await says(desk, '已指派给 3 人');
}

async function fillAssignment(
  desk: Page,
  { course, dueOn, reason }: { course: string; dueOn: string; reason: string },
): Promise<void> {
  await desk.getByRole('checkbox', { name: course }).check();
  await desk.getByLabel('截止日期').fill(dueOn);
  await desk.getByLabel('原因').fill(reason);
}

/** Makes the yearly exam from the blueprint, open since a minute ago, and publishes it. */
export async function publishExam(walk: Walk, desk: Page, title: string): Promise<void> {
  const clock = (ms: number) => shanghaiClock(toInstant(ms)).slice(0, 16).replace(' ', 'T');
  const now = Date.now();
  await visit(desk, '/manage/exams/new');
  await walk.inspect(desk);
  await desk.getByLabel('考试名称').fill(title);
  await desk.getByLabel('开始时间').fill(clock(now - 60_000));
  await desk.getByLabel('结束时间').fill(clock(now + 5 * 86_400_000));
  await press(desk, '保存草稿');
  await press(desk, '发布考试');
  await says(desk, '已发布，应考 9 人');
  await walk.inspect(desk);
  expect(await desk.getByRole('table').innerText()).toContain('陈思远');
}
