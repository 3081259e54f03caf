import { expect, it } from 'vitest';
import * as hours from '#lib/server/hours/index.ts';
import * as outside from '#lib/server/outside/index.ts';
import * as people from '#lib/server/people/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { brought, bureau, csvFile, line, wang, zhang } from './files.ts';

const page = { q: '', page: 1, pageSize: 20 };

onBothEngines('an import of results taken back', (engine) => {
  it('leaves reversals in the ledger and may come again; nobody takes back his own results', async () => {
    const world = await engine.world();
    const { unitId, coordinator, above, stranger, zhangId, wangId, about } = await bureau(world);
    const file = { ...about, ...csvFile([line(zhang), line(wang)]) };
    const id = await brought(coordinator, file);
    const takeBack = (act: typeof coordinator, reason = '平台更正了学时') =>
      outside.takeBackImport(act, { id, reason });
    await expect(takeBack(coordinator, ' ')).rejects.toThrow('原因');
    await expect(takeBack(stranger)).rejects.toMatchObject({ code: 'notFound' });
    const own = world.signedIn({ personId: wangId, roles: { coordinator: unitId } });
    await expect(takeBack(own)).rejects.toThrow('其他管理员');
    await takeBack(above);
    await expect(takeBack(coordinator)).rejects.toThrow('已经撤回');
    await outside.runImports(world.system);
    const total = async () =>
      (await hours.totalsOf(world.db, { personId: zhangId, planYear: 2026 })).training;
    expect(await total()).toBe(0);
    const book = await hours.readLedger(coordinator, {
      personId: zhangId,
      planYear: 2026,
      ledger: 'training',
    });
    expect(book.lines.map((one) => [one.hundredths, one.reason])).toEqual([
      [-750, '平台更正了学时'],
      [750, null],
    ]);
    expect(await outside.viewOutside(coordinator, { id, ...page })).toMatchObject({
      ...{ records: 2, standing: 0, mayTakeBack: false },
      returned: { reason: '平台更正了学时', isDone: true },
    });
    await brought(coordinator, file);
    expect(await total()).toBe(750);
    expect(await outside.verifyOutside(world.console)).toEqual([]);
  });

  it('one entry alone reversed in the ledger frees its result to come again', async () => {
    const world = await engine.world();
    const { coordinator, zhangId, about } = await bureau(world);
    const file = { ...about, ...csvFile([line(zhang), line(wang, { number: 'N-1' })]) };
    await brought(coordinator, file);
    const asked = { personId: zhangId, planYear: 2026, ledger: 'training' } as const;
    const [entry] = (await hours.readLedger(coordinator, asked)).lines;
    await hours.reverseEntry(coordinator, { entryId: entry?.id ?? '', reason: '不是本人' });
    expect(await outside.verifyOutside(world.console)).toEqual([]);
    const again = await outside.checkResults(coordinator, file);
    expect(again).toMatchObject({ counts: { added: 1, unchanged: 1 } });
    const dearer = { ...about, ...csvFile([line(wang, { number: 'N-1', hours: '9' })]) };
    const { state, report } = await outside.checkResults(coordinator, dearer);
    expect([state, report?.issues[0]?.problem]).toEqual([
      'faulty',
      '这个编号的成绩已从“省平台学时.csv”导入，当时是 7.5，与此不同。',
    ]);
  });

  it('two records of one human: what both have counts once, and goes back when they part', async () => {
    const world = await engine.world();
    const { top, coordinator, zhangId: keptId, wangId: goneId, about } = await bureau(world);
    const same = { number: 'S-1' };
    const lines = [line(zhang, same), line(wang, same), line(wang, { title: '宪法专题', hours: '4' })];
    await brought(coordinator, { ...about, ...csvFile(lines) });
    const total = async (personId: string) =>
      (await hours.totalsOf(world.db, { personId, planYear: 2026 })).training;
    const above = world.signedIn({ roles: { coordinator: top } });
    const mergeId = await people.mergePeople(above, { keptId, goneId, reason: '同一人登记了两次' });
    expect([await total(keptId), await total(goneId)]).toEqual([1150, 0]);
    expect(await outside.verifyOutside(world.console)).toEqual([]);
    await people.partPeople(above, { mergeId, reason: '并错了人' });
    expect([await total(keptId), await total(goneId)]).toEqual([750, 1150]);
    expect(await outside.verifyOutside(world.console)).toEqual([]);
  });
});
