import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import * as completion from '#lib/server/completion/index.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';

/** Six people, of whom two lead and two enforce; all are 处级. Who leads passed, and one of the others. */
async function examined(place: town.District) {
  const { world, examId, people: officers } = place;
  for (const [at, who] of officers.entries()) {
    await town.seat(place, who, 'due');
    await town.giveClass(world, who, 'division');
    if (at < 2) await town.giveClass(world, who, 'leadership');
    if (at > 3) await town.giveClass(world, who, 'enforcement');
    if (at < 3) await town.sit(place, who, 9500);
    const told = { kind: 'candidateChanged', examId, personId: who } as const;
    await town.within(world, (act) => completion.onCandidateChanged(act, told));
  }
  const [first = '', second = ''] = officers;
  const coordinator = world.signedIn({ roles: { coordinator: place.root } });
  return selections.saveSelection(coordinator, {
    ...{ unitId: place.root, name: '两人名单', note: '', personIds: [first, second] },
  });
}

onBothEngines('what leaves a unit', (engine) => {
  it('tells no result of a group under five or of the next smallest beside it, by whatever way', async () => {
    const place = await town.district(await engine.world());
    const { id: selectionId } = await examined(place);
    const { world, root: unitId } = place;
    const leader = world.signedIn({ name: '李明', roles: { leader: unitId } });
    const asked = { unitId, planYear: town.YEAR, window: 'all', group: 'all' } as const;
    const figure = async (key: string, more: Partial<figures.FigureQuestion>) =>
      JSON.stringify(parseWorkbook((await figures.exportFigure(leader, { ...asked, ...more, key })).bytes));
    const results = /\d%|\d+\.\d+|"\d+ \/ \d+"|"计入|"未计入"|"95"/;

    const groups = [
      { group: 'leadership' },
      { classCode: 'enforcement' },
      { classCode: 'division' },
      { selectionId },
    ] as const;
    for (const key of ['participation', 'present'])
      for (const group of groups) {
        const text = await figure(key, group);
        expect(text).toContain('不列结果');
        expect(text).not.toMatch(results);
      }
    expect(await figure('participation', {})).toMatch(results);

    const overview = async (group: 'all' | 'leadership') =>
      JSON.stringify(parseWorkbook((await figures.exportOverview(leader, { ...asked, group })).bytes)[0]);
    expect(await overview('leadership')).not.toMatch(results);
    expect(await overview('all')).toMatch(results);

    const { bytes } = await reports.exportReport(leader, asked);
    const paper = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array());
    const words = paper.replace(/<[^>]+>/g, '');
    expect(words).not.toMatch(/领导班子[^。]{0,40}\d%/);
    expect(words).toContain('参考率50.00%');
  });
});
