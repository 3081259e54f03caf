import { expect } from 'vitest';
import { demoHouse, PASSWORD, type DemoHouse } from '../support/demoHouse.ts';
import { journey, sharedSite, withChromium } from '../support/journey.ts';
import { besideTerm, press, says, signIn, visit } from '../support/steps.ts';

withChromium();

let house: DemoHouse;
/** Both only read. */
const site = sharedSite({
  prepare: async (settings) => {
    const head = { name: '高志远', login: 'gaozhiyuan', role: 'leader', unit: '综合行政执法局' } as const;
    house = await demoHouse(settings, [head]);
  },
});

journey(
  'A leader reads the rates of his departments and opens them down to names',
  async (walk) => {
    const leader = await walk.person();
    await signIn(leader, 'zhengguoping', PASSWORD);
    await visit(leader, '/insight');
    await says(leader, '实考 14 / 应考 20');
    const departments = leader.getByRole('table', { name: /各部门/ });
    for (const name of ['司法局', '综合行政执法局', '东门街道']) await says(departments, name);
    await says(leader, '考试窗口进度');
    await walk.inspect(leader);

    await press(leader, '领导班子');
    await says(leader, '应考 4');
    await walk.inspect(leader);

    await visit(leader, `/insight/units/${house.units['综合行政执法局']}`);
    await press(leader, '有待办的');
    await says(leader.getByRole('table'), '唐亦凡');
    await walk.inspect(leader);

    await visit(leader, '/insight/figures/participation');
    await says(leader, '计入 14');
    await press(leader, '未计入 6');
    await says(leader.getByRole('table'), '唐亦凡');
    expect(await besideTerm(leader, '公式').innerText()).toBe('实考 ÷ 应考');
    await walk.inspect(leader);

    await visit(leader, '/insight/figures/thematicStudy');
    await says(leader.getByRole('table'), '习近平法治思想专题');
    await walk.inspect(leader);
  },
  { minutes: 5, site },
);

journey(
  'The head of one department sees his own people and nothing of another',
  async (walk) => {
    const head = await walk.person();
    await signIn(head, 'gaozhiyuan', PASSWORD);
    const own = house.units['综合行政执法局'];
    await visit(head, '/insight');
    await says(head, '综合行政执法局 ·');
    await walk.inspect(head);
    await visit(head, `/insight/units/${own}`);
    await says(head.getByRole('table'), '陈思远');

    const other = house.units['东门街道'];
    for (const path of [`/insight/units/${other}`, `/insight/figures/participation?unit=${other}`]) {
      const answer = await head.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(await head.locator('body').innerText()).not.toContain('罗庆生');
      await walk.inspect(head);
    }
    for (const path of ['/manage', '/admin/grants']) {
      expect((await head.goto(path))?.status(), path).toBe(403);
    }
  },
  { minutes: 5, site },
);
