import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as inspection from '#lib/server/inspection/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as units from '#lib/server/units/index.ts';
import { accountHolder } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';

async function office(world: World) {
  const top = await units.addUnit(world.console, { name: '云山区', parentId: null });
  const unitId = typeof top === 'string' ? top : top.id;
  for (const role of ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const)
    await accountHolder(world, { name: role, login: role, roles: [role], unitId });
  const system = world.signedIn({ roles: { systemAdministrator: unitId } });
  const security = world.signedIn({ roles: { securityAdministrator: unitId } });
  return { unitId, system, security };
}

onBothEngines('the first days of an installation', (engine) => {
  it('are told step by step to whoever has a hand in them, and to nobody else', async () => {
    const world = await engine.world();
    const { unitId, system, security } = await office(world);
    const read = async (act = system) => (await inspection.readFirstSteps(act)).filter((one) => !one.isDone);
    expect((await read()).map((one) => one.title)).toHaveLength(8);
    expect((await read()).filter((one) => one.isOwn).map((one) => one.href)).toEqual([
      '/manage/units/import',
      '/manage/people/import',
      '/manage/activation',
    ]);
    expect((await read(security)).filter((one) => one.isOwn).map((one) => one.href)).toEqual([
      '/admin/grants',
    ]);
    await expect(
      inspection.readFirstSteps(world.signedIn({ roles: { learner: unitId } })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    const office2 = await units.addUnit(world.console, { name: '司法局', parentId: unitId });
    const officeId = typeof office2 === 'string' ? office2 : office2.id;
    const ids = [];
    for (const name of ['林静', '何勇'])
      ids.push(await people.addPerson(world.console, { name, unitId: officeId }));
    expect((await read())[0]?.title).toBe('授权培训管理员');
    for (const personId of ids) {
      const asked = { personId, role: 'coordinator', unitId, to: null } as const;
      expect(await access.grant(security, asked)).toEqual({ isInvited: true });
    }
    expect((await read()).map((one) => one.title)).toEqual([
      '发登录码',
      '发布年度要求',
      '导入题目',
      '发布第一个课时',
      '安排学习',
    ]);
  });
});
