import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import { mobileColumns } from '#lib/server/people/rows.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { accountHolder, actOf, enter } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';
import { mobileNumber } from '../rosters/files.ts';

const to = '2026-12-31';

/** A bureau below a district with a leader who coordinates it too, and his clerk. */
async function bureau(world: World) {
  const top = await standingUnit(world, '云山区');
  const other = await standingUnit(world, '应急管理局', top);
  const zheng = await accountHolder(world, {
    ...{ name: '郑国平', login: 'zhengguoping', parentId: top },
    roles: ['learner', 'leader', 'coordinator'],
  });
  const { unitId } = zheng;
  const clerk = await accountHolder(world, { name: '何勇', login: 'heyong', unitId });
  const leader = await actOf(world, await enter(world, 'zhengguoping'));
  await access.delegate(leader, { personId: clerk.personId, unitId, to });
  return { top, other, unitId, zheng, clerk, above: world.signedIn({ roles: { coordinator: top } }) };
}

/** Role and last day of every grant that is no learner’s. */
async function grants({ db }: World) {
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'valid_to'])
    .where('role', '!=', 'learner')
    .orderBy('role')
    .execute();
  return rows.map((row) => [row.role, row.valid_to]);
}

async function ends({ db }: World) {
  const entries = await db
    .selectFrom('audit_entry')
    .select(['verb', 'details'])
    .where('verb', 'in', ['access.grantWithdrawn', 'access.delegationWithdrawn', 'access.accountClosed'])
    .orderBy('id')
    .execute();
  return entries.map(({ verb, details }) => [verb, (JSON.parse(details) as { last?: string }).last]);
}

onBothEngines('who leaves', (engine) => {
  it('for another unit has his roles over the old one, and what he delegated, until the day before', async () => {
    const world = await engine.world();
    const { other, zheng, above } = await bureau(world);
    await movement.movePost(above, {
      ...{ personId: zheng.personId, day: '2026-03-20', homeUnitId: other, reason: '交流任职' },
    });
    const last = '2026-03-19';
    expect(await grants(world)).toEqual([
      ['clerk', last],
      ['coordinator', last],
      ['leader', last],
    ]);
    expect(await ends(world)).toHaveLength(3);
    expect(await ends(world)).toContainEqual(['access.delegationWithdrawn', last]);
    expect(await ends(world)).toContainEqual(['access.grantWithdrawn', last]);
  });

  it('for a room of the same bureau keeps the roles that hold both', async () => {
    const world = await engine.world();
    const { unitId, zheng, above } = await bureau(world);
    const room = await standingUnit(world, '办公室', unitId);
    await movement.movePost(above, {
      ...{ personId: zheng.personId, day: '2026-03-20', homeUnitId: room, reason: '分工调整' },
    });
    expect(await grants(world)).toEqual([
      ['clerk', to],
      ['coordinator', null],
      ['leader', null],
    ]);
  });

  it('by a roster has his account closed on the day, his roles and delegations ended, and comes back by one', async () => {
    const world = await engine.world();
    const { zheng, above } = await bureau(world);
    const mobile = mobileNumber(1);
    const { personId } = zheng;
    await world.db
      .updateTable('person')
      .set(mobileColumns(world.db, mobile))
      .where('id', '=', personId)
      .execute();
    const roster = (status: string) => ({
      name: '名册.csv',
      bytes: Buffer.from(`姓名,手机号,单位,人员类别,状态\n郑国平,${mobile},郑国平的单位,科级,${status}`),
    });
    const imported = async (status: string, now: string) => {
      const act = { ...above, now };
      const report = await rosters.stageImport(act, roster(status));
      expect(report.issues).toEqual([]);
      await rosters.commitImport(act, report.batchId ?? '');
    };
    const account = () =>
      world.db
        .selectFrom('account')
        .select('state')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow();

    await imported('退休', world.now);
    expect(await people.postOn(world.db, personId, '2026-03-02')).toBeUndefined();
    expect(await account()).toEqual({ state: 'closed' });
    await expect(enter(world, 'zhengguoping')).rejects.toThrow();
    expect((await grants(world)).map(([, last]) => last)).toEqual(Array(3).fill('2026-03-01'));
    expect((await ends(world)).map(([verb]) => verb)).toContain('access.accountClosed');
    const change = await world.db.selectFrom('status_change').selectAll().executeTakeFirstOrThrow();
    expect(change).toMatchObject({ person_id: personId, status: 'retired', day: '2026-03-02' });

    await imported('', '2026-03-09T01:00:00.000Z');
    expect(await account()).toEqual({ state: 'active' });
    expect((await grants(world)).map(([, last]) => last)).toEqual(Array(3).fill('2026-03-01'));
  });

  it('his account to an administrator, who closes it, delegates no longer', async () => {
    const world = await engine.world();
    const { top, zheng } = await bureau(world);
    const security = world.signedIn({ roles: { securityAdministrator: top, systemAdministrator: top } });
    await access.closeAccount(security, { personId: zheng.personId, reason: '停职' });
    expect(await grants(world)).toEqual([
      ['clerk', '2026-03-01'],
      ['coordinator', null],
      ['leader', null],
    ]);
  });
});
