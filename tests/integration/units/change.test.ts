import { expect, it } from 'vitest';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const day = '2026-03-01';
const before = '2026-02-28';

async function district(world: World) {
  const top = await standingUnit(world, '江滨区');
  const bureau = await standingUnit(world, '司法局', top);
  const office = await standingUnit(world, '普法科', bureau);
  const other = await standingUnit(world, '市监局', top);
  return { top, bureau, office, other };
}

async function namesOn(world: World, unitId: string, on: string): Promise<string[]> {
  return (await units.treeBelow(world.db, [unitId], on)).map((unit) => unit.path.join('/'));
}

onBothEngines('a unit', (engine) => {
  it('keeps the name of its days', async () => {
    const world = await engine.world();
    const { top, bureau } = await district(world);
    await units.renameUnit(world.console, { unitId: bureau, name: '司法和信访局', from: day });
    expect([await units.nameOn(world.db, bureau, before), await units.nameOn(world.db, bureau, day)]).toEqual(
      [...['司法局', '司法和信访局']],
    );
    expect(await namesOn(world, top, before)).toContain('江滨区/司法局/普法科');
    await expect(
      units.renameUnit(world.console, { unitId: bureau, name: '法制局', from: before }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { from: expect.stringContaining(before) } });
    await expect(
      units.renameUnit(world.console, { unitId: bureau, name: '法制局', from: '2025-12-31' }),
    ).rejects.toMatchObject({ fields: { from: expect.stringContaining('已结束年度') } });
  });

  it('goes below another with all below it from a day on, and the days before keep their tree', async () => {
    const world = await engine.world();
    const { top, bureau, office, other } = await district(world);
    const move = { unitId: bureau, parentId: other, day, reason: '机构改革' };
    await units.moveUnit(world.console, move);
    expect(await units.pathOf(world.db, office)).toEqual([office, bureau, other, top]);
    expect(await units.pathOf(world.db, office, before)).toEqual([office, bureau, top]);
    expect(await namesOn(world, top, before)).toContain('江滨区/司法局/普法科');
    expect(await namesOn(world, top, day)).toContain('江滨区/市监局/司法局/普法科');
    await expect(units.moveUnit(world.console, { ...move, parentId: office })).rejects.toMatchObject({
      fields: { parentId: expect.stringContaining('下级') },
    });
    await units.moveUnit(world.console, { ...move, parentId: top });
    expect(await units.pathOf(world.db, office, day)).toEqual([office, bureau, top]);
    expect(await units.pathOf(world.db, office, before)).toEqual([office, bureau, top]);
    await expect(
      units.moveUnit(world.console, { unitId: office, parentId: other, day: '2026-02-01', reason: '误' }),
    ).rejects.toMatchObject({ fields: { day: expect.any(String) } });
    const changed = await units.viewUnit(world.console, bureau);
    expect(changed.changes.map((one) => [one.kind, one.before, one.after])).toEqual([
      ...[
        ['move', '市监局', '江滨区'],
        ['move', '江滨区', '市监局'],
      ],
    ]);
  });

  it('is moved by nobody who does not hold both places', async () => {
    const world = await engine.world();
    const { bureau, office, other } = await district(world);
    const act = world.signedIn({ roles: { coordinator: bureau } });
    const move = { unitId: office, parentId: other, day, reason: '划转' };
    await expect(units.moveUnit(act, move)).rejects.toMatchObject({ code: 'notFound' });
    const beside = world.signedIn({ roles: { coordinator: other } });
    await expect(units.moveUnit(beside, move)).rejects.toMatchObject({ code: 'notFound' });
    const leader = world.signedIn({ roles: { leader: bureau } });
    await expect(units.closeUnit(leader, { unitId: office, day, reason: '撤' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('closes when nobody is left, is reached afterwards by who was above it, and opens again with a reason', async () => {
    const world = await engine.world();
    const { top, bureau, office } = await district(world);
    const { personId } = await officer(world, { name: '王敏', unitId: office });
    const act = world.signedIn({ roles: { coordinator: top } });
    const closing = { unitId: office, day, reason: '撤销内设机构' };
    expect((await units.viewUnit(act, office)).hanging).toMatchObject({ people: 1, below: 0 });
    await expect(units.closeUnit(act, closing)).rejects.toThrow(/还有 1 人/);
    await expect(units.closeUnit(act, { ...closing, unitId: bureau })).rejects.toThrow(/还有 1 个单位/);
    await movement.movePost(act, { personId, day: before, homeUnitId: bureau, reason: '划转' });
    await units.closeUnit(act, closing);
    expect(await namesOn(world, top, day)).not.toContain('江滨区/司法局/普法科');
    expect(await namesOn(world, top, before)).toContain('江滨区/司法局/普法科');
    const { changes, to } = await units.viewUnit(act, office);
    expect([to, changes.map((one) => one.kind)]).toEqual([before, ['close']]);
    await units.reopenUnit(act, { changeId: changes[0]?.id ?? '', reason: '文件撤回' });
    expect(await namesOn(world, top, day)).toContain('江滨区/司法局/普法科');
    await expect(
      units.reopenUnit(act, { changeId: changes[0]?.id ?? '', reason: '再来' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('goes into another with its people, their secondary posts and the units below it', async () => {
    const world = await engine.world();
    const { top, bureau, office, other } = await district(world);
    const { personId } = await officer(world, { name: '王敏', unitId: bureau });
    const { personId: second } = await officer(world, { name: '李强', unitId: office });
    const act = world.signedIn({ roles: { coordinator: top } });
    await people.addSecondaryPost(act, {
      ...{
        personId: second,
        unitId: bureau,
        title: '法制员',
        classes: ['review'],
        from: before,
        reason: '兼任',
      },
    });
    const merge = { unitId: bureau, intoId: other, day, reason: '机构合并' };
    await expect(people.mergeUnits(act, { ...merge, intoId: office })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await people.mergeUnits(act, merge)).toEqual({ people: 2 });
    expect(await people.postOn(world.db, personId, before)).toMatchObject({ homeUnitId: bureau });
    expect(await people.postOn(world.db, personId, day)).toMatchObject({ homeUnitId: other });
    expect(await people.classesOn(world.db, second, day)).toEqual(['review']);
    expect(await units.pathOf(world.db, office)).toEqual([office, other, top]);
    expect(await namesOn(world, top, day)).toEqual(['江滨区', '江滨区/市监局', '江滨区/市监局/普法科']);
    expect((await units.viewUnit(act, bureau)).changes[0]).toMatchObject({ kind: 'merge', after: '市监局' });
  });

  it('bears a trade from a day on, which those below inherit', async () => {
    const world = await engine.world();
    const { bureau, office } = await district(world);
    await units.setTrade(world.console, { unitId: bureau, trade: 'justice', day });
    expect((await units.viewUnit(world.console, office)).trade).toEqual({
      code: 'justice',
      isInherited: true,
    });
    await units.setTrade(world.console, { unitId: bureau, trade: null, day: '2026-03-02' });
    expect((await units.viewUnit(world.console, bureau)).trades).toEqual([
      { code: 'justice', from: day, to: day },
    ]);
    expect((await units.viewUnit(world.console, office)).trade).toBeNull();
  });
});
