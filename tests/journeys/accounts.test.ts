import type { Page } from 'playwright';
import { expect } from 'vitest';
import { accountHolder, PASSWORD, totpOf, type Holder } from '../support/accounts.ts';
import { within } from '../support/examHouse.ts';
import type { Settings } from '../support/engines.ts';
import { journey, withChromium } from '../support/journey.ts';
import { officer } from '../support/people.ts';
import { openOidcPortal } from '../support/portals.ts';

withChromium();

/** A coordinator, an administrator and a learner of one bureau, and one who has no account yet. */
async function bureau(settings: Settings): Promise<{ learner: Holder }> {
  return within(settings, async (world) => {
    const learner = await accountHolder(world, { name: '李明', login: 'liming', mobile: '13800001234' });
    const { unitId } = learner;
    await accountHolder(world, {
      ...{ name: '王芳', login: 'wangfang', unitId, roles: ['learner', 'coordinator'] },
    });
    await accountHolder(world, {
      ...{ name: '赵强', login: 'zhaoqiang', unitId, roles: ['learner', 'securityAdministrator'] },
    });
    await officer(world, { name: '周敏', unitId });
    return { learner };
  });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('账号或手机号').fill(login);
  await page.getByLabel('密码').fill(password);
  await press(page, '登录');
}

async function setPassword(page: Page, code: string, password: string): Promise<void> {
  await page.goto('/activate');
  await page.getByLabel('登录码').fill(code);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一次').fill(password);
  await press(page, '设好密码');
  await page.getByText('密码已经设好').waitFor();
}

journey(
  'Whoever locked himself out is in again by a code, and who is new comes in by a slip',
  async (walk) => {
    const { learner } = await bureau(walk.settings);
    const page = await walk.person();
    await page.goto('/sign-in');
    for (let tried = 0; tried < 5; tried += 1) {
      await signIn(page, '13800001234', 'not the password');
      await page.getByRole('alert').first().waitFor();
      await page.waitForLoadState('networkidle');
    }
    await page.getByText('输错次数过多').waitFor();
    await walk.inspect(page);
    const coordinator = await walk.person();
    await signIn(coordinator, 'wangfang');
    await coordinator.waitForURL('/');
    await coordinator.goto(`/manage/people/${learner.personId}`);
    await press(coordinator, '发一次性登录码');
    const code = (await coordinator.locator('dd.code').textContent()) ?? '';
    await setPassword(page, code, `${PASSWORD}2`);
    await signIn(page, 'liming', `${PASSWORD}2`);
    await page.waitForURL('/');
    await page.goto('/security');
    await page.getByText('没有成功').first().waitFor();
    await walk.inspect(page);
    await coordinator.goto('/manage/activation');
    await walk.inspect(coordinator);
    await press(coordinator, '发登录码并排版打印');
    const slip = (await coordinator.locator('dd.code').first().textContent()) ?? '';
    await walk.inspect(coordinator);
    const newcomer = await walk.person();
    await setPassword(newcomer, slip, PASSWORD);
    await signIn(newcomer, await newcomer.getByLabel('账号或手机号').inputValue());
    await newcomer.waitForURL('/');
  },
);

journey(
  'Where the policy asks a second factor, a coordinator has his powers once he has set it up',
  async (walk) => {
    const { learner } = await bureau(walk.settings);
    const administrator = await walk.person();
    await signIn(administrator, 'zhaoqiang');
    await administrator.waitForURL('/');
    await administrator.goto('/admin/accounts?q=李明');
    await walk.inspect(administrator);
    await administrator.getByRole('link', { name: '李明', exact: true }).click();
    await administrator.waitForURL(`/admin/accounts/${learner.personId}`);
    await walk.inspect(administrator);
    await administrator.getByLabel('原因').fill('本人来电，电脑遗失');
    await press(administrator, '让他退出所有登录');
    await administrator.getByText('所有登录都已退出').waitFor();
    await administrator.goto('/admin/sessions');
    await walk.inspect(administrator);
    await administrator.goto('/admin/policies');
    await walk.inspect(administrator);
    await administrator.getByLabel('谁必须启用').selectOption('staff');
    await press(administrator, '保存策略');
    await administrator
      .getByText(/已保存|必须启用/)
      .first()
      .waitFor();
    const page = await walk.person();
    await signIn(page, 'wangfang');
    await page.waitForURL('/');
    await page.goto('/manage/people');
    expect(new URL(page.url()).pathname).toBe('/security');
    await page.getByText('您的角色必须启用两步验证').waitFor();
    await page.getByRole('link', { name: '启用两步验证' }).click();
    await page.waitForURL('/security/second-factor');
    await page.getByLabel('当前密码').fill(PASSWORD);
    await press(page, '下一步');
    const typed = (await page.locator('.secret').textContent()) ?? '';
    await walk.inspect(page);
    await page.getByLabel('手机上显示的 6 位数字').fill(totpOf(typed.replace(/\s/g, ''), Date.now()));
    await press(page, '启用');
    await page.locator('.notice li').first().waitFor();
    const codes = await page.locator('.notice li').allTextContents();
    expect(codes).toHaveLength(10);
    await walk.inspect(page);
    await page.goto('/manage/people');
    expect(new URL(page.url()).pathname).toBe('/manage/people');
    const other = await walk.person();
    await signIn(other, 'wangfang');
    await other.waitForURL(/\/sign-in\/second/);
    await walk.inspect(other);
    await other.getByLabel('验证码').fill('000000');
    await press(other, '验证并登录');
    await other.getByText('验证码不正确').first().waitFor();
    await other.getByLabel('验证码').fill(codes[0] ?? '');
    await press(other, '验证并登录');
    await other.waitForURL('/');
    await other.goto('/manage/people');
    expect(new URL(other.url()).pathname).toBe('/manage/people');
  },
);

journey('A portal signs people in, and its outage leaves the local way and who is in', async (walk) => {
  await bureau(walk.settings);
  const administrator = await walk.person();
  await signIn(administrator, 'zhaoqiang');
  await administrator.waitForURL('/');
  await administrator.goto('/admin/portals');
  const field = (label: string) => administrator.getByLabel(label);
  await field('门户名称').fill('政务通');
  await field('应用编号').fill('xuefa');
  await field('签发者地址').fill('https://portal.example.gov.cn');
  await press(administrator, '保存');
  const callback = (await administrator.locator('.callback').textContent()) ?? '';
  const portal = await openOidcPortal([callback], { sub: '7001', name: '李明', phone_number: '13800001234' });
  try {
    await administrator.getByRole('link', { name: '政务通' }).click();
    await administrator.getByText('修改政务通').waitFor();
    await walk.inspect(administrator);
    await field('签发者地址').fill(portal.origin);
    await field('应用密钥').fill(portal.secret);
    await press(administrator, '保存');
    await administrator.getByText('已保存。').waitFor();
    const page = await walk.person();
    await page.goto('/exams');
    await walk.inspect(page);
    await page.getByRole('link', { name: '政务通' }).click();
    await page.waitForURL('/exams');
    await portal.stop();
    const late = await walk.person();
    await late.goto('/sign-in');
    await late.getByRole('link', { name: '政务通' }).click();
    await late.getByText('正在进行的考试不受影响').first().waitFor();
    await walk.inspect(late);
    await signIn(late, 'liming');
    await late.waitForURL('/');
    await page.goto('/security');
    await page.getByText('统一门户', { exact: true }).waitFor();
    await walk.inspect(page);
  } finally {
    await portal.stop();
  }
});
