import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { accountHolder, actOf, enter } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

async function office(world: World) {
  const root = await standingUnit(world, '云山区');
  const zheng = await accountHolder(world, {
    ...{ name: '郑国平', login: 'zhengguoping', parentId: root },
    roles: ['learner', 'leader'],
  });
  const he = await accountHolder(world, { name: '何勇', login: 'heyong', unitId: zheng.unitId });
  const beside = await accountHolder(world, { name: '赵强', login: 'zhaoqiang' });
  const leader = await actOf(world, await enter(world, 'zhengguoping'));
  const clerk = async (then = world) => actOf(then, await enter(then, 'heyong'));
  return { root, zheng, he, beside, leader, clerk, unitId: zheng.unitId };
}

const to = '2026-12-31';

onBothEngines('a delegation', (engine) => {
  it('lets the clerk read and write the report, on its days, and never sign it', async () => {
    const world = await engine.world();
    const { he, leader, clerk, unitId } = await office(world);
    const asked = { unitId, planYear: 2026 };
    await expect(reports.readReport(await clerk(), asked)).rejects.toMatchObject({ code: 'notFound' });
    await access.delegate(leader, { personId: he.personId, unitId, to });
    const act = await clerk();
    const { sections, may } = await reports.readReport(act, asked);
    expect(may).toEqual({ seal: false, sign: false });
    const section = sections[0]?.key ?? '';
    await reports.addSentence(act, { ...asked, section, text: '全年坚持领导带头学法。' });
    const confirmation = '封存2026年度';
    for (const refused of [
      () => reports.signReport(act, { ...asked, confirmation }),
      () => reports.sealDraft(act, asked),
      () => reports.trueUpReport(act, { ...asked, reason: '补登' }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await reports.readReport(leader, asked)).may.sign).toBe(true);
    const day = { from: '2026-03-02', to, clerkName: '何勇', leaderName: '郑国平' };
    expect(await access.listDelegations(leader)).toMatchObject([{ ...day, isMine: true }]);
    expect(await access.listDelegations(act)).toMatchObject([{ ...day, isMine: false }]);
    const after = world.at('2026-12-31T16:00:00.000Z').act(act.actor);
    await expect(reports.readReport(after, asked)).rejects.toMatchObject({ code: 'notFound' });
    const logged = await world.db
      .selectFrom('audit_entry')
      .select('details')
      .where('verb', '=', 'access.delegated')
      .execute();
    expect(logged.map((one) => JSON.parse(one.details))).toMatchObject([{ to }]);
  });

  it('ends when its leader takes it back, and with his own grant; nobody else takes it back', async () => {
    const world = await engine.world();
    const { root, zheng, he, leader, clerk, unitId } = await office(world);
    const give = () => access.delegate(leader, { personId: he.personId, unitId, to });
    await give();
    const security = world.signedIn({ roles: { securityAdministrator: root } });
    const [first] = await access.listDelegations(leader);
    const id = first?.id ?? '';
    await expect(access.withdrawDelegation(await clerk(), id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(access.withdrawDelegation(security, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(access.withdrawGrant(security, id)).rejects.toThrow('领导本人');
    await expect(access.withdrawDelegation(leader, 'none')).rejects.toMatchObject({ code: 'notFound' });
    const asked = { unitId, planYear: 2026 };
    await access.withdrawDelegation(leader, id);
    await expect(reports.readReport(await clerk(), asked)).rejects.toMatchObject({ code: 'notFound' });
    await give();
    expect((await reports.readReport(await clerk(), asked)).unitId).toBe(unitId);
    const { id: own } = await world.db
      .selectFrom('role_grant')
      .select('id')
      .where('account_id', '=', zheng.accountId)
      .where('role', '=', 'leader')
      .executeTakeFirstOrThrow();
    await access.withdrawGrant(security, own);
    await expect(reports.readReport(await clerk(), asked)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is given by the leader over his own unit to his own people, with an end, and by nobody else', async () => {
    const world = await engine.world();
    const { root, he, beside, zheng, leader, unitId } = await office(world);
    const asked = { personId: he.personId, unitId, to };
    const coordinator = world.signedIn({ roles: { coordinator: root } });
    await expect(access.delegate(coordinator, asked)).rejects.toMatchObject({ code: 'forbidden' });
    const missing = { code: 'notFound' };
    await expect(access.delegate(leader, { ...asked, unitId: root })).rejects.toMatchObject(missing);
    await expect(access.delegate(leader, { ...asked, personId: beside.personId })).rejects.toMatchObject(
      missing,
    );
    await expect(access.delegate(leader, { ...asked, personId: zheng.personId })).rejects.toThrow('自己');
    await expect(access.delegate(leader, { ...asked, to: '2026-03-01' })).rejects.toThrow('今天');
    await expect(access.delegate(leader, { ...asked, to: '2028-01-01' })).rejects.toThrow('一年');
    await access.delegate(leader, asked);
    await expect(access.delegate(leader, asked)).rejects.toThrow('已受委托');
    const grant = access.grant(world.console, { ...asked, role: 'clerk' });
    await expect(grant).rejects.toThrow('领导本人');
  });
});
