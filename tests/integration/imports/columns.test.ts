import { expect, it } from 'vitest';
import * as movement from '#lib/server/movement/index.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { csv, district, identityNumber, line, recorded } from '../rosters/files.ts';

const unnamed = (serial: number) => ({
  name: '外来.csv',
  bytes: Buffer.from(`谁,号码,在哪,算什么\n学员${serial},${identityNumber(serial)},司法局,科级\n`),
});

onBothEngines('the columns of a roster', (engine) => {
  it('are named by hand once and remembered for the same headings, by whoever has the same scope', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const id = await rosters.openRoster(act, unnamed(1));
    await rosters.runImports(world.system);
    const asked = await rosters.viewRoster(act, id);
    expect(asked).toMatchObject({ state: 'columns', isBusy: false });
    expect(asked.report?.columns[1]).toEqual({
      place: 1,
      heading: '号码',
      samples: [`440${'*'.repeat(15)}`],
    });
    const places = { name: 0, identity: 1, unit: 2 };
    await expect(rosters.chooseRosterColumns(act, { id, places })).rejects.toThrow('人员类别');
    await rosters.chooseRosterColumns(act, { id, places: { ...places, classes: 3 } });
    await rosters.runImports(world.system);
    expect(await rosters.viewRoster(act, id)).toMatchObject({ state: 'staged', counts: { added: 1 } });
    await rosters.cancelRoster(act, id);
    await rosters.runImports(world.system);
    const next = await rosters.stageImport(act, unnamed(2));
    expect(next).toMatchObject({ added: 1, ignored: [] });
  });
});

onBothEngines('a roster with something wrong', (engine) => {
  it('comes back marked: the cell in red, problem and suggestion beside it, and imports when it is mended', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const report = await rosters.stageImport(act, csv([line(1), line(2, { classes: '骑士' })]));
    expect(report.issueCount).toBe(1);
    const [batch] = await rosters.listRosters(act);
    const marked = await rosters.markedRoster(act, batch?.id ?? '');
    expect(marked.name).toBe('名册（标注）.xlsx');
    const [sheet] = parseWorkbook(marked.bytes);
    const rows = sheet?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(rows[0]?.slice(-2)).toEqual(['问题', '建议']);
    expect(rows[1]?.slice(0, 4)).toEqual(line(1).slice(0, 4));
    expect(rows[2]?.[9]).toContain('人员类别：没有人员类别“骑士”。');
    const mended = [...rows[2]!.slice(0, 7), '科级', '', '', ''];
    const bytes = Buffer.from([rows[0]!, rows[1]!, mended].map((cells) => cells.join(',')).join('\n'));
    const again = await rosters.stageImport(act, { name: '改好.csv', bytes });
    expect(again).toMatchObject({ issueCount: 0, added: 2 });
  });

  it('names people whose posts would overlap, in the file and with what is planned', async () => {
    const world = await engine.world();
    const { district: act, market } = await district(world);
    const report = await rosters.stageImport(act, csv([line(1), line(1, { unit: '市监局' })]));
    expect(report.issues.map((one) => [one.row, one.column])).toEqual([[3, '单位']]);
    const { batchId } = await rosters.stageImport(act, csv([line(2)]));
    await rosters.commitImport(act, batchId ?? '');
    const [person] = (await recorded(world)).persons;
    const move = { personId: person?.id ?? '', homeUnitId: market, day: '2026-05-01' };
    const later = world.at('2026-06-01T01:00:00.000Z').console;
    await movement.movePost(later, { ...move, ...unchanged, reason: '交流任职' });
    const back = await rosters.stageImport(
      { ...act, now: '2026-06-02T01:00:00.000Z' },
      { ...csv([line(2, { title: '科长' })]), from: '2026-04-01' },
    );
    expect(back.issues[0]?.problem).toContain('自 2026-05-01 起另有主职');
  });
});

const unchanged = { workUnitId: null, countedIn: 'home', title: '科员', level: null, classes: [] } as const;
