import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import { expect } from 'vitest';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { choose, press, says, signIn, visit } from '../support/steps.ts';

withChromium();

journey(
  'From the desk a coordinator lets somebody in, groups courses, names a list and assigns to it',
  async (walk) => {
    const desk = await walk.person();
    await signIn(desk, 'linjing', PASSWORD);
    await visit(desk, '/manage');
    await desk
      .getByRole('link', { name: /账号未启用 \d+ 人/ })
      .first()
      .click();
    const list = desk.getByRole('table', { name: '还没有跟上的人员、原因和办理' });
    await says(list, '还没有账号');
    await walk.inspect(desk);
    await list.getByRole('button', { name: '发一次性登录码' }).first().click();
    await desk.waitForURL(/manage\/people/);
    await says(desk, /登录码/);

    const bar = desk.getByRole('navigation', { name: '主要' });
    await says(bar, '人员变动');
    expect(await bar.getByRole('link', { name: '学习模块' }).count()).toBe(0);
    await bar.locator('summary', { hasText: '课程与题库' }).press('Enter');
    await bar.getByRole('link', { name: '学习模块' }).click();
    await desk.waitForURL(/manage\/modules/);
    await desk.getByLabel('模块名称').fill('执法程序');
    await desk.getByRole('checkbox', { name: /行政处罚法/ }).check();
    await press(desk, '保存模块');
    await says(desk, '学习模块已保存');
    await walk.inspect(desk);

    await visit(desk, '/manage/selections?class=enforcement');
    await desk.getByLabel('名单名称').fill('执法业务干部');
    await press(desk, '保存名单');
    await says(desk, '名单已保存');
    await walk.inspect(desk);
    await press(desk, '执法业务干部');
    await press(desk, '指派给这份名单');
    await choose(desk, '学习模块', '执法程序（1 门课程）');
    await desk.getByLabel('截止日期').fill(addDays(shanghaiDay(new Date().toISOString()), 10));
    await desk.getByLabel('原因').fill('案卷评查前补课');
    await press(desk, '指派');
    await says(desk, /已指派给 \d+ 人/);
  },
  { minutes: 3, prepare: async (settings) => void (await demoHouse(settings)) },
);
