import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as inspection from '#lib/server/inspection/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as units from '#lib/server/units/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('the first days of an installation', (engine) => {
  it('are told step by step to whoever has a hand in them, and to nobody else', async () => {
    const world = await engine.world();
    const { id: top } = await units.addUnit(world.console, { name: '云山区', parentId: null });
    const system = world.signedIn({ roles: { systemAdministrator: top } });
    const security = world.signedIn({ roles: { securityAdministrator: top } });
    const left = async (act: Act = system) =>
      (await inspection.readFirstSteps(act)).filter((one) => !one.isDone);
    const own = async (act: Act) => (await left(act)).filter((one) => one.isOwn).map((one) => one.href);
    expect(await left()).toHaveLength(8);
    expect(await own(system)).toEqual([
      '/manage/units/import',
      '/manage/people/import',
      '/manage/activation',
    ]);
    expect(await own(security)).toEqual(['/admin/grants']);
    const learner = world.signedIn({ roles: { learner: top } });
    await expect(inspection.readFirstSteps(learner)).rejects.toMatchObject({ code: 'forbidden' });

    const { id: unitId } = await units.addUnit(world.console, { name: '司法局', parentId: top });
    for (const name of ['林静', '何勇']) {
      const personId = await people.addPerson(world.console, { name, unitId });
      const asked = { personId, role: 'coordinator', unitId: top, to: null } as const;
      expect(await access.grant(security, asked)).toEqual({ isInvited: true });
    }
    expect((await left()).map((one) => one.title)).toEqual([
      '发登录码',
      '发布年度要求',
      '导入题目',
      '发布第一个课时',
      '安排学习',
    ]);
  });
});
