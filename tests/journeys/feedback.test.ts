import { setTimeout as wait } from 'node:timers/promises';
import type { Route } from 'playwright';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { press, says, signIn, visit } from '../support/steps.ts';

withChromium();

journey(
  'What somebody writes at the foot of a page is counted, answered, and the answer is found at home; a slow page says so',
  async (walk) => {
    const learner = await walk.person();
    await signIn(learner, 'chensiyuan', PASSWORD);
    await visit(learner, '/exams');
    await press(learner, '写给管理员');
    await says(learner, '关于页面：考试');
    await says(learner, '还没有提过意见');
    await walk.inspect(learner);
    await learner.getByLabel('内容').fill('考试说明里的日期看不清');
    await press(learner, '提交');
    await says(learner, '已收到，谢谢');
    await walk.inspect(learner);

    const desk = await walk.person();
    await signIn(desk, 'heyong', PASSWORD);
    const bar = desk.getByRole('navigation', { name: '主要', exact: true });
    await bar.locator('summary', { hasText: '活动与意见' }).click();
    await bar.getByRole('link', { name: /^办理意见建议 1 ?项待办$/ }).click();
    await says(desk, '陈思远');
    await walk.inspect(desk);
    await press(desk, '考试说明里的日期看不清');
    await press(desk, '先受理，由我办理');
    await says(desk, '已由您办理');
    await desk.getByRole('textbox', { name: '答复' }).fill('已改成加粗的日期。');
    await press(desk, '答复本人');
    await says(desk, '已答复，本人看得到');
    await walk.inspect(desk);

    await visit(learner, '/');
    await says(learner, '有 1 条新答复');
    await walk.inspect(learner);
    await press(learner, '查看答复');
    await says(learner, '已改成加粗的日期。');
    await press(learner, '知道了');
    await learner.getByText('新答复', { exact: true }).waitFor({ state: 'detached' });
    await walk.inspect(learner);

    const slowly = async (route: Route) => {
      await wait(1500);
      await route.continue();
    };
    await learner.route('**/exams/__data.json*', slowly);
    await learner.getByRole('link', { name: '考试', exact: true }).first().click();
    await learner.getByText('正在打开').waitFor({ state: 'visible' });
    await learner.waitForURL(/exams$/);
    await learner.getByText('正在打开').waitFor({ state: 'detached' });
  },
  { prepare: async (settings) => void (await demoHouse(settings)) },
);
