import { expect, it } from 'vitest';
import * as files from '#lib/server/files/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import * as outside from '#lib/server/outside/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import { brought, bureau, csvFile, li, line, wang, xlsxFile, zhang, zhao } from './files.ts';

const page = { q: '', page: 1, pageSize: 20 };

function totals(world: World, personId: string, planYear = 2026) {
  return hours.totalsOf(world.db, { personId, planYear });
}

onBothEngines('results of another system', (engine) => {
  it('enter both ledgers as awarded there, with where they are from; the same file again adds nothing, and its original is opened for a reason', async () => {
    const world = await engine.world();
    const { coordinator, above, stranger, zhangId, wangId, about } = await bureau(world);
    const lines = [
      line(zhang),
      line(zhang, { ledger: '学法考试学分', hours: '40', title: '国家工作人员学法考试', number: 'KS-1' }),
      line(wang, { year: '2025', on: '2026-01-20', hours: '３' }),
    ];
    const file = xlsxFile(lines);
    const id = await brought(coordinator, { ...about, ...file });
    expect(await totals(world, zhangId)).toEqual({ training: 750, credit: 4000 });
    expect(await totals(world, wangId, 2025)).toEqual({ training: 300, credit: 0 });
    const owner = world.signedIn({ personId: zhangId });
    const book = await hours.readLedger(owner, { personId: zhangId, planYear: 2026, ledger: 'training' });
    expect(book.lines).toMatchObject([
      {
        ...{ title: '行政处罚法网络专题班', origin: 'import', heldOn: '2026-02-20', minutes: null },
        outside: { importId: id, source: '省干部网络学院', fileName: '省平台学时.xlsx' },
      },
    ]);
    const again = await outside.checkResults(coordinator, { ...about, ...xlsxFile(lines) });
    expect(again).toMatchObject({
      state: 'staged',
      counts: { added: 0, changed: 0, unchanged: 3 },
      report: { toWrite: 0 },
    });
    await outside.applyResults(coordinator, { id: again.id, taken: [] });
    expect(await totals(world, zhangId)).toEqual({ training: 750, credit: 4000 });
    const view = await outside.viewOutside(above, { id, ...page });
    expect(view).toMatchObject({ records: 3, standing: 3, people: 2, already: 0, leftOut: 0 });
    expect(view.lines.map((one) => [one.personName, one.planYear])).toEqual([
      ...[
        ['张敏', 2026],
        ['张敏', 2026],
        ['王强', 2025],
      ],
    ]);
    const desk = await outside.listOutside(coordinator, page);
    expect(desk.imports.map((one) => [one.records, one.already])).toEqual([
      [0, 3],
      [3, 0],
    ]);
    expect(desk).toMatchObject({ total: 2, sources: ['省干部网络学院'] });
    expect((await outside.listOutside(stranger, page)).total).toBe(0);
    await expect(outside.viewOutside(stranger, { id, ...page })).rejects.toMatchObject({ code: 'notFound' });
    const beside = { ...about, ...csvFile(lines) };
    await expect(outside.openResults(stranger, beside)).rejects.toMatchObject({ code: 'notFound' });
    expect(await outside.verifyOutside(world.console)).toEqual([]);
    await expect(outside.readOriginal(coordinator, { id, reason: '看' })).rejects.toThrow('原因');
    const asked = { id, reason: '年底核对学时' };
    await expect(outside.readOriginal(stranger, asked)).rejects.toMatchObject({ code: 'notFound' });
    await expect(outside.readOriginal(above, asked)).rejects.toMatchObject({ code: 'forbidden' });
    expect(view.mayOpen).toBe(false);
    const { bytes } = await outside.readOriginal(coordinator, asked);
    expect(Buffer.from(bytes).equals(Buffer.from(file.bytes))).toBe(true);
    const log = world.db.selectFrom('audit_entry').select('verb').where('verb', '=', 'outside.fileOpened');
    expect(await log.execute()).toHaveLength(1);
    const { file_digest: digest } = await world.db
      .selectFrom('outside_import')
      .select('file_digest')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const sealed = Buffer.from((await files.takeSealed(world.console, digest ?? '')) ?? []);
    expect(sealed.length).toBeGreaterThan(file.bytes.length);
    expect(sealed.includes(Buffer.from(file.bytes).subarray(0, 64))).toBe(false);
  });

  it('name every fault by row and column, and then nothing is written', async () => {
    const world = await engine.world();
    const { coordinator, about } = await bureau(world);
    const nobody = { name: '无此人', mobile: '13899999999' };
    const lines = [
      line(nobody),
      line({ ...zhang, name: '张明' }),
      line(li),
      line(zhao),
      line(zhang, { hours: '-2' }),
      line(zhang, { hours: '1.234' }),
      line(zhang, { hours: '900' }),
      line(zhang, { on: '2026-03-03' }),
      line(zhang, { on: '2025-12-31' }),
      line(zhang, { year: '2024', on: '2024-05-01' }),
      line(zhang, { ledger: '体育' }),
      line(wang),
      line(wang),
      line({ ...wang, mobile: '138****0002' }),
    ];
    const { state, report } = await outside.checkResults(coordinator, { ...about, ...csvFile(lines) });
    expect(state).toBe('faulty');
    expect(report?.issues.map((one) => [one.row, one.column, one.problem])).toEqual([
      [2, '手机号', '没有找到这个人。'],
      [3, '姓名', '号码登记的姓名与此不同。'],
      [4, '', '此人不在您的管理范围内。'],
      [5, '', '本人的成绩须由其他管理员导入。'],
      [6, '学时', '“-2”不是有效的学时。'],
      [7, '学时', '“1.234”不是有效的学时。'],
      [8, '学时', '一项超过 500 学时。'],
      [9, '完成日期', '完成日期还没有到。'],
      [10, '完成日期', '完成日期不在 2026 年度内（当年全年，补学到次年 1 月底）。'],
      [11, '年度', '只能导入本年度和上一年度的成绩。'],
      [12, '台账', '“体育”不在可选范围内。'],
      [14, '', '与第 13 行重复（同一人、同一项目、同一天、同样的学时）。'],
      [15, '手机号', '号码被星号遮盖，无法识别本人。'],
    ]);
    expect(await world.db.selectFrom('outside_record').select('id').execute()).toEqual([]);
    expect((await outside.listOutside(coordinator, page)).total).toBe(0);
    const silent = { ...about, source: ' ', ...csvFile([]) };
    await expect(outside.openResults(coordinator, silent)).rejects.toMatchObject({
      fields: { source: '请填写来源系统的名称。' },
    });
  });

  it('are left out where something like them is recorded, unless they are chosen', async () => {
    const world = await engine.world();
    const { coordinator, zhangId, about } = await bureau(world);
    const owner = world.signedIn({ personId: zhangId });
    const { id: claimId } = await hours.declareClaim(owner, {
      ...{ title: '省里的执法专题班', organiser: '省厅', heldOn: '2026-02-25', span: 'day', minutes: 360 },
      ...{ note: '', file: { name: '证.pdf', bytes: new TextEncoder().encode('%PDF-1.7 证') } },
    });
    await hours.approveClaim(coordinator, { claimId, span: 'day', minutes: 360, reason: '' });
    const lines = [
      line(zhang, { on: '2026-02-25', title: '执法专题', hours: '8' }),
      line(zhang, { title: '省里的执法专题班（网络）', hours: '6' }),
      line(zhang, { title: '保密教育', hours: '2' }),
    ];
    const file = { ...about, ...csvFile(lines) };
    const checked = await outside.checkResults(coordinator, file);
    expect(checked).toMatchObject({
      state: 'staged',
      counts: { added: 1, changed: 2, unchanged: 0 },
      report: { toWrite: 3 },
    });
    expect(checked.report?.preview.map((one) => [one.row, one.kind, one.changes.at(-1)?.after])).toEqual([
      [2, 'change', '已通过的申报“省里的执法专题班”（2026-02-25，8 学时）'],
      [3, 'change', '已通过的申报“省里的执法专题班”（2026-02-25，8 学时）'],
      [4, 'add', '2 学时 保密教育（2026-02-20）'],
    ]);
    await outside.applyResults(coordinator, { id: checked.id, taken: [3, 4, 99] });
    expect((await totals(world, zhangId)).training).toBe(800 + 600 + 200);
    const view = await outside.viewOutside(coordinator, { id: checked.id, ...page });
    expect(view).toMatchObject({ records: 2, leftOut: 1 });
  });

  it('are not written where the same was entered between check and confirmation', async () => {
    const world = await engine.world();
    const { coordinator, above, zhangId, about } = await bureau(world);
    const first = await outside.checkResults(coordinator, { ...about, ...csvFile([line(zhang)]) });
    await brought(above, { ...about, ...csvFile([line(zhang)]) });
    await expect(outside.applyResults(coordinator, { id: first.id, taken: [] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await totals(world, zhangId)).training).toBe(750);
    await outside.runImports(world.system);
    const kept = await world.db.selectFrom('outside_import').select('file_digest').execute();
    expect(kept.filter((row) => row.file_digest !== null)).toHaveLength(1);
  });

  it('come under the yearly cap of their rule, and the verification tells where an entry was tampered with', async () => {
    const world = await engine.world();
    const { top, coordinator, zhangId, about } = await bureau(world);
    const ruler = world.signedIn({ roles: { coordinator: top } });
    await hours.setRule(ruler, {
      ...{ sourceKind: 'import', minutesPerHour: 45, halfDayHundredths: 400, dayHundredths: 800 },
      ...{ steps: null, testOutCounts: false, capHundredths: 1000, source: '区里的规定' },
      validFrom: '2026-01-01',
    });
    const lines = [line(zhang), line(zhang, { title: '宪法专题', hours: '6', number: 'A2' })];
    await brought(coordinator, { ...about, ...csvFile(lines) });
    expect((await totals(world, zhangId)).training).toBe(1000);
    expect(await outside.verifyOutside(world.console)).toEqual([]);
    await world.db.updateTable('hour_entry').set({ hundredths: 900 }).execute();
    expect(await outside.verifyOutside(world.console)).toMatchObject([
      { kept: '没有对应的分录' },
      { kept: '没有对应的分录' },
    ]);
    await world.db.updateTable('outside_record').set({ returned: 'x' }).execute();
    expect((await outside.verifyOutside(world.console)).map((one) => one.counted)).toEqual([
      '没有这项外部成绩',
      '没有这项外部成绩',
    ]);
  });
});
