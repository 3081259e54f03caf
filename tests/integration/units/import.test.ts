import { expect, it } from 'vitest';
import * as units from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { World } from '../../support/world.ts';
import { district } from '../rosters/files.ts';

const tree = (...rows: string[][]) => ({
  name: '单位.csv',
  bytes: Buffer.from([['上级单位', '单位名称', '排序'], ...rows].map((row) => row.join(',')).join('\n')),
});

async function brought(world: World, act: Act, file: { name: string; bytes: Uint8Array }) {
  const id = await units.openTree(act, file);
  await units.runImports(world.system);
  const { state, counts, report } = await units.viewTreeImport(act, id);
  if (state !== 'staged') return { id, state, counts, report, issues: report?.issues ?? [] };
  await units.confirmTree(act, id);
  await units.runImports(world.system);
  return { id, state: (await units.viewTreeImport(act, id)).state, counts, report, issues: [] };
}

const file = tree(
  ['区政府/信访局', '接访科', ''],
  ['江滨区', '区政府', '3'],
  ['区政府', '信访局', ''],
  ['司法局', '复议科', '2'],
  ['司法局', '普法科', '9'],
);

onBothEngines('a tree of units from a file', (engine) => {
  it('is built with units above in any order, keeps what was there, and can be repeated', async () => {
    const world = await engine.world();
    const { district: act, top } = await district(world);
    const first = await brought(world, act, file);
    expect(first).toMatchObject({ state: 'done', counts: { added: 4, changed: 1, unchanged: 0 } });
    const paths = (await units.listUnits(world.console)).map((unit) => unit.path.join('/'));
    expect(paths).toEqual([
      '江滨区',
      '江滨区/司法局',
      '江滨区/司法局/复议科',
      '江滨区/司法局/普法科',
      '江滨区/市监局',
      '江滨区/区政府',
      '江滨区/区政府/信访局',
      '江滨区/区政府/信访局/接访科',
    ]);
    const lowest = (await units.listUnits(world.console)).find((unit) => unit.name === '接访科');
    expect(await units.pathOf(world.db, lowest?.id ?? '', '2026-03-02')).toHaveLength(4);
    expect(await units.treeBelow(world.db, [top], '2026-03-01')).toEqual([]);
    expect(await brought(world, act, file)).toMatchObject({
      counts: { added: 0, changed: 0, unchanged: 5 },
      report: { toWrite: 0 },
    });
    expect(await units.listUnits(world.console)).toHaveLength(8);
    const entries = await world.db
      .selectFrom('audit_entry')
      .select('verb')
      .where('verb', '=', 'units.imported')
      .execute();
    expect(entries).toHaveLength(2);
  });

  it('names what cannot be placed, and builds nothing then', async () => {
    const world = await engine.world();
    const { ofBureau } = await district(world);
    const { state, issues } = await brought(
      world,
      ofBureau,
      tree(['市监局', '执法队', ''], ['司法局', '甲/乙', ''], ['', '新区', ''], ['司法局', '普法科', '第一']),
    );
    expect(state).toBe('faulty');
    expect(issues.map((one) => [one.row, one.column, one.problem])).toEqual([
      [2, '上级单位', '找不到上级单位“市监局”。'],
      [3, '单位名称', '单位名称中不能含有 / 或 >，它们用来分隔上下级。'],
      [4, '上级单位', '没有填写上级单位。'],
      [5, '排序', '“第一”不是序号。'],
    ]);
    expect(await units.listUnits(world.console)).toHaveLength(4);
  });

  it('is taken back whole when somebody built the same unit meanwhile', async () => {
    const world = await engine.world();
    const { district: act, bureau } = await district(world);
    const id = await units.openTree(act, file);
    await units.runImports(world.system);
    await units.addUnit(act, { name: '复议科', parentId: bureau });
    await units.confirmTree(act, id);
    expect(await units.runImports(world.system)).toEqual({ finished: 0, withdrawn: 1 });
    expect(await units.viewTreeImport(act, id)).toMatchObject({ state: 'withdrawn' });
    expect((await units.viewTreeImport(act, id)).message).toContain('同名单位“复议科”');
    expect(await units.listUnits(world.console)).toHaveLength(5);
  });

  it('may be a list as offices keep it: a title, blanks, full-width numbers, and a signature below', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const rows = [
      '机构一览表（2026年）,,',
      '单位名称 ,上级单位,序号',
      '信 访 局 ,江滨区,１',
      ' 接访科,信访局 ,',
      ',,',
      '合计,2 个,',
      '填表人：张三,联系电话：0839-1234567,',
    ];
    const bytes = Buffer.from(rows.join('\r\n'));
    expect(await brought(world, act, { name: '机构.csv', bytes })).toMatchObject({
      state: 'done',
      counts: { added: 2, changed: 0, unchanged: 0 },
    });
  });
});
