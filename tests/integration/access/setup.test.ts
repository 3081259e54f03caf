import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as people from '#lib/server/people/index.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';

const names = { systemAdministrator: '孟蕾', securityAdministrator: '曹颖', auditAdministrator: '蒋一帆' };
const setUp = (world: World, code: string) =>
  people.setUp(world.visitor, { code, unitName: '云山区', names });

onBothEngines('an empty installation', (engine) => {
  it('is set up once by the code of the console: a unit and three administrators, each with a code', async () => {
    const world = await engine.world();
    expect(await access.awaitsSetup(world.db)).toBe(true);
    await expect(access.issueSetupCode(world.visitor)).rejects.toMatchObject({ code: 'unauthenticated' });
    const { code } = await access.issueSetupCode(world.console);
    const appointed = await setUp(world, code.toLowerCase());
    expect(appointed.map((one) => [one.role, one.name])).toEqual(Object.entries(names));
    expect(await access.missingAdministrators(world.console)).toEqual([]);
    const held = await world.db
      .selectFrom('role_grant')
      .innerJoin('unit', 'unit.id', 'unit_id')
      .select(['account_id', 'role', 'unit.name'])
      .where('role', '!=', 'learner')
      .execute();
    expect(held.map((one) => [one.role, one.name]).sort()).toEqual(
      Object.keys(names)
        .map((role) => [role, '云山区'])
        .sort(),
    );
    expect(new Set(held.map((one) => one.account_id)).size).toBe(3);
    const [first] = appointed;
    const use = (password: string) =>
      access.useCode(world.visitor, { code: first?.code ?? '', login: '', password, again: password });
    await expect(use('Short-2026')).rejects.toMatchObject({
      fields: { password: expect.stringContaining('12') },
    });
    await use(PASSWORD);
    await expect(setUp(world, code)).rejects.toMatchObject({ code: 'conflict' });
    await expect(access.issueSetupCode(world.console)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes no code that is wrong, void or too old, notes the attempt, and keeps nothing of it', async () => {
    const world = await engine.world();
    const { code: void_ } = await access.issueSetupCode(world.console);
    const { code, expiresAt } = await access.issueSetupCode(world.console);
    for (const [then, wrong] of [
      [world, void_],
      [world, 'XXXX-XXXX-XXXX'],
      [world.at(addSeconds(expiresAt, 1)), code],
    ] as const) {
      await expect(setUp(then, wrong)).rejects.toMatchObject({ code: 'invalid' });
    }
    const faulty = people.setUp(world.visitor, {
      ...{ code, unitName: '云山区' },
      names: { ...names, auditAdministrator: '' },
    });
    await expect(faulty).rejects.toMatchObject({ code: 'invalid' });
    for (const table of ['unit', 'person', 'account', 'role_grant'] as const) {
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    const refusals = await world.db
      .selectFrom('audit_entry')
      .select('id')
      .where('verb', '=', 'installation.setUpRefused')
      .execute();
    expect(refusals).toHaveLength(4);
    expect(await setUp(world.at(addSeconds(monday, 60)), code)).toHaveLength(3);
  });

  it('lets two who hold the code found one installation', async () => {
    const world = await engine.world();
    const { code } = await access.issueSetupCode(world.console);
    const both = await Promise.allSettled([setUp(world, code), setUp(world, code)]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await world.db.selectFrom('unit').selectAll().execute()).toHaveLength(1);
  });
});
