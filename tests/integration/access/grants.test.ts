import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { administratorRoles } from '#lib/domain/access/roles.ts';
import { accountHolder } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

async function district(world: World) {
  const root = await standingUnit(world, '云山区');
  const li = await accountHolder(world, { name: '李明', login: 'liming', parentId: root });
  const security = world.signedIn({ roles: { securityAdministrator: root } });
  return { root, li, security };
}

const held = (world: World, accountId: string) =>
  world.db
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .where('role', '!=', 'learner')
    .execute();

onBothEngines('a grant', (engine) => {
  it('to somebody without an account makes one, which a code opens; it is found by name, pinyin, account and unit', async () => {
    const world = await engine.world();
    const { root, security } = await district(world);
    const { personId, unitId } = await officer(world, { name: '林静', parentId: root });
    const asked = { personId, role: 'coordinator', unitId, to: null } as const;
    expect(await access.grant(security, asked)).toEqual({ isInvited: true });
    const found = async (q: string, page = 1) => {
      const { grants, total } = await access.listGrants(security, { q, page, pageSize: 1 });
      return [total, ...grants.map((one) => one.name)];
    };
    for (const q of ['', '林', 'ceshi', 'cs', '静的单位']) expect(await found(q)).toEqual([1, '林静']);
    expect(await found('', 2)).toEqual([1]);
    expect(await found('何勇')).toEqual([0]);
    expect(await access.issueCode(world.console, personId)).toMatchObject({ code: expect.any(String) });
  });

  it('is a role over a unit and what lies below, from a day to a day', async () => {
    const world = await engine.world();
    const { root, li, security } = await district(world);
    const asked = { personId: li.personId, role: 'leader', unitId: root } as const;
    await access.grant(security, { ...asked, from: '2026-04-01', to: '2026-12-31' });
    expect(await held(world, li.accountId)).toEqual([
      { role: 'leader', unit_id: root, valid_from: '2026-04-01', valid_to: '2026-12-31' },
    ]);
    const refused = (days: { from?: string; to: string | null }) =>
      expect(access.grant(security, { ...asked, ...days })).rejects.toMatchObject({ code: 'conflict' });
    await refused({ from: '2026-03-01', to: null });
    await refused({ from: '2027-02-01', to: '2027-01-01' });
    await refused({ from: '2026-12-31', to: null });
    await access.grant(security, { ...asked, from: '2027-01-01', to: null });
  });

  it('holds no two of the three administrators in one account, whatever the units, on any day', async () => {
    const world = await engine.world();
    const { root, li, security } = await district(world);
    const asked = { personId: li.personId, unitId: li.unitId, to: null };
    await access.grant(security, { ...asked, role: 'systemAdministrator', to: '2026-06-30' });
    for (const act of [security, world.console]) {
      for (const role of administratorRoles.slice(1)) {
        const both = access.grant(act, { ...asked, unitId: root, role });
        await expect(both).rejects.toThrow('三员分立');
        const later = access.grant(act, { ...asked, role, from: '2026-06-30' });
        await expect(later).rejects.toThrow('三员分立');
      }
    }
    await access.grant(security, { ...asked, role: 'auditAdministrator', from: '2026-07-01' });
    expect((await held(world, li.accountId)).map((one) => one.role).sort()).toEqual([
      'auditAdministrator',
      'systemAdministrator',
    ]);
  });

  it('two of them given at the same moment are one', async () => {
    const world = await engine.world();
    const { root, li, security } = await district(world);
    const given = await Promise.allSettled(
      administratorRoles.map((role) =>
        access.grant(security, { personId: li.personId, unitId: root, role, to: null }),
      ),
    );
    expect(given.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await held(world, li.accountId)).toHaveLength(1);
  });

  it('is given within one’s own reach, never to oneself, and nobody takes his own away', async () => {
    const world = await engine.world();
    const { root, li } = await district(world);
    const beside = await accountHolder(world, { name: '赵强', login: 'zhaoqiang' });
    const own = world.signedIn({ personId: li.personId, roles: { securityAdministrator: li.unitId } });
    const ask = (asked: { personId: string; unitId: string }) =>
      access.grant(own, { ...asked, role: 'coordinator', to: null });
    const missing = { code: 'notFound' };
    await expect(ask({ personId: beside.personId, unitId: li.unitId })).rejects.toMatchObject(missing);
    await expect(ask({ personId: li.personId, unitId: root })).rejects.toMatchObject(missing);
    await expect(ask(li)).rejects.toThrow('自己');
    await access.grant(world.console, { ...li, role: 'coordinator', to: null });
    const { id } = await world.db
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'coordinator')
      .executeTakeFirstOrThrow();
    await expect(access.withdrawGrant(own, id)).rejects.toThrow('自己');
    await expect(access.withdrawGrant(own, 'none')).rejects.toMatchObject(missing);
  });
});

onBothEngines('a one-time code', (engine) => {
  it('for an administrator comes from who resets him alone, and never from below a person’s powers', async () => {
    const world = await engine.world();
    const { root, li, security } = await district(world);
    const { personId: wang } = await officer(world, { name: '王芳', unitId: li.unitId });
    const section = world.signedIn({ roles: { coordinator: li.unitId } });
    await access.issueCode(section, wang);
    await access.grant(security, { personId: li.personId, role: 'leader', unitId: root, to: null });
    const beyond = { code: 'forbidden' };
    await expect(access.issueCode(section, li.personId)).rejects.toMatchObject(beyond);
    await expect(access.issueSlips(section, [wang, li.personId])).rejects.toMatchObject(beyond);
    const coordinator = world.signedIn({ roles: { coordinator: root } });
    await access.issueCode(coordinator, li.personId);
    await access.grant(security, {
      ...{ personId: li.personId, role: 'securityAdministrator', unitId: li.unitId },
      ...{ from: '2027-01-01', to: null },
    });
    const system = world.signedIn({ roles: { systemAdministrator: root } });
    for (const act of [coordinator, system]) {
      await expect(access.issueCode(act, li.personId)).rejects.toMatchObject(beyond);
    }
    await access.issueCode(security, li.personId);
  });
});
