import { expect, it } from 'vitest';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';

async function district({ console: act }: World) {
  const { id: top } = await units.addUnit(act, { name: '江滨区', parentId: null });
  const { id: bureau } = await units.addUnit(act, { name: '司法局', parentId: top });
  const { id: office } = await units.addUnit(act, { name: '普法科', parentId: bureau });
  const { id: other } = await units.addUnit(act, { name: '市监局', parentId: top });
  return { top, bureau, office, other };
}

onBothEngines('units', (engine) => {
  it('know the way up and everything below', async () => {
    const world = await engine.world();
    const { top, bureau, office, other } = await district(world);
    expect(await units.pathOf(world.db, office)).toEqual([office, bureau, top]);
    const below = await units.treeBelow(world.db, [bureau], '2026-03-02');
    expect(below.map(({ id }) => id)).toEqual([bureau, office]);
    expect(await units.treeBelow(world.db, [top], '2026-03-01')).toEqual([]);
    expect(await units.pathOf(world.db, other, '2026-03-02')).toEqual([other, top]);
  });

  it('are added by a coordinator within his own branch, and hidden from him outside it', async () => {
    const world = await engine.world();
    const { bureau, other } = await district(world);
    const coordinator = world.signedIn({ roles: { coordinator: bureau } });
    await units.addUnit(coordinator, { name: '社区矫正科', parentId: bureau });
    const seen = await units.listUnits(coordinator);
    expect(seen.map((unit) => unit.path.join('/'))).toEqual(['司法局', '司法局/普法科', '司法局/社区矫正科']);
    await expect(units.addUnit(coordinator, { name: '科室', parentId: other })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(units.addUnit(coordinator, { name: '新区', parentId: null })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(units.renameUnit(coordinator, { unitId: other, name: '别的' })).rejects.toMatchObject({
      code: 'notFound',
    });
    const leader = world.signedIn({ roles: { leader: bureau } });
    await expect(units.addUnit(leader, { name: '科室', parentId: bureau })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('bear a name that no sibling bears, and change it with a trace', async () => {
    const world = await engine.world();
    const { top, bureau } = await district(world);
    await expect(units.addUnit(world.console, { name: '司法局', parentId: top })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(units.addUnit(world.console, { name: 'a/b', parentId: top })).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: expect.stringContaining('不能含有') },
    });
    await expect(units.renameUnit(world.console, { unitId: bureau, name: '市监局' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await units.renameUnit(world.console, { unitId: bureau, name: ' 司法和信访局 ' });
    expect(await units.find(world.db, bureau)).toMatchObject({ name: '司法和信访局' });
    const entries = await world.db.selectFrom('audit_entry').select(['verb', 'subject_id']).execute();
    expect(entries.filter((entry) => entry.subject_id === bureau).map((entry) => entry.verb)).toEqual([
      'units.added',
      'units.renamed',
    ]);
  });
});
