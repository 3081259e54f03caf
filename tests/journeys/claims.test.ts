import { expect } from 'vitest';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { rosterFile, XLSX } from '../support/rosterFile.ts';
import { press, says, signIn, visit } from '../support/steps.ts';

withChromium();

const title = '市里的执法专题班';

journey(
  'Own training is claimed with its proof, approved by a coordinator, and stands in the ledger',
  async (walk) => {
    const learner = await walk.person();
    await signIn(learner, 'chensiyuan', PASSWORD);
    await visit(learner, '/claims');
    await walk.inspect(learner);
    await learner.getByLabel('培训名称').fill(title);
    await learner.getByLabel('主办单位').fill('市司法局');
    await learner.getByLabel('日期').fill(addDays(shanghaiDay(new Date().toISOString()), -2));
    const minutes = learner.getByLabel('时长（分钟）');
    expect(await minutes.inputValue(), 'nobody states a length for the learner').toBe('');
    await learner.getByLabel('时长计法').selectOption('day');
    await minutes.fill('360');
    const proof = await rosterFile([{ name: '陈思远' }], '结业名单.xlsx');
    await learner.getByLabel('证明材料').setInputFiles({ ...proof, mimeType: XLSX });
    await press(learner, '申报');
    await says(learner, '已申报，请等待');
    await walk.inspect(learner);
    await visit(learner, '/');
    await says(learner, '待审核');

    const desk = await walk.person();
    await signIn(desk, 'heyong', PASSWORD);
    await visit(desk, '/manage/claims');
    await walk.inspect(desk);
    await press(desk, title);
    await says(desk, '结业名单.xlsx');
    await walk.inspect(desk);
    await press(desk, '通过，记入学时');
    await says(desk, '已通过，学时已记入本人的台账');

    await visit(learner, '/archive');
    await says(learner.getByRole('row', { name: new RegExp(title) }), '+8');
    await walk.inspect(learner);
    await press(learner, '打印学习单');
    await says(learner, '年度学习单');
    await walk.inspect(learner);

    for (const path of [
      'hour-rules',
      'events/series',
      'events/calendar',
      'events/calendar?period=3&view=grid',
    ]) {
      await visit(desk, `/manage/${path}`);
      await walk.inspect(desk);
    }
  },
  {
    prepare: async (settings) => void (await demoHouse(settings)),
  },
);
